package dev.sigillo.snapshot;

/**
 * {@code Get-DistributionGroupMember}, keyed by group: a member of a group that an outbound policy
 * names.
 */
public record GroupMember(
    RowRef row,
    Setting<String> primarySmtpAddress,
    Setting<String> externalDirectoryObjectId,
    Setting<String> recipientType)
    implements Fact {}
