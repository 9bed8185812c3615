package dev.sigillo.snapshot;

/** {@code Get-MailUser}: an account whose mail goes elsewhere. */
public record MailUser(
    RowRef row,
    Setting<String> identity,
    Setting<String> name,
    Setting<String> displayName,
    Setting<String> primarySmtpAddress,
    Setting<String> externalEmailAddress)
    implements Fact {}
