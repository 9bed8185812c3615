package dev.sigillo.simulator.tenant;

import java.util.List;

/** Outbound policies, transport rules, connectors and filters. */
final class EsempioFlow {
  private static final String FORWARDING_GROUP = "inoltro.autorizzato@esempio.it";
  private static final String AGENTS_GROUP = "agenti@esempio.it";
  private static final String ALLOWED = "Inoltro autorizzato";
  private static final String NEWSLETTER = "Newsletter e notifiche";
  private static final String TRIAL = "Prova campagna 2024";

  private EsempioFlow() {}

  static void into(Content content) {
    outbound(content);
    groups(content);
    rules(content);
    connectors(content);
    filtering(content);
  }

  /**
   * Who belongs to the group of those who may forward meets its policy first; the newsletter's
   * domain meets its own; everybody else meets the default one. A fourth policy is left over from a
   * trial and its rule is off.
   */
  private static void outbound(Content content) {
    Org org = content.org;
    String security = EsempioTenant.SECURITY;
    content
        .list(
            "Get-HostedOutboundSpamFilterPolicy",
            OutboundSpam.policy(org, "Default", "Off", 400, 800, "BlockUser", security)
                .set("IsDefault", true),
            OutboundSpam.policy(org, ALLOWED, "On", 400, 800, "BlockUser", security),
            OutboundSpam.policy(org, NEWSLETTER, "Off", 2000, 10000, "BlockUser", security),
            OutboundSpam.policy(org, TRIAL, "On", 0, 0, "Alert", null))
        .list(
            "Get-HostedOutboundSpamFilterRule",
            OutboundSpam.rule(org, ALLOWED, "Enabled", 0, "FromMemberOf", FORWARDING_GROUP),
            OutboundSpam.rule(org, NEWSLETTER, "Enabled", 1, "SenderDomainIs", EsempioTenant.NEWS),
            OutboundSpam.rule(
                org, TRIAL, "Disabled", 2, "From", "chiara.moretti@" + EsempioTenant.MAIN));
  }

  /** The group of those who may forward holds another group: the agents. */
  private static void groups(Content content) {
    group(content, FORWARDING_GROUP, "Inoltro autorizzato", "spedizioni", "francesca.galli");
    group(content, AGENTS_GROUP, "Agenti", "stefano.riva", "nicolo.dangelo");
    content.list(
        "Get-DistributionGroupMember/" + FORWARDING_GROUP,
        Row.exchange(content.org, "Get-DistributionGroupMember", "Agenti")
            .set("ExternalDirectoryObjectId", content.org.guid("group/" + AGENTS_GROUP))
            .set("PrimarySmtpAddress", AGENTS_GROUP)
            .set("DisplayName", "Agenti")
            .set("RecipientType", "MailUniversalDistributionGroup")
            .set("RecipientTypeDetails", "MailUniversalDistributionGroup"));
    transitive(
        content,
        FORWARDING_GROUP,
        "spedizioni",
        "francesca.galli",
        "stefano.riva",
        "nicolo.dangelo");
    transitive(content, AGENTS_GROUP, "stefano.riva", "nicolo.dangelo");
  }

  private static void group(Content content, String address, String name, String... members) {
    Org org = content.org;
    String id = org.guid("group/" + address);
    content
        .list(
            "Get-DistributionGroup",
            Row.exchange(org, "Get-DistributionGroup", name)
                .set("Alias", address.substring(0, address.indexOf('@')))
                .set("DisplayName", name)
                .set("PrimarySmtpAddress", address)
                .set("EmailAddresses", List.of("SMTP:" + address))
                .set("ExternalDirectoryObjectId", id))
        .list(
            "groups",
            Row.graph("group", id)
                .set("displayName", name)
                .set("mail", address)
                .set("mailEnabled", true)
                .set("mailNickname", address.substring(0, address.indexOf('@')))
                .set("securityEnabled", false));
    for (String alias : members) {
      Account member = account(content, alias);
      content.list(
          "Get-DistributionGroupMember/" + address,
          Row.exchange(org, "Get-DistributionGroupMember", alias)
              .set("Alias", alias)
              .set("DisplayName", member.name)
              .set("ExternalDirectoryObjectId", member.key)
              .set("PrimarySmtpAddress", member.address())
              .set("RecipientTypeDetails", member.kind.recipientTypeDetails()));
    }
  }

  private static void transitive(Content content, String address, String... members) {
    String path = "groups/" + content.org.guid("group/" + address) + "/transitiveMembers";
    AccountRows rows = new AccountRows(content.org);
    for (String alias : members) {
      content.list(
          path, rows.user(account(content, alias)).set("@odata.type", "#microsoft.graph.user"));
    }
  }

