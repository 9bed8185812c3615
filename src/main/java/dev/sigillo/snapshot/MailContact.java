package dev.sigillo.snapshot;

/** {@code Get-MailContact}: an address outside that the directory gives a name inside. */
public record MailContact(
    RowRef row,
    Setting<String> identity,
    Setting<String> name,
    Setting<String> displayName,
    Setting<String> primarySmtpAddress,
    Setting<String> externalEmailAddress)
    implements Fact {}
