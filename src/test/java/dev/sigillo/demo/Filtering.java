package dev.sigillo.demo;

import dev.sigillo.snapshot.Dataset;
import java.util.List;

/** How incoming mail is filtered, and who gets past. */
final class Filtering {
  private Filtering() {}

  static List<Answer> answers() {
    return List.of(
        Answer.of(
            Dataset.CONNECTION_FILTER_POLICY,
            "Get-HostedConnectionFilterPolicy {}",
            policy("connection filter", "Default")
                .set("IPAllowList", List.of())
                .set("EnableSafeList", false)),
        Answer.of(
            Dataset.CONTENT_FILTER_POLICY,
            "Get-HostedContentFilterPolicy {}",
            inbound("Default"),
            inbound("Ufficio acquisti")
                .set("AllowedSenderDomains", List.of("fornitore-storico.example")),
            inbound("Standard Preset Security Policy1717401600000")),
        Answer.of(
            Dataset.ANTI_PHISH_POLICY,
            "Get-AntiPhishPolicy {}",
            policy("anti-phish", "Office365 AntiPhish Default").set("HonorDmarcPolicy", true),
            policy("anti-phish", "Standard Preset Security Policy1717401600001")
                .set("HonorDmarcPolicy", true)),
        Answer.of(
            Dataset.MALWARE_FILTER_POLICY,
            "Get-MalwareFilterPolicy {}",
            malware("Default", "Custom")
                .set("EnableInternalSenderAdminNotifications", true)
                .set("InternalSenderAdminAddress", "sicurezza.it@" + Domains.MAIN),
            malware("Standard Preset Security Policy1717401600002", "Standard")
                .set("EnableInternalSenderAdminNotifications", false)
                .set("InternalSenderAdminAddress", null)),
        Answer.of(
            Dataset.ARC_CONFIG,
            "Get-ArcConfig {}",
            Row.exchange("arc", "Default").set("ArcTrustedSealers", List.of())));
  }

  private static Row malware(String name, String type) {
    return policy("malware policy", name).set("RecommendedPolicyType", type);
  }

  private static Row inbound(String name) {
    return policy("inbound policy", name)
        .set("AllowedSenders", List.of())
        .set("AllowedSenderDomains", List.of());
  }

  private static Row policy(String kind, String name) {
    return Row.exchange(kind, name).set("Name", name);
  }
}
