package dev.sigillo.snapshot;

/** Graph {@code /users}: the account behind a mailbox. */
public record User(
    RowRef row,
    Setting<String> userPrincipalName,
    Setting<String> userType,
    Setting<Boolean> accountEnabled)
    implements Fact {}
