package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-MailUser}: an account whose mail goes elsewhere. */
public record MailUser(
    RowRef row,
    Setting<String> identity,
    Setting<String> name,
    Setting<String> displayName,
    Setting<String> primarySmtpAddress,
    Setting<List<String>> emailAddresses,
    Setting<String> legacyExchangeDN,
    Setting<String> externalEmailAddress)
    implements Fact {}
