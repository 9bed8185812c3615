package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Misconfigurations.Misconfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Connectors, transport rules, remote domains and policies that open a way. */
final class FlowFaults {
  static final Map<String, Misconfiguration> ALL = new HashMap<>();

  static {
    each("connectorOpenRelay", "Connettore aperto", FlowFaults::openRelay);
    each("connectorUnbound", "Connettore senza vincolo", FlowFaults::unbound);
    each("connectorWide", "Connettore ampio", FlowFaults::wide);
    each("outboundConnectorUnknown", "Connettore sconosciuto", FlowFaults::unknownConnector);
    each("outboundConnectorUnverified", "Connettore senza convalida", FlowFaults::unverified);
    each("ruleSendsOutside", "Copia all'esterno", FlowFaults::sendsOutside);
    each("ruleRedirectsOutside", "Reindirizzamento", FlowFaults::redirectsOutside);
    each("ruleSkipsFilter", "Mai posta indesiderata", FlowFaults::skipsFilter);
    each("weakOutboundPolicy", "Criterio debole", FlowFaults::weakPolicy);
    each("malwareSilent", "Antimalware muto", FlowFaults::malwareSilent);
    each("dmarcIgnored", "Antiphishing permissivo", FlowFaults::dmarcIgnored);
    each("senderDomainsAllowed", "Filtro permissivo", FlowFaults::senderDomainsAllowed);
    each("remoteDomainForwards", "partner", FlowFaults::remoteForwards);
    each("remoteDomainReplies", "risponde", FlowFaults::remoteReplies);
    ALL.put("noForwardingRule", FlowFaults::noForwardingRule);
    ALL.put("powerAutomateOpen", FlowFaults::powerAutomateOpen);
  }

  private FlowFaults() {}

  private static void each(String name, String title, BiConsumer<Content, String> one) {
    ALL.put(
        name, (content, count) -> Layers.names(title, count).forEach(n -> one.accept(content, n)));
  }

  private static void openRelay(Content content, String name) {
    content.list(
        "Get-InboundConnector", MailFlow.inbound(content.org, name, "OnPremises", "smtp:*;1"));
    content.truth.finds("CONNECTORS-02", name, "open");
  }

  private static void unbound(Content content, String name) {
    String domain = "smtp:" + content.org.domain() + ";1";
    content.list("Get-InboundConnector", MailFlow.inbound(content.org, name, "OnPremises", domain));
    content.truth.finds("CONNECTORS-02", name, "unbound");
  }

  private static void wide(Content content, String name) {
    content.list(
        "Get-InboundConnector",
        MailFlow.inbound(content.org, name, "OnPremises", "smtp:*;1")
            .set("SenderIPAddresses", List.of("198.51.100.7", "198.18.16.0/20")));
    content.truth.finds("CONNECTORS-02", name, "wide");
  }

  private static void unknownConnector(Content content, String name) {
    content.list(
        "Get-OutboundConnector",
        MailFlow.outbound(content.org, name, "DomainValidation")
            .set("SmartHosts", List.of("smtp.relay.example", "[192.0.2.25]"))
            .set("TlsDomain", "smtp.relay.example"));
    content
        .truth
        .finds("CONNECTORS-03", name, "smartHost")
        .finds("SENDERS-07", content.tenant(), "connectors");
  }

  private static void unverified(Content content, String name) {
    content.list(
        "Get-OutboundConnector",
        MailFlow.outbound(content.org, name, "EncryptionOnly")
            .set("RecipientDomains", List.of("partner.example"))
            .set("UseMXRecord", true));
    content
        .truth
        .finds("CONNECTORS-03", name, "unknown")
        .finds("CONNECTORS-04", name, "mx")
        .finds("SENDERS-07", content.tenant(), "connectors");
  }

