package dev.sigillo.demo;

import dev.sigillo.snapshot.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applications with rights of their own, or in the name of users, and what limits them. */
final class Applications {
  static final String GRAPH = "00000003-0000-0000-c000-000000000000";
  static final String EXCHANGE = "00000002-0000-0ff1-ce00-000000000000";

  static final String CRM = "Clienti+ (CRM)";
  static final String ERP = "Gestionale Argo";
  static final String HR = "Portale Risorse Umane (fornitore)";
  static final String BACKUP = "Salvataggio caselle";
  static final String SCANNERS = "Scansioni in cloud";
  static final String SIGNATURE = "Firma aziendale centralizzata";
  static final String CALENDARS = "Prenota incontri";
  static final String AUDIT = "Sigillo (sola lettura)";

  private static final String MAIL_SEND = "b633e1c5-b582-4048-a93e-9f11b44c7e96";
  private static final String SMTP_SEND = "7146a1f0-8703-45b3-9eae-527a64c00995";
  private static final String FULL_ACCESS = "dc890d15-9560-4a4c-9b7f-a736ec74ec40";
  private static final String POLICY_READ = "246dd0d5-5bd0-4def-940b-0421030a5b68";
  private static final String DIRECTORY_READ = "7ab1d382-f21e-4acd-a863-ba3e13f7da61";
  private static final String AUDIT_LOG_READ = "b0afded3-3588-46d8-8b3d-9842eff778da";

  private static final String MICROSOFT = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

  private Applications() {}

  static List<Answer> answers() {
    List<Answer> answers = new ArrayList<>(permissions());
    answers.add(AppRegistrations.answer());
    answers.addAll(limits());
    return answers;
  }

  private static List<Answer> permissions() {
    return List.of(
        Answer.of(
            Dataset.SERVICE_PRINCIPAL,
            "GET /servicePrincipals",
            principal("Microsoft Graph", GRAPH, MICROSOFT),
            principal("Office 365 Exchange Online", EXCHANGE, MICROSOFT),
            principal(CRM),
            principal(ERP),
            principal(HR, appId(HR), Row.guid("tenant/hr supplier")),
            principal(BACKUP, appId(BACKUP), Row.guid("tenant/backup supplier")),
            principal(SCANNERS),
            principal(SIGNATURE, appId(SIGNATURE), Row.guid("tenant/signature supplier")),
            principal(CALENDARS, appId(CALENDARS), Row.guid("tenant/calendar supplier")),
            principal(AUDIT)),
        Answer.of(
            Dataset.APP_ROLE_ASSIGNMENT,
            "GET /servicePrincipals(appId='"
                + GRAPH
                + "' and '"
                + EXCHANGE
                + "')/appRoleAssignedTo",
            assignment(CRM, "Microsoft Graph", GRAPH, MAIL_SEND),
            assignment(HR, "Microsoft Graph", GRAPH, MAIL_SEND),
            assignment(BACKUP, "Office 365 Exchange Online", EXCHANGE, FULL_ACCESS),
            assignment(SCANNERS, "Office 365 Exchange Online", EXCHANGE, SMTP_SEND),
            assignment(AUDIT, "Microsoft Graph", GRAPH, POLICY_READ),
            assignment(AUDIT, "Microsoft Graph", GRAPH, DIRECTORY_READ),
            assignment(AUDIT, "Microsoft Graph", GRAPH, AUDIT_LOG_READ)),
        Answer.of(
            Dataset.DELEGATED_GRANT,
            "GET /oauth2PermissionGrants",
            consent(SIGNATURE, null, "openid profile Mail.ReadWrite Mail.Send"),
            consent(CALENDARS, null, "openid profile offline_access Calendars.ReadWrite"),
            consent(
                CALENDARS,
                Row.guid("user/paolo.greco"),
                "openid profile offline_access Calendars.ReadWrite Mail.Send")),
        Answer.of(
            Dataset.AUTHORIZATION_POLICY,
            "GET /policies/authorizationPolicy",
            Row.graph("authorizationPolicy")
                .set("permissionGrantPolicyIdsAssignedToDefaultUserRole", List.of())
                .set(
                    "defaultUserRolePermissions",
                    Row.empty()
                        .set(
                            "permissionGrantPoliciesAssigned",
                            List.of(
                                "ManagePermissionGrantsForOwnedResource"
                                    + ".microsoft-dynamically-managed-permissions-for-team")))),
        Answer.of(
            Dataset.ADMIN_CONSENT_REQUEST_POLICY,
            "GET /policies/adminConsentRequestPolicy",
            Row.empty()
                .set("isEnabled", true)
                .set(
                    "reviewers",
                    List.of(
                        Row.empty()
                            .set("query", "/users/" + Row.guid("user/elena.fontana"))
                            .set("queryType", "MicrosoftGraph")
                            .set("queryRoot", null)
                            .json()))));
  }

