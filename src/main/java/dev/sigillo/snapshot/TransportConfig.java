package dev.sigillo.snapshot;

/** {@code Get-TransportConfig}: the organisation's transport settings. */
public record TransportConfig(RowRef row, Setting<Boolean> smtpClientAuthenticationDisabled)
    implements Fact {}
