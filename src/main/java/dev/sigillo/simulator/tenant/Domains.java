package dev.sigillo.simulator.tenant;

import java.time.Duration;
import java.util.List;

/** Accepted domains, their signatures, remote domains, and outsiders in the address book. */
final class Domains {
  /** RSA, 2048 bits; nobody holds the private key. */
  static final String LONG_KEY =
      "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA058kRFTUVYibC9RJ2yM1jPn+jb3Ph+JasatNL2VMFxIm"
          + "YXXzyoxzzyxs6hzv24ofxUNhCgNKiItJnFqM0OsZL60Fo8oA9++C+5JhSM8bbtQ0XdnbyAKBl7YSSPzfVFoJJORe"
          + "F2zw4DqeVSWqj877RsrdeFux0HuF0kQTczeG7jrg/NBw71yd5zjhLWJZBRTq9v72fCn9LzzjuJkxpuiy/C0if7dD"
          + "iDW/MCUb4OYOxKFBMJdW1FF8LOUHzZ+lPxL4s9C7UDB35qpHXivhfp4/rb3rwkHYhrb5Cze5w+zI9MMujyhyeyyX"
          + "57p1PJ3+1DoVBeosXrEQjHw4++cDb0YNDQIDAQAB";

  /** RSA, 1024 bits. */
  static final String SHORT_KEY =
      "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDvg7kNKCMQsT6DuqrYTuMVHLzDE6QJP+eD6v0uGgk6TiUenQ04"
          + "x+AGgU5rxIZgxqQweLl1C+iSxVHqbzanS1DHHzYVrm7giggXUZfvR4YPpKXvOKa1EycwPlhVlTK0DplJf9aCbxkO"
          + "/cXRMQMHcYFwLe2dUYj/gMLI+Kd6hNa2cwIDAQAB";

  /** Of a zone: the example of RFC 6605. */
  static final String ZONE_KEY =
      "mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==";

  static final String MICROSOFT = ".mail.protection.outlook.com";

  private Domains() {}

  /** The main domain, a parked one and Microsoft's own, all in order. */
  static void clean(Content content) {
    Org org = content.org;
    content
        .list("Get-AcceptedDomain", accepted(org, org.initial()).set("InitialDomain", true))
        .list("Get-RemoteDomain", remote(org, "Default", "*"))
        .list("Get-DkimSigningConfig", signing(org, org.initial()).set("IsDefault", true))
        .list("Get-MailContact", contact(org, "Notaio Aurelia Sforza", "a.sforza@notai.example"))
        .list("Get-MailUser", user(org, "Revisore esterno", "revisore@revisione.example"))
        .list("domains", graph(org.initial()).set("isInitial", true));
    root(content);
    sending(content, org.domain());
    content
        .row("Get-AcceptedDomain", row -> row.text("Name").equals(org.domain()))
        .set("Default", true);
    content.row("domains", row -> row.text("id").equals(org.domain())).set("isDefault", true);
    parked(content, "parked-" + org.domain());
  }

  /** What the rest of the world publishes. */
  static void root(Content content) {
    Org org = content.org;
    content
        .zones
        .zone("")
        .zone("outlook.com")
        .text(
            "spf.protection.outlook.com",
            "v=spf1 ip4:40.92.0.0/15 ip4:40.107.0.0/16 ip4:52.100.0.0/15 ip4:52.102.0.0/16"
                + " ip4:52.103.0.0/17 ip4:104.47.0.0/17 ip6:2a01:111:f400::/48"
                + " ip6:2a01:111:f403::/49 ip6:2a01:111:f403:8000::/51"
                + " ip6:2a01:111:f403:c000::/51 ip6:2a01:111:f403:f000::/52 -all")
        .text("outlook.com", "v=spf1 include:spf.protection.outlook.com ~all")
        .zone(org.initial())
        .text(org.initial(), "v=spf1 include:spf.protection.outlook.com -all")
        .add(org.initial(), "MX", "0 " + org.prefix() + MICROSOFT + ".")
        .add(org.prefix() + MICROSOFT, "A", "52.101.68.3")
        .text("_dmarc." + org.initial(), "v=DMARC1; p=reject");
  }

