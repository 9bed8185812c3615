package dev.sigillo.simulator.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outbound spam policies and the rules that put them in force. */
final class OutboundSpam {
  private OutboundSpam() {}

  /** The default policy alone, as it should be. */
  static void clean(Content content) {
    content
        .list(
            "Get-HostedOutboundSpamFilterPolicy",
            policy(content.org, "Default", "Off", 400, 800, "BlockUser", content.security())
                .set("IsDefault", true))
        .list("Get-HostedOutboundSpamFilterRule");
  }

  static Row policy(
      Org org,
      String name,
      String forwarding,
      int hour,
      int day,
      String action,
      @Nullable String notify) {
    List<String> recipients = notify == null ? List.of() : List.of(notify);
    return Row.exchange(org, "Get-HostedOutboundSpamFilterPolicy", name)
        .set("AutoForwardingMode", forwarding)
        .set("RecipientLimitExternalPerHour", hour)
        .set("RecipientLimitInternalPerHour", Math.min(2 * hour, 1000))
        .set("RecipientLimitPerDay", day)
        .set("ActionWhenThresholdReached", action)
        .set("NotifyOutboundSpam", notify != null)
        .set("NotifyOutboundSpamRecipients", recipients)
        .set("BccSuspiciousOutboundMail", name.equals("Default"))
        .set(
            "BccSuspiciousOutboundAdditionalRecipients",
            name.equals("Default") ? recipients : List.of());
  }

  static Row rule(
      Org org, String policy, String state, int priority, String condition, String value) {
    return Row.exchange(org, "Get-HostedOutboundSpamFilterRule", policy)
        .set("HostedOutboundSpamFilterPolicy", policy)
        .set("State", state)
        .set("Priority", priority)
        .set(condition, List.of(value));
  }
}
