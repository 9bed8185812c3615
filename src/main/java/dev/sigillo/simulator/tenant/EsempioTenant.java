package dev.sigillo.simulator.tenant;

import java.time.Instant;
import java.util.List;

/**
 * Esempio S.p.A., on an evening in November 2026: 250 mailboxes, most things in order, and the
 * exceptions that outlived their reasons. The truth about it is {@code
 * simulator/esempio.truth.yaml}.
 */
final class EsempioTenant {
  static final String MAIN = "esempio.it";
  static final String EXPORT = "esempio.com";
  static final String NEWS = "news.esempio.it";
  static final String PARKED = "esempio-spa.it";

  /** The carrier that gets a copy of every shipment. */
  static final String CARRIER = "logistica-partner.example";

  /** The accountants. */
  static final String ACCOUNTANTS = "studio-conti.example";

  /** What the mail contact of the accountants is called in the address book. */
  static final String ACCOUNTANTS_CONTACT = "Studio Conti";

  static final String SECURITY = "sicurezza.it@" + MAIN;

  /** When the unified audit log was switched on. */
  private static final Instant LOGGED_SINCE = Instant.parse("2026-11-02T09:14:00Z");

  private EsempioTenant() {}

  static Content of(Org org) {
    Content content = new Content(org, EsempioPeople.directory(org));
    organisation(content);
    EsempioDomains.into(content);
    EsempioFlow.into(content);
    EsempioAccess.into(content);
    EsempioApplications.into(content);
    WrittenTruth.into(content.truth, "simulator/esempio.truth.yaml");
    return content;
  }

  private static void organisation(Content content) {
    Org org = content.org;
    Organisation.clean(content);
    content.first("Get-OrganizationConfig").set("RejectDirectSend", false);
    content
        .first("Get-RoleAssignmentPolicy")
        .set(
            "AssignedRoles",
            List.of(
                "MyBaseOptions", "MyContactInformation", "My Marketplace Apps", "My Custom Apps"));
    content.list("Get-RoleAssignmentPolicy", Organisation.roles(org, "Produzione"));
    content.remove("Get-AuthenticationPolicy", row -> true);
    content.list(
        "Get-AuthenticationPolicy",
        Organisation.authentication(org, "Solo autenticazione moderna"));
    content
        .first("Get-AdminAuditLogConfig")
        .set("UnifiedAuditLogFirstOptInDate", LOGGED_SINCE.toString().replace("Z", ".0000000Z"));
  }
}