  /** A domain that sends, with everything in order. */
  static void sending(Content content, String domain) {
    Org org = content.org;
    content
        .list("Get-AcceptedDomain", accepted(org, domain))
        .list("Get-DkimSigningConfig", signing(org, domain))
        .list("domains", graph(domain));
    String host = domain.replace('.', '-') + MICROSOFT;
    content
        .zones
        .zone(domain)
        .text(domain, "v=spf1 include:spf.protection.outlook.com -all")
        .add(domain, "MX", "0 " + host + ".")
        .add(host, "A", "52.101.68.3")
        .add(domain, "A", "203.0.113.80")
        .add(domain, "DNSKEY", "257 3 13 " + ZONE_KEY)
        .add(
            domain,
            "DS",
            "55648 13 2 B4C8C1FE2E7477127B27115656AD6256F424625BF5C1E2770CE6D6E37DF61D17")
        .text("_dmarc." + domain, "v=DMARC1; p=reject; rua=mailto:dmarc@" + domain)
        .text("_smtp._tls." + domain, "v=TLSRPTv1; rua=mailto:dmarc@" + domain)
        .text("_mta-sts." + domain, "v=STSv1; id=20260101T000000")
        .add("mta-sts." + domain, "A", "203.0.113.81");
    content.mtaStsPolicies.put(
        domain,
        "version: STSv1\r\nmode: enforce\r\nmx: *.mail.protection.outlook.com\r\nmax_age: 604800\r\n");
    for (String selector : List.of("selector1", "selector2")) {
      String target = selector + target(org, domain);
      content
          .zones
          .add(selector + "._domainkey." + domain, "CNAME", target + ".")
          .text(target, "v=DKIM1; k=rsa; p=" + LONG_KEY);
    }
  }

  /** A domain that neither sends nor receives, and says so. */
  static void parked(Content content, String domain) {
    content
        .list(
            "Get-AcceptedDomain",
            accepted(content.org, domain).set("SendingFromDomainDisabled", true))
        .list("domains", graph(domain));
    content
        .zones
        .zone(domain)
        .text(domain, "v=spf1 -all")
        .add(domain, "MX", "0 .")
        .text("_dmarc." + domain, "v=DMARC1; p=reject");
  }

  static Row accepted(Org org, String name) {
    return Row.exchange(org, "Get-AcceptedDomain", name)
        .set("DomainName", name)
        .set("DomainType", "Authoritative");
  }

  private static String target(Org org, String domain) {
    return "-" + domain.replace('.', '-') + "._domainkey." + org.initial();
  }

  static Row signing(Org org, String domain) {
    String created = org.exchangeBefore(Duration.ofDays(120));
    return Row.exchange(org, "Get-DkimSigningConfig", domain)
        .set("Domain", domain)
        .set("Enabled", true)
        .set("Status", "Valid")
        .set("Selector1CNAME", "selector1" + target(org, domain))
        .set("Selector1KeySize", 2048)
        .set("Selector1PublicKey", "v=DKIM1; k=rsa; p=" + LONG_KEY)
        .set("Selector2CNAME", "selector2" + target(org, domain))
        .set("Selector2KeySize", 2048)
        .set("Selector2PublicKey", "v=DKIM1; k=rsa; p=" + LONG_KEY)
        .set("KeyCreationTime", created)
        .set("LastChecked", created)
        .set("RotateOnDate", created)
        .set("SelectorBeforeRotateOnDate", "selector1")
        .set("SelectorAfterRotateOnDate", "selector2");
  }

  static Row remote(Org org, String name, String domain) {
    return Row.exchange(org, "Get-RemoteDomain", name)
        .set("DomainName", domain)
        .set("AutoForwardEnabled", false)
        .set("AutoReplyEnabled", false)
        .set("DeliveryReportEnabled", false)
        .set("AllowedOOFType", "External");
  }

  static Row contact(Org org, String name, String external) {
    return outsider(org, "Get-MailContact", name, external);
  }

  static Row user(Org org, String name, String external) {
    return outsider(org, "Get-MailUser", name, external)
        .set("UserPrincipalName", external.replace('@', '_') + "#EXT#@" + org.initial());
  }

  private static Row outsider(Org org, String shape, String name, String external) {
    return Row.exchange(org, shape, name)
        .set("DisplayName", name)
        .set("Alias", name.replace(' ', '.'))
        .set("PrimarySmtpAddress", external)
        .set("EmailAddresses", List.of("SMTP:" + external))
        .set("LegacyExchangeDN", Account.RECIPIENTS + org.guid("contact/" + name).replace("-", ""))
        .set("ExternalDirectoryObjectId", org.guid("contact object/" + name))
        .set("ExternalEmailAddress", "SMTP:" + external);
  }

  static Row graph(String domain) {
    return Row.graph("domain", domain);
  }
}
