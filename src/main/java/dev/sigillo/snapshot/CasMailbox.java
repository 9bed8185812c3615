package dev.sigillo.snapshot;

/** {@code Get-CASMailbox}: a mailbox's client access; null SMTP AUTH means "inherits". */
public record CasMailbox(
    RowRef row,
    Setting<Boolean> smtpClientAuthenticationDisabled,
    Setting<Boolean> popEnabled,
    Setting<Boolean> imapEnabled)
    implements Fact {}
