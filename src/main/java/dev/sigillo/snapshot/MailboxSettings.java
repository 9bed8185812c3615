package dev.sigillo.snapshot;

import java.time.Duration;
import java.util.List;

/** {@code Get-Mailbox}: a mailbox's own settings. */
public record MailboxSettings(
    RowRef row,
    Setting<String> primarySmtpAddress,
    Setting<String> userPrincipalName,
    Setting<String> displayName,
    Setting<List<String>> emailAddresses,
    Setting<String> recipientTypeDetails,
    Setting<String> forwardingSmtpAddress,
    Setting<String> forwardingAddress,
    Setting<Boolean> deliverToMailboxAndForward,
    Setting<List<String>> grantSendOnBehalfTo,
    Setting<Limit> recipientLimits,
    Setting<Boolean> auditEnabled,
    Setting<Duration> auditLogAgeLimit,
    Setting<List<String>> auditOwner,
    Setting<List<String>> auditDelegate,
    Setting<List<String>> auditAdmin,
    Setting<Boolean> hiddenFromAddressListsEnabled)
    implements Fact {}
