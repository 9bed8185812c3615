package dev.sigillo.snapshot;

/**
 * Graph {@code /users}: the account behind a mailbox.
 *
 * @param department as somebody wrote it into the directory; no control judges it, sums of
 *     forwarded mail are made by it, so that it is read with logs only
 */
public record User(
    RowRef row,
    Setting<String> userPrincipalName,
    Setting<String> userType,
    Setting<Boolean> accountEnabled,
    Setting<String> department)
    implements Fact {}
