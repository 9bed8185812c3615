package dev.sigillo.simulator.tenant;

import java.util.List;

/**
 * What the domains are and publish. The main one is in order but for its policy, which stops at
 * quarantine, and for reports that go to a service which never agreed. The one for exports was
 * forgotten: too many lookups, a customer database that is gone, a record that protects the
 * subdomains only. The name servers of the newsletter's domain, which an agency runs, do not answer
 * (the scenario's faults say so). The parked one still has the key of a service.
 */
final class EsempioDomains {
  private static final String ACCEPTED = "Get-AcceptedDomain";

  private EsempioDomains() {}

  static void into(Content content) {
    Org org = content.org;
    content.list(
        ACCEPTED,
        Domains.accepted(org, org.initial()).set("InitialDomain", true),
        Domains.accepted(org, "esempio.mail.onmicrosoft.com").set("IsCoexistenceDomain", true),
        Domains.accepted(org, EsempioTenant.MAIN).set("Default", true),
        Domains.accepted(org, EsempioTenant.EXPORT),
        Domains.accepted(org, EsempioTenant.NEWS),
        Domains.accepted(org, EsempioTenant.PARKED).set("SendingFromDomainDisabled", true));
    for (Row domain : content.rows(ACCEPTED)) {
      String name = domain.text("Name");
      content.list(
          "domains",
          Domains.graph(name)
              .set("isInitial", name.equals(org.initial()))
              .set("isDefault", name.equals(EsempioTenant.MAIN)));
    }
    content.list(
        "Get-DkimSigningConfig",
        signing(org, org.initial(), 2048, "2024-03-11").set("IsDefault", true),
        signing(org, EsempioTenant.MAIN, 2048, "2026-05-18"),
        signing(org, EsempioTenant.EXPORT, 1024, "2022-09-05")
            .set("Enabled", false)
            .set("Status", "CnameMissing"),
        signing(org, EsempioTenant.NEWS, 1024, "2023-02-20"));
    outsiders(content);
    zones(content);
  }

  private static Row signing(Org org, String domain, int bits, String rotated) {
    return Domains.signing(org, domain)
        .set("Selector1KeySize", bits)
        .set("Selector2KeySize", bits)
        .set("KeyCreationTime", rotated + "T09:30:00.0000000Z")
        .set("RotateOnDate", rotated + "T09:30:00.0000000Z");
  }

  private static void outsiders(Content content) {
    Org org = content.org;
    content
        .list(
            "Get-RemoteDomain",
            Domains.remote(org, "Default", "*"),
            Domains.remote(org, "Corriere", EsempioTenant.CARRIER).set("AutoForwardEnabled", true),
            Domains.remote(org, "Commercialista", EsempioTenant.ACCOUNTANTS)
                .set("AutoForwardEnabled", true),
            Domains.remote(org, "Gruppo Nord", "gruppo-nord.example"))
        .list(
            "Get-MailContact",
            Domains.contact(
                org, EsempioTenant.ACCOUNTANTS_CONTACT, "contabilita@" + EsempioTenant.ACCOUNTANTS),
            Domains.contact(org, "Corriere ritiri", "ritiri@" + EsempioTenant.CARRIER),
            Domains.contact(org, "Notaio Aurelia Sforza", "a.sforza@notai.example"),
            Domains.contact(org, "Presidente onorario", "g.esempio@posta.example"))
        .list(
            "Get-MailUser",
            Domains.user(org, "Consulente SAP", "consulente@integratore.example"),
            Domains.user(org, "Revisore esterno", "revisore@revisione.example"));
  }

  private static void zones(Content content) {
    Domains.root(content);
    content
        .zones
        .remove("_dmarc." + content.org.initial(), "TXT")
        .text("esempio.mail.onmicrosoft.com", "v=spf1 include:outlook.com -all");
    main(content);
    export(content.zones);
    content
        .zones
        .zone(EsempioTenant.PARKED)
        .text(EsempioTenant.PARKED, "v=spf1 -all")
        .add(EsempioTenant.PARKED, "MX", "0 .")
        .text("k1._domainkey." + EsempioTenant.PARKED, "v=DKIM1; k=rsa; p=" + Domains.SHORT_KEY);
  }

  private static void main(Content content) {
    String domain = EsempioTenant.MAIN;
    content
        .zones
        .zone(domain)
        .text(
            domain,
            "v=spf1 ip4:203.0.113.5 include:spf.protection.outlook.com"
                + " include:spf.invii-news.example -all")
        .text(domain, "MS=ms48213377")
        .add(domain, "MX", "0 esempio-it" + Domains.MICROSOFT + ".")
        .add("esempio-it" + Domains.MICROSOFT, "A", "52.101.68.3")
        .add(domain, "A", "203.0.113.80")
        .add(
            domain,
            "DS",
            "55648 13 2 B4C8C1FE2E7477127B27115656AD6256F424625BF5C1E2770CE6D6E37DF61D17")
        .add(domain, "DNSKEY", "257 3 13 " + Domains.ZONE_KEY)
        .text(
            "_dmarc." + domain,
            "v=DMARC1; p=quarantine; rua=mailto:dmarc@esempio.it,mailto:esempio@rapporti-dmarc.example")
        .text("_smtp._tls." + domain, "v=TLSRPTv1; rua=mailto:dmarc@esempio.it")
        .text("inn1._domainkey." + domain, "v=DKIM1; k=rsa; p=" + Domains.SHORT_KEY)
        .zone("invii-news.example")
        .text("spf.invii-news.example", "v=spf1 ip4:198.51.100.64/27 -all")
        .zone("rapporti-dmarc.example")
        .add("rapporti-dmarc.example", "MX", "10 mx.rapporti-dmarc.example.");
    for (String selector : List.of("selector1", "selector2")) {
      String target = selector + "-esempio-it._domainkey." + content.org.initial();
      content
          .zones
          .add(selector + "._domainkey." + domain, "CNAME", target + ".")
          .text(target, "v=DKIM1; k=rsa; p=" + Domains.LONG_KEY);
    }
  }

  private static void export(Zones zones) {
    String domain = EsempioTenant.EXPORT;
    zones
        .zone(domain)
        .text(
            domain,
            "v=spf1 a mx ptr ip4:198.18.0.0/15 include:spf.protection.outlook.com"
                + " include:spf.fiere-export.example include:spf.vecchio-crm.example ?all")
        .add(domain, "MX", "0 esempio-com" + Domains.MICROSOFT + ".")
        .add(domain, "MX", "50 posta.vecchio-hosting.example.")
        .add(domain, "A", "203.0.113.81")
        .text("_dmarc." + domain, "v=DMARC1; p=none; sp=reject;")
        .add("esempio-com" + Domains.MICROSOFT, "A", "52.101.68.5")
        .zone("vecchio-hosting.example")
        .add("posta.vecchio-hosting.example", "A", "198.51.100.201")
        .zone("fiere-export.example")
        .text(
            "spf.fiere-export.example",
            "v=spf1 include:_a.fiere-export.example include:_b.fiere-export.example"
                + " include:_c.fiere-export.example include:_d.fiere-export.example"
                + " include:_e.fiere-export.example include:_f.fiere-export.example -all");
    for (char pool = 'a'; pool <= 'f'; pool++) {
      zones.text(
          "_" + pool + ".fiere-export.example",
          "v=spf1 ip4:198.51.100.%d/30 -all".formatted(4 * pool - 384));
    }
  }
}