  private static void sendsOutside(Content content, String name) {
    content.list(
        "Get-TransportRule",
        MailFlow.rule(content.org, name, "From")
            .set("BlindCopyTo", List.of("raccolta@archive.example")));
    content
        .truth
        .finds("FORWARDING-03", name, "blindCopy")
        .finds("FORWARDING-09", content.tenant(), "rule");
  }

  /** One recipient comes as text and not as a list, as Exchange does now and then. */
  private static void redirectsOutside(Content content, String name) {
    content.list(
        "Get-TransportRule",
        MailFlow.rule(content.org, name, "SentTo")
            .set("RedirectMessageTo", "altrove@archive.example"));
    content
        .truth
        .finds("FORWARDING-03", name, "redirect")
        .finds("FORWARDING-09", content.tenant(), "rule");
  }

  private static void skipsFilter(Content content, String name) {
    content.list(
        "Get-TransportRule",
        MailFlow.rule(content.org, name, "SenderDomainIs")
            .set("SenderDomainIs", List.of("consorzio.example"))
            .set("SetSCL", "-1"));
    content.truth.finds("CONNECTORS-07", name, "skips");
  }

  /** Within the limits that are recommended, but above those of the default policy. */
  private static void weakPolicy(Content content, String name) {
    Org org = content.org;
    int priority = content.rows("Get-HostedOutboundSpamFilterRule").size();
    content
        .list(
            "Get-HostedOutboundSpamFilterPolicy",
            OutboundSpam.policy(org, name, "Off", 400, 900, "BlockUser", content.security()))
        .list(
            "Get-HostedOutboundSpamFilterRule",
            OutboundSpam.rule(
                org, name, "Enabled", priority, "From", "elena.fontana@" + org.domain()));
  }

  private static void malwareSilent(Content content, String name) {
    content.list("Get-MalwareFilterPolicy", Filtering.malware(content.org, name, "Custom"));
    content.truth.finds("OUTBOUND-10", name, "off");
  }

  private static void dmarcIgnored(Content content, String name) {
    content.list(
        "Get-AntiPhishPolicy",
        Filtering.antiPhish(content.org, name)
            .set("HonorDmarcPolicy", false)
            .set("IsDefault", false));
    content.truth.finds("CONNECTORS-08", name, "ignored");
  }

  private static void senderDomainsAllowed(Content content, String name) {
    content.list(
        "Get-HostedContentFilterPolicy",
        Filtering.inbound(content.org, name)
            .set("AllowedSenderDomains", List.of("supplier.example")));
    content.truth.finds("CONNECTORS-06", name, "domain");
  }

  private static void remoteForwards(Content content, String name) {
    String domain = name.replace(' ', '-') + ".example";
    content.list(
        "Get-RemoteDomain",
        Domains.remote(content.org, name, domain).set("AutoForwardEnabled", true));
    content
        .truth
        .finds("FORWARDING-02", domain, "domain")
        .finds("FORWARDING-09", content.tenant(), "domain");
  }

  private static void remoteReplies(Content content, String name) {
    String domain = name.replace(' ', '-') + ".example";
    content.list(
        "Get-RemoteDomain",
        Domains.remote(content.org, name, domain)
            .set("AllowedOOFType", "InternalLegacy")
            .set("AutoReplyEnabled", true)
            .set("DeliveryReportEnabled", true));
    content
        .truth
        .finds("FORWARDING-11", domain, "outOfOffice")
        .finds("FORWARDING-11", domain, "reply")
        .finds("FORWARDING-11", domain, "receipt");
  }

  /** What follows from that depends on the outbound policies: {@link Layers}. */
  private static void noForwardingRule(Content content, int count) {
    content.remove(
        "Get-TransportRule", row -> row.text("MessageTypeMatches").equals("AutoForward"));
  }

  private static void powerAutomateOpen(Content content, int count) {
    content.remove(
        "Get-TransportRule",
        row -> row.text("HeaderContainsMessageHeader").equals("x-ms-mail-application"));
    content.truth.finds("FORWARDING-12", content.tenant(), "open");
  }
}
