package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-MailContact}: an address outside that the directory gives a name inside. */
public record MailContact(
    RowRef row,
    Setting<String> identity,
    Setting<String> name,
    Setting<String> displayName,
    Setting<String> primarySmtpAddress,
    Setting<List<String>> emailAddresses,
    Setting<String> legacyExchangeDN,
    Setting<String> externalEmailAddress)
    implements Fact {}