  /** What limits applications to some mailboxes. */
  private static List<Answer> limits() {
    return List.of(
        Answer.of(
            Dataset.APPLICATION_ACCESS_POLICY,
            "Get-ApplicationAccessPolicy {}",
            Row.exchange("application access policy", "CRM")
                .set("AppId", appId(CRM))
                .set("AccessRight", "RestrictAccess")
                .set("ScopeName", "Caselle del CRM")),
        Answer.of(
            Dataset.EXCHANGE_SERVICE_PRINCIPAL,
            "Get-ServicePrincipal {}",
            Row.exchange("exchange service principal", ERP)
                .set("AppId", appId(ERP))
                .set("ObjectId", objectId(ERP))
                .set("DisplayName", ERP)),
        Answer.of(
            Dataset.MANAGEMENT_ROLE_ASSIGNMENT,
            "Get-ManagementRoleAssignment {}",
            role("Application Mail.Send", ERP, "ServicePrincipal", "Caselle del gestionale"),
            role("Application Mail.Send", "Organization Management", "RoleGroup", null),
            role("View-Only Configuration", "View-Only Organization Management", "RoleGroup", null),
            role("View-Only Recipients", "View-Only Organization Management", "RoleGroup", null)));
  }

  /** Application (client) id. */
  static String appId(String name) {
    return Row.guid("app/" + name);
  }

  private static String objectId(String name) {
    return Row.guid("service principal/" + name);
  }

  private static Row principal(String name) {
    return principal(name, appId(name), DemoTenant.TENANT_ID);
  }

  private static Row principal(String name, String appId, String owner) {
    return Row.graph(objectId(name))
        .set("appId", appId)
        .set("displayName", name)
        .set("accountEnabled", true)
        .set("appOwnerOrganizationId", owner)
        .set("passwordCredentials", List.of())
        .set("keyCredentials", List.of());
  }

  private static Row assignment(String app, String resource, String resourceAppId, String role) {
    return Row.graph(Row.guid("assignment/" + app + "/" + resourceAppId + "/" + role))
        .set("principalId", objectId(app))
        .set("principalDisplayName", app)
        .set("principalType", "ServicePrincipal")
        .set("resourceDisplayName", resource)
        .set("resourceId", objectId(resource))
        .set("appRoleId", role);
  }

  private static Row consent(String app, @Nullable String user, String scope) {
    return Row.graph(Row.guid("consent/" + app + "/" + user))
        .set("clientId", objectId(app))
        .set("consentType", user == null ? "AllPrincipals" : "Principal")
        .set("principalId", user)
        .set("resourceId", objectId("Microsoft Graph"))
        .set("scope", scope);
  }

  private static Row role(String role, String assignee, String type, @Nullable String scope) {
    String name = role + "-" + assignee;
    return Row.exchange("role assignment", name)
        .set("Name", name)
        .set("Role", role)
        .set("RoleAssignee", assignee)
        .set("RoleAssigneeName", assignee)
        .set("RoleAssigneeType", type)
        .set("Enabled", true)
        .set("CustomResourceScope", scope)
        .set("RecipientWriteScope", "Organization");
  }
}
