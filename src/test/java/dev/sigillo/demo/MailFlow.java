package dev.sigillo.demo;

import dev.sigillo.snapshot.Dataset;
import java.util.List;
import java.util.stream.Stream;

/** Transport rules and connectors. */
final class MailFlow {
  private static final String PREDICATES = "Microsoft.Exchange.MessagingPolicies.Rules.Tasks.";

  private MailFlow() {}

  static List<Answer> answers() {
    return List.of(
        Answer.of(Dataset.TRANSPORT_RULE, "Get-TransportRule {}", rules()),
        Answer.of(
            Dataset.INBOUND_CONNECTOR,
            "Get-InboundConnector {}",
            inbound("Da Exchange locale (ibrido)", "OnPremises", "smtp:*;1")
                .set("RequireTls", true)
                .set("TlsSenderCertificateName", "posta." + Domains.MAIN),
            inbound("Multifunzione stabilimento di Bari", "OnPremises", "smtp:esempio.it;1")
                .set("SenderIPAddresses", List.of("203.0.113.16/28")),
            inbound("Piattaforma CRM", "OnPremises", "smtp:esempio.it;1")
                .set("SenderIPAddresses", List.of("198.51.100.7", "198.18.16.0/20")),
            inbound("Vecchio filtro antispam", "OnPremises", "smtp:*;1").set("Enabled", false)),
        Answer.of(
            Dataset.OUTBOUND_CONNECTOR,
            "Get-OutboundConnector {} + {\"IsTransportRuleScoped\":true}",
            outbound("Verso Exchange locale (ibrido)", "OnPremises", "DomainValidation")
                .set("RecipientDomains", List.of(Domains.MAIN))
                .set("SmartHosts", List.of("posta." + Domains.MAIN))
                .set("TlsDomain", "posta." + Domains.MAIN),
            outbound("Conservazione a norma", "Partner", "CertificateValidation")
                .set("RecipientDomains", List.of("conservazione.example"))
                .set("UseMXRecord", true),
            outbound("Piattaforma newsletter", "Partner", "EncryptionOnly")
                .set("SmartHosts", List.of("smtp.invii-news.example"))
                .set("IsTransportRuleScoped", true),
            outbound("Prova server fax", "Partner", "EncryptionOnly")
                .set("Enabled", false)
                .set("SmartHosts", List.of("[192.0.2.25]"))));
  }

  private static List<Row> rules() {
    return List.of(
        rule("Avviso mittente esterno", "FromScope").set("FromScope", "NotInOrganization"),
        rule("Firma aziendale", "FromScope", "SentToScope")
            .set("FromScope", "InOrganization")
            .set("SentToScope", "NotInOrganization"),
        // Only watches: it would stop what it sees once its mode is Enforce.
        rule("Blocco inoltro automatico", "MessageTypeMatches", "SentToScope")
            .set("Mode", "AuditAndNotify")
            .set("MessageTypeMatches", "AutoForward")
            .set("SentToScope", "NotInOrganization")
            .set("RejectMessageReasonText", "L'inoltro automatico verso l'esterno è vietato.")
            .set("RejectMessageEnhancedStatusCode", "5.7.1"),
        rule("Fatture alla conservazione", "From")
            .set("BlindCopyTo", List.of("raccolta@conservazione.example")),
        // A way around the spam filter, for one complaint of 2022.
        rule("Posta del consorzio mai spam", "SenderDomainIs").set("SetSCL", "-1"),
        rule("Newsletter dalla piattaforma", "SenderDomainIs")
            .set("RouteMessageOutboundConnector", "Piattaforma newsletter"),
        rule("Reclami in copia alla qualità", "SentTo")
            .set("CopyTo", List.of("qualita@" + Domains.MAIN)),
        rule("Offerte al consulente (2023)", "SentTo")
            .set("State", "Disabled")
            .set("RedirectMessageTo", List.of("consulente@integratore.example")));
  }

  private static Row rule(String name, String... conditions) {
    return Row.exchange("transport rule", name)
        .set("Name", name)
        .set("State", "Enabled")
        .set("Mode", "Enforce")
        .setNull("RedirectMessageTo", "BlindCopyTo", "CopyTo", "AddToRecipients")
        .setNull("RouteMessageOutboundConnector")
        .set(
            "Conditions", Stream.of(conditions).map(one -> PREDICATES + one + "Predicate").toList())
        .setNull("Exceptions", "ActivationDate", "ExpiryDate")
        .setNull("MessageTypeMatches", "SentToScope", "FromScope")
        .setNull("RejectMessageReasonText", "RejectMessageEnhancedStatusCode")
        .set("DeleteMessage", false)
        .setNull("SetSCL", "PrependSubject")
        .setNull("HeaderContainsMessageHeader", "HeaderContainsWords")
        .setNull("HeaderMatchesMessageHeader", "HeaderMatchesPatterns");
  }

  private static Row inbound(String name, String type, String senderDomain) {
    return Row.exchange("inbound connector", name)
        .set("Name", name)
        .set("Enabled", true)
        .set("ConnectorType", type)
        .set("SenderDomains", List.of(senderDomain))
        .set("SenderIPAddresses", List.of())
        .set("RequireTls", false)
        .set("RestrictDomainsToIPAddresses", false)
        .set("RestrictDomainsToCertificate", false)
        .set("TlsSenderCertificateName", null)
        .set("TrustedOrganizations", List.of())
        .set("TreatMessagesAsInternal", false);
  }

  private static Row outbound(String name, String type, String tls) {
    return Row.exchange("outbound connector", name)
        .set("Name", name)
        .set("Enabled", true)
        .set("ConnectorType", type)
        .set("RecipientDomains", List.of())
        .set("SmartHosts", List.of())
        .set("UseMXRecord", false)
        .set("TlsSettings", tls)
        .set("TlsDomain", null)
        .set("IsTransportRuleScoped", false)
        .set("RouteAllMessagesViaOnPremises", false);
  }
}
