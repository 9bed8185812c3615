package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Misconfigurations.Misconfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Alert policies that are off or that nobody reads, and users whom no audit sees. */
final class AlertFaults {
  static final Map<String, Misconfiguration> ALL = new HashMap<>();

  static {
    ALL.put("alertDisabled", AlertFaults::disabled);
    ALL.put("alertMissing", AlertFaults::missing);
    ALL.put("alertUnread", AlertFaults::unread);
    ALL.put("alertSilent", AlertFaults::silent);
    ALL.put("forwardingAlertOff", AlertFaults::forwardingOff);
    ALL.put("auditBypass", AlertFaults::bypass);
  }

  private AlertFaults() {}

  private static void disabled(Content content, int count) {
    content.named(AlertPolicies.CALL, AlertPolicies.DELAYED).set("Disabled", true);
    content.truth.finds("ALERTS-01", content.tenant(), "disabled");
  }

  private static void missing(Content content, int count) {
    content.remove(AlertPolicies.CALL, row -> row.text("Name").equals(AlertPolicies.CLICK));
    content.truth.finds("ALERTS-01", content.tenant(), "missing");
  }

  private static void unread(Content content, int count) {
    content
        .named(AlertPolicies.CALL, AlertPolicies.CONNECTOR)
        .set("NotifyUser", List.of(AlertPolicies.ADMINISTRATORS));
    content.truth.finds("ALERTS-02", content.tenant(), "unmonitored");
  }

  private static void silent(Content content, int count) {
    content.named(AlertPolicies.CALL, AlertPolicies.PATTERNS).set("NotificationEnabled", false);
    content.truth.finds("ALERTS-02", content.tenant(), "silent");
  }

  private static void forwardingOff(Content content, int count) {
    content.named(AlertPolicies.CALL, AlertPolicies.REDIRECT).set("Disabled", true);
    content.truth.finds("ALERTS-03", content.tenant(), "disabled");
  }

  private static void bypass(Content content, int count) {
    for (String name : Layers.names("Servizio", count)) {
      content.list(
          "Get-MailboxAuditBypassAssociation", Organisation.bypass(content.org, name, true));
      content.truth.finds("ALERTS-08", name, "bypass");
    }
  }
}
