package dev.sigillo.simulator.tenant;

import java.util.List;

/** The applications of Esempio S.p.A., and what limits them. */
final class EsempioApplications {
  private static final String CRM = "Clienti+ (CRM)";
  private static final String ERP = "Gestionale Argo";
  private static final String HR = "Portale Risorse Umane (fornitore)";
  private static final String BACKUP = "Salvataggio caselle";
  private static final String SCANNERS = "Scansioni in cloud";
  private static final String SIGNATURE = "Firma aziendale centralizzata";
  private static final String CALENDARS = "Prenota incontri";
  private static final String AUDIT = "Sigillo (sola lettura)";

  private static final String GRAPH = Applications.GRAPH_NAME;
  private static final String EXCHANGE = Applications.EXCHANGE_NAME;

  private EsempioApplications() {}

  static void into(Content content) {
    Applications.resources(content);
    Applications.policies(content);
    principals(content);
    permissions(content);
    registrations(content);
    limits(content);
  }

  private static void principals(Content content) {
    Org org = content.org;
    content.list(
        "servicePrincipals",
        Applications.principal(org, CRM),
        Applications.principal(org, ERP),
        supplied(org, HR, "hr"),
        supplied(org, BACKUP, "backup"),
        Applications.principal(org, SCANNERS),
        supplied(org, SIGNATURE, "signature"),
        supplied(org, CALENDARS, "calendar"),
        Applications.principal(org, AUDIT));
  }

  private static Row supplied(Org org, String name, String supplier) {
    return Applications.principal(org, name)
        .set("appOwnerOrganizationId", org.guid("tenant/" + supplier + " supplier"))
        .set("signInAudience", "AzureADMultipleOrgs");
  }

  private static void permissions(Content content) {
    Org org = content.org;
    content
        .list(
            "appRoleAssignedTo",
            Applications.assignment(org, CRM, GRAPH, Applications.MAIL_SEND),
            Applications.assignment(org, HR, GRAPH, Applications.MAIL_SEND),
            Applications.assignment(org, BACKUP, EXCHANGE, Applications.FULL_ACCESS),
            Applications.assignment(org, SCANNERS, EXCHANGE, Applications.SMTP_SEND),
            Applications.assignment(org, AUDIT, GRAPH, "246dd0d5-5bd0-4def-940b-0421030a5b68"),
            Applications.assignment(org, AUDIT, GRAPH, "7ab1d382-f21e-4acd-a863-ba3e13f7da61"),
            Applications.assignment(org, AUDIT, GRAPH, "b0afded3-3588-46d8-8b3d-9842eff778da"))
        .list(
            "oauth2PermissionGrants",
            Applications.consent(org, SIGNATURE, null, "openid profile Mail.ReadWrite Mail.Send"),
            Applications.consent(
                org, CALENDARS, null, "openid profile offline_access Calendars.ReadWrite"),
            Applications.consent(
                org,
                CALENDARS,
                org.guid("user/paolo.greco"),
                "openid profile offline_access Calendars.ReadWrite Mail.Send"));
  }

  private static void registrations(Content content) {
    Org org = content.org;
    content.list(
        "applications",
        Applications.registration(
            org, CRM, List.of(key(org, "CRM 2025", "2025-03-03", "2027-03-03")), List.of()),
        Applications.registration(
            org, ERP, List.of(), List.of(key(org, "CN=argo", "2026-02-10", "2027-02-10"))),
        Applications.registration(
            org,
            SCANNERS,
            List.of(),
            List.of(key(org, "CN=scansioni", "2026-06-01", "2027-05-31"))),
        Applications.registration(
            org, AUDIT, List.of(), List.of(key(org, "CN=sigillo", "2026-09-14", "2027-03-14"))),
        Applications.registration(
            org,
            "Migrazione 2022 (dismessa)",
            List.of(key(org, "migrazione", "2022-01-10", "2024-01-10")),
            List.of()),
        Applications.registration(
            org,
            "Cruscotto vendite",
            List.of(key(org, "powerbi", "2026-08-03", "2027-01-30")),
            List.of()));
  }

  private static Row key(Org org, String name, String from, String to) {
    return Applications.key(org, name, 0, 0)
        .set("startDateTime", from + "T08:00:00Z")
        .set("endDateTime", to + "T08:00:00Z");
  }

  private static void limits(Content content) {
    Org org = content.org;
    content
        .list(
            "Get-ApplicationAccessPolicy",
            Applications.restriction(org, CRM).set("ScopeName", "Caselle del CRM"))
        .list("Get-ServicePrincipal", Applications.exchangePrincipal(org, ERP))
        .list(
            "Get-ManagementRoleAssignment",
            Applications.role(
                org, "Application Mail.Send", ERP, "ServicePrincipal", "Caselle del gestionale"),
            Applications.role(
                org, "Application Mail.Send", "Organization Management", "RoleGroup", null),
            Applications.role(
                org,
                "View-Only Configuration",
                "View-Only Organization Management",
                "RoleGroup",
                null),
            Applications.role(
                org,
                "View-Only Recipients",
                "View-Only Organization Management",
                "RoleGroup",
                null));
  }
}