  private static Account account(Content content, String alias) {
    return content.directory.get(content.directory.find(alias));
  }

  private static void rules(Content content) {
    Org org = content.org;
    content.list(
        "Get-TransportRule",
        MailFlow.rule(org, "Avviso mittente esterno", "FromScope")
            .set("FromScope", "NotInOrganization"),
        MailFlow.rule(org, "Firma aziendale", "FromScope", "SentToScope")
            .set("FromScope", "InOrganization")
            .set("SentToScope", "NotInOrganization"),
        // Only watches: it would stop what it sees once its mode is Enforce.
        MailFlow.noForwarding(org, "Blocco inoltro automatico").set("Mode", "AuditAndNotify"),
        MailFlow.rule(org, "Fatture alla conservazione", "From")
            .set("From", List.of("fatture@" + EsempioTenant.MAIN))
            .set("BlindCopyTo", List.of("raccolta@conservazione.example")),
        // A way around the spam filter, for one complaint of 2022.
        MailFlow.rule(org, "Posta del consorzio mai spam", "SenderDomainIs")
            .set("SenderDomainIs", List.of("consorzio.example"))
            .set("SetSCL", "-1"),
        MailFlow.rule(org, "Newsletter dalla piattaforma", "SenderDomainIs")
            .set("SenderDomainIs", List.of(EsempioTenant.NEWS))
            .set("RouteMessageOutboundConnector", "Piattaforma newsletter"),
        MailFlow.rule(org, "Reclami in copia alla qualità", "SentTo")
            .set("SentTo", List.of("reclami@" + EsempioTenant.MAIN))
            .set("CopyTo", List.of("qualita@" + EsempioTenant.MAIN)),
        MailFlow.rule(org, "Offerte al consulente (2023)", "SentTo")
            .set("State", "Disabled")
            .set("RedirectMessageTo", List.of("consulente@integratore.example")));
  }

  private static void connectors(Content content) {
    Org org = content.org;
    String server = "posta." + EsempioTenant.MAIN;
    content
        .list(
            "Get-InboundConnector",
            MailFlow.inbound(org, "Da Exchange locale (ibrido)", "OnPremises", "smtp:*;1")
                .set("TlsSenderCertificateName", server),
            inbound(org, "Multifunzione stabilimento di Bari", "smtp:esempio.it;1")
                .set("SenderIPAddresses", List.of("203.0.113.16/28")),
            inbound(org, "Piattaforma CRM", "smtp:esempio.it;1")
                .set("SenderIPAddresses", List.of("198.51.100.7", "198.18.16.0/20")),
            inbound(org, "Vecchio filtro antispam", "smtp:*;1").set("Enabled", false))
        .list(
            "Get-OutboundConnector",
            MailFlow.outbound(org, "Verso Exchange locale (ibrido)", "DomainValidation")
                .set("ConnectorType", "OnPremises")
                .set("RecipientDomains", List.of(EsempioTenant.MAIN))
                .set("SmartHosts", List.of(server))
                .set("TlsDomain", server),
            MailFlow.outbound(org, "Conservazione a norma", "CertificateValidation")
                .set("RecipientDomains", List.of("conservazione.example"))
                .set("UseMXRecord", true),
            MailFlow.outbound(org, "Piattaforma newsletter", "EncryptionOnly")
                .set("SmartHosts", List.of("smtp.invii-news.example"))
                .set("IsTransportRuleScoped", true),
            MailFlow.outbound(org, "Prova server fax", "EncryptionOnly")
                .set("Enabled", false)
                .set("SmartHosts", List.of("[192.0.2.25]")));
  }

  private static Row inbound(Org org, String name, String senders) {
    return MailFlow.inbound(org, name, "OnPremises", senders).set("RequireTls", false);
  }

  private static void filtering(Content content) {
    Org org = content.org;
    Filtering.clean(content);
    content
        .list(
            "Get-HostedContentFilterPolicy",
            Filtering.inbound(org, "Ufficio acquisti")
                .set("AllowedSenderDomains", List.of("fornitore-storico.example")),
            Filtering.inbound(org, "Standard Preset Security Policy1717401600000")
                .set("RecommendedPolicyType", "Standard"))
        .list(
            "Get-AntiPhishPolicy",
            Filtering.antiPhish(org, "Standard Preset Security Policy1717401600001")
                .set("IsDefault", false)
                .set("RecommendedPolicyType", "Standard"))
        .list(
            "Get-MalwareFilterPolicy",
            Filtering.malware(org, "Standard Preset Security Policy1717401600002", "Standard"));
  }
}
