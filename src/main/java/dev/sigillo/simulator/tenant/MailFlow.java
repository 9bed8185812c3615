package dev.sigillo.simulator.tenant;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Transport rules and connectors. */
final class MailFlow {
  private static final String PREDICATES = "Microsoft.Exchange.MessagingPolicies.Rules.Tasks.";

  private MailFlow() {}

  /** What a careful organisation has. */
  static void clean(Content content) {
    Org org = content.org;
    content
        .list(
            "Get-TransportRule",
            rule(org, "Firma aziendale", "FromScope", "SentToScope")
                .set("FromScope", "InOrganization")
                .set("SentToScope", "NotInOrganization"),
            noForwarding(org, "Blocco inoltro automatico"),
            noFlows(org, "Blocco inoltri di Power Automate"))
        .list(
            "Get-InboundConnector",
            inbound(org, "Da Exchange locale", "OnPremises", "smtp:*;1")
                .set("TlsSenderCertificateName", "posta." + org.domain()))
        .list(
            "Get-OutboundConnector",
            outbound(org, "Conservazione a norma", "CertificateValidation")
                .set("RecipientDomains", List.of("conservazione.example"))
                .set("UseMXRecord", true));
  }

  static Row noForwarding(Org org, String name) {
    return rule(org, name, "MessageTypeMatches", "SentToScope")
        .set("MessageTypeMatches", "AutoForward")
        .set("SentToScope", "NotInOrganization")
        .set("RejectMessageReasonText", "L'inoltro automatico verso l'esterno è vietato.")
        .set("RejectMessageEnhancedStatusCode", "5.7.1");
  }

  static Row noFlows(Org org, String name) {
    return rule(org, name, "HeaderContains", "SentToScope")
        .set("HeaderContainsMessageHeader", "x-ms-mail-application")
        .set("HeaderContainsWords", List.of("Microsoft Power Automate"))
        .set("SentToScope", "NotInOrganization")
        .set("RejectMessageReasonText", "L'inoltro con Power Automate è vietato.")
        .set("RejectMessageEnhancedStatusCode", "5.7.1");
  }

  static Row rule(Org org, String name, String... conditions) {
    return Row.exchange(org, "Get-TransportRule", name)
        .set("ImmutableId", org.guid("transport rule/" + name))
        .set("State", "Enabled")
        .set("Mode", "Enforce")
        .set(
            "Conditions",
            conditions.length == 0
                ? null
                : Stream.of(conditions).map(one -> PREDICATES + one + "Predicate").toList())
        .set("Description", "If the message:\r\n\t…\r\nTake the following actions:\r\n\t…\r\n");
  }

  static Row inbound(Org org, String name, String type, @Nullable String senderDomain) {
    return Row.exchange(org, "Get-InboundConnector", name)
        .set("ConnectorType", type)
        .set("SenderDomains", senderDomain == null ? List.of() : List.of(senderDomain))
        .set("RequireTls", true)
        .set("TlsSenderCertificateName", null);
  }

  static Row outbound(Org org, String name, String tls) {
    return Row.exchange(org, "Get-OutboundConnector", name).set("TlsSettings", tls);
  }
}
