package dev.sigillo.demo;

import static dev.sigillo.mailauth.RecordType.A;
import static dev.sigillo.mailauth.RecordType.DNSKEY;
import static dev.sigillo.mailauth.RecordType.DS;
import static dev.sigillo.mailauth.RecordType.MX;
import static dev.sigillo.mailauth.RecordType.SOA;

/**
 * What the domains publish. The main one is in order but for its policy, which stops at quarantine,
 * and for reports that go to a service which never agreed. The one for exports was forgotten: too
 * many lookups, a customer database that is gone, a record that protects the subdomains only. The
 * name servers of the newsletter's domain, which an agency runs, did not answer that evening. The
 * parked one still has the key of a service.
 */
final class Zones {
  private static final String MICROSOFT = ".mail.protection.outlook.com";

  private Zones() {}

  static NameServers all() {
    NameServers dns = new NameServers().silent(Domains.NEWS).signed("").signed(Domains.MAIN);
    dns.has(
        "", SOA, "a.root-servers.net. nstld.verisign-grs.com. 2026111901 1800 900 604800 86400");
    main(dns);
    export(dns);
    parked(dns);
    microsoft(dns);
    return dns;
  }

  private static void main(NameServers dns) {
    String domain = Domains.MAIN;
    dns.text(
            domain,
            "v=spf1 ip4:203.0.113.5 include:spf.protection.outlook.com"
                + " include:spf.invii-news.example -all",
            "MS=ms48213377")
        .has(domain, MX, "0 esempio-it" + MICROSOFT + ".")
        .has(domain, A, "203.0.113.80")
        .has(domain, SOA, soa(domain))
        .has(
            domain,
            DS,
            "55648 13 2 B4C8C1FE2E7477127B27115656AD6256F424625BF5C1E2770CE6D6E37DF61D17")
        .has(domain, DNSKEY, "257 3 13 " + DemoKeys.ZONE)
        .text(
            "_dmarc." + domain,
            "v=DMARC1; p=quarantine; rua=mailto:dmarc@esempio.it,mailto:esempio@rapporti-dmarc.example")
        .text("_smtp._tls." + domain, "v=TLSRPTv1; rua=mailto:dmarc@esempio.it")
        .text("inn1._domainkey." + domain, "v=DKIM1; k=rsa; p=" + DemoKeys.SHORT);
    dns.has("esempio-it" + MICROSOFT, A, "52.101.68.3");
    selectors(dns, domain, DemoKeys.LONG);
    dns.text("spf.invii-news.example", "v=spf1 ip4:198.51.100.64/27 -all")
        .has("rapporti-dmarc.example", MX, "10 mx.rapporti-dmarc.example.");
  }

  private static void export(NameServers dns) {
    String domain = Domains.EXPORT;
    dns.text(
            domain,
            "v=spf1 a mx ptr ip4:198.18.0.0/15 include:spf.protection.outlook.com"
                + " include:spf.fiere-export.example include:spf.vecchio-crm.example ?all")
        .has(domain, MX, "0 esempio-com" + MICROSOFT + ".", "50 posta.vecchio-hosting.example.")
        .has(domain, A, "203.0.113.81")
        .has(domain, SOA, soa(domain))
        .text("_dmarc." + domain, "v=DMARC1; p=none; sp=reject;")
        .has("esempio-com" + MICROSOFT, A, "52.101.68.5")
        .has("posta.vecchio-hosting.example", A, "198.51.100.201")
        .text(
            "spf.fiere-export.example",
            "v=spf1 include:_a.fiere-export.example include:_b.fiere-export.example"
                + " include:_c.fiere-export.example include:_d.fiere-export.example"
                + " include:_e.fiere-export.example include:_f.fiere-export.example -all");
    for (char pool = 'a'; pool <= 'f'; pool++) {
      dns.text(
          "_" + pool + ".fiere-export.example",
          "v=spf1 ip4:198.51.100.%d/30 -all".formatted(4 * pool - 384));
    }
  }

  private static void parked(NameServers dns) {
    String domain = Domains.PARKED;
    dns.text(domain, "v=spf1 -all")
        .has(domain, MX, "0 .")
        .has(domain, SOA, soa(domain))
        .text("k1._domainkey." + domain, "v=DKIM1; k=rsa; p=" + DemoKeys.SHORT);
  }

  private static void microsoft(NameServers dns) {
    dns.text(
            "spf.protection.outlook.com",
            "v=spf1 ip4:40.92.0.0/15 ip4:40.107.0.0/16 ip4:52.100.0.0/15 ip4:52.102.0.0/16"
                + " ip4:52.103.0.0/17 ip4:104.47.0.0/17 ip6:2a01:111:f400::/48"
                + " ip6:2a01:111:f403::/49 ip6:2a01:111:f403:8000::/51"
                + " ip6:2a01:111:f403:c000::/51 ip6:2a01:111:f403:f000::/52 -all")
        .text("outlook.com", "v=spf1 include:spf.protection.outlook.com ~all")
        .text(Domains.INITIAL, "v=spf1 include:spf.protection.outlook.com -all")
        .has(Domains.INITIAL, MX, "0 esempio" + MICROSOFT + ".")
        .has(Domains.INITIAL, SOA, soa(Domains.INITIAL))
        .text(Domains.COEXISTENCE, "v=spf1 include:outlook.com -all");
  }

  private static void selectors(NameServers dns, String domain, String key) {
    for (String selector : new String[] {"selector1", "selector2"}) {
      String target =
          "%s-%s._domainkey.%s".formatted(selector, domain.replace('.', '-'), Domains.INITIAL);
      dns.alias(selector + "._domainkey." + domain, target)
          .text(target, "v=DKIM1; k=rsa; p=" + key);
    }
  }

  private static String soa(String zone) {
    return "ns1.provider.example. hostmaster.%s. 2026111901 7200 3600 1209600 3600".formatted(zone);
  }
}
