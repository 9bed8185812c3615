package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-HostedOutboundSpamFilterPolicy}. */
public record OutboundSpamPolicy(
    RowRef row,
    Setting<String> name,
    Setting<Boolean> isDefault,
    Setting<String> autoForwardingMode,
    Setting<Long> recipientLimitExternalPerHour,
    Setting<Long> recipientLimitInternalPerHour,
    Setting<Long> recipientLimitPerDay,
    Setting<String> actionWhenThresholdReached,
    Setting<Boolean> notifyOutboundSpam,
    Setting<List<String>> notifyOutboundSpamRecipients,
    Setting<Boolean> bccSuspiciousOutboundMail,
    Setting<List<String>> bccSuspiciousOutboundAdditionalRecipients)
    implements Fact, Subject {
  @Override
  public String subjectKey() {
    return row.id();
  }

  @Override
  public String subjectName() {
    return name.orElse(row.id());
  }
}
