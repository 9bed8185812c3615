package dev.sigillo.demo;

import dev.sigillo.snapshot.Dataset;
import java.util.List;

/** The organisation's domains, those it writes to, and the outsiders its address book knows. */
final class Domains {
  static final String MAIN = "esempio.it";
  static final String EXPORT = "esempio.com";
  static final String NEWS = "news.esempio.it";
  static final String PARKED = "esempio-spa.it";
  static final String INITIAL = "esempio.onmicrosoft.com";
  static final String COEXISTENCE = "esempio.mail.onmicrosoft.com";

  /** The domains for which the organisation accepts mail. */
  static final List<String> ACCEPTED = List.of(INITIAL, COEXISTENCE, MAIN, EXPORT, NEWS, PARKED);

  /** The carrier that gets a copy of every shipment. */
  static final String CARRIER = "logistica-partner.example";

  /** The accountants. */
  static final String ACCOUNTANTS = "studio-conti.example";

  /** What the mail contact of the accountants is called in the address book. */
  static final String ACCOUNTANTS_CONTACT = "Studio Conti";

  private Domains() {}

  static List<Answer> answers() {
    return List.of(
        Answer.of(
            Dataset.ACCEPTED_DOMAIN,
            "Get-AcceptedDomain {}",
            ACCEPTED.stream().map(name -> accepted(name, name.equals(PARKED))).toList()),
        Answer.of(
            Dataset.DKIM_SIGNING_CONFIG,
            "Get-DkimSigningConfig {}",
            signing(INITIAL, true, "Valid", 2048, "2024-03-11"),
            signing(MAIN, true, "Valid", 2048, "2026-05-18"),
            signing(EXPORT, false, "CnameMissing", 1024, "2022-09-05"),
            signing(NEWS, true, "Valid", 1024, "2023-02-20")),
        Answer.of(
            Dataset.REMOTE_DOMAIN,
            "Get-RemoteDomain {}",
            remote("Default", "*", false),
            remote("Corriere", CARRIER, true),
            remote("Commercialista", ACCOUNTANTS, true),
            remote("Gruppo Nord", "gruppo-nord.example", false)),
        Answer.of(
            Dataset.MAIL_CONTACT,
            "Get-MailContact {\"ResultSize\":\"Unlimited\"}",
            contact(ACCOUNTANTS_CONTACT, "contabilita@" + ACCOUNTANTS),
            contact("Corriere ritiri", "ritiri@" + CARRIER),
            contact("Notaio Aurelia Sforza", "a.sforza@notai.example"),
            contact("Presidente onorario", "g.esempio@posta.example")),
        Answer.of(
            Dataset.MAIL_USER,
            "Get-MailUser {\"ResultSize\":\"Unlimited\"}",
            contact("Consulente SAP", "consulente@integratore.example"),
            contact("Revisore esterno", "revisore@revisione.example")));
  }

  private static Row accepted(String name, boolean sendingDisabled) {
    return Row.exchange("accepted domain", name)
        .set("DomainName", name)
        .set("DomainType", "Authoritative")
        .set("InitialDomain", name.equals(INITIAL))
        .set("IsCoexistenceDomain", name.equals(COEXISTENCE))
        .set("MatchSubDomains", false)
        .set("SendingFromDomainDisabled", sendingDisabled);
  }

  private static Row signing(
      String domain, boolean enabled, String status, int keySize, String rotated) {
    String target = "-" + domain.replace('.', '-') + "._domainkey." + INITIAL;
    return Row.exchange("signing", domain)
        .set("Domain", domain)
        .set("Enabled", enabled)
        .set("Status", status)
        .set("Selector1CNAME", "selector1" + target)
        .set("Selector1KeySize", keySize)
        .set("Selector2CNAME", "selector2" + target)
        .set("Selector2KeySize", keySize)
        .set("KeyCreationTime", rotated + "T09:30:00.0000000Z")
        .set("RotateOnDate", rotated + "T09:30:00.0000000Z")
        .set("SelectorBeforeRotateOnDate", "selector1")
        .set("SelectorAfterRotateOnDate", "selector2");
  }

  private static Row remote(String name, String domain, boolean autoForward) {
    return Row.exchange("remote domain", name)
        .set("DomainName", domain)
        .set("AutoForwardEnabled", autoForward)
        .set("AutoReplyEnabled", false)
        .set("DeliveryReportEnabled", false)
        .set("AllowedOOFType", "External");
  }

  private static Row contact(String name, String external) {
    String dn = Row.guid("contact/" + name).replace("-", "");
    return Row.exchange("contact", name)
        .set("Name", name)
        .set("DisplayName", name)
        .set("PrimarySmtpAddress", external)
        .set("EmailAddresses", List.of("SMTP:" + external))
        .set("LegacyExchangeDN", DemoMailbox.RECIPIENTS + dn)
        .set("ExternalEmailAddress", "SMTP:" + external);
  }
}
