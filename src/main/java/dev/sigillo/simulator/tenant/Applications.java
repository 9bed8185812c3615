package dev.sigillo.simulator.tenant;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applications with rights of their own, or in the name of users, and what limits them. */
final class Applications {
  static final String GRAPH = "00000003-0000-0000-c000-000000000000";
  static final String EXCHANGE = "00000002-0000-0ff1-ce00-000000000000";
  static final String GRAPH_NAME = "Microsoft Graph";
  static final String EXCHANGE_NAME = "Office 365 Exchange Online";
  static final String MAIL_SEND = "b633e1c5-b582-4048-a93e-9f11b44c7e96";
  static final String SMTP_SEND = "7146a1f0-8703-45b3-9eae-527a64c00995";
  static final String FULL_ACCESS = "dc890d15-9560-4a4c-9b7f-a736ec74ec40";

  /** Name of the application that sends, in a tenant where all is right. */
  static final String CRM = "CRM";

  private static final String MICROSOFT = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

  private Applications() {}

  /** One application that sends, limited to its mailboxes; consent for administrators only. */
  static void clean(Content content) {
    Org org = content.org;
    resources(content);
    content
        .list("servicePrincipals", principal(org, CRM))
        .list("appRoleAssignedTo", assignment(org, CRM, GRAPH_NAME, MAIL_SEND))
        .list("oauth2PermissionGrants", consent(org, CRM, null, "openid profile Mail.Send"))
        .list(
            "applications",
            registration(org, CRM, List.of(), List.of(key(org, "CN=crm", 100, 200))))
        .list("Get-ApplicationAccessPolicy", restriction(org, CRM))
        .list("Get-ServicePrincipal")
        .list(
            "Get-ManagementRoleAssignment",
            role(org, "Application Mail.Send", "Organization Management", "RoleGroup", null),
            role(
                org,
                "View-Only Configuration",
                "View-Only Organization Management",
                "RoleGroup",
                null));
    policies(content);
  }

  /** Microsoft's own, whose permissions the others have. */
  static void resources(Content content) {
    content.list(
        "servicePrincipals",
        resource(content.org, GRAPH_NAME, GRAPH).set("appRoles", graphRoles()),
        resource(content.org, EXCHANGE_NAME, EXCHANGE).set("appRoles", exchangeRoles()));
  }

  static void policies(Content content) {
    Org org = content.org;
    content
        .object(
            "policies/authorizationPolicy",
            Row.of("authorizationPolicy")
                .within(
                    "defaultUserRolePermissions",
                    "permissionGrantPoliciesAssigned",
                    List.of(
                        "ManagePermissionGrantsForOwnedResource"
                            + ".microsoft-dynamically-managed-permissions-for-team")))
        .object(
            "policies/adminConsentRequestPolicy",
            Row.of("adminConsentRequestPolicy")
                .set(
                    "reviewers",
                    List.of(
                        Row.empty()
                            .set("query", "/users/" + org.guid("user/elena.fontana"))
                            .set("queryType", "MicrosoftGraph")
                            .set("queryRoot", null)
                            .json())));
  }

  private static List<Object> graphRoles() {
    return List.of(
        appRole(MAIL_SEND, "Mail.Send"),
        appRole("246dd0d5-5bd0-4def-940b-0421030a5b68", "Policy.Read.All"),
        appRole("7ab1d382-f21e-4acd-a863-ba3e13f7da61", "Directory.Read.All"),
        appRole("b0afded3-3588-46d8-8b3d-9842eff778da", "AuditLog.Read.All"));
  }

  private static List<Object> exchangeRoles() {
    return List.of(
        appRole(MAIL_SEND, "Mail.Send"),
        appRole(SMTP_SEND, "SMTP.SendAsApp"),
        appRole(FULL_ACCESS, "full_access_as_app"),
        appRole("dc50a0fb-09a3-484d-be87-e023b12c6440", "Exchange.ManageAsApp"));
  }

  private static Object appRole(String id, String value) {
    return Row.empty()
        .set("allowedMemberTypes", List.of("Application"))
        .set("description", value)
        .set("displayName", value)
        .set("id", id)
        .set("isEnabled", true)
        .set("origin", "Application")
        .set("value", value)
        .json();
  }

  /** Application (client) id. */
  static String appId(Org org, String name) {
    return switch (name) {
      case GRAPH_NAME -> GRAPH;
      case EXCHANGE_NAME -> EXCHANGE;
      default -> org.guid("app/" + name);
    };
  }

  /** Id of the service principal. */
  static String objectId(Org org, String name) {
    return org.guid("service principal/" + name);
  }

  private static Row resource(Org org, String name, String appId) {
    return principal(org, name).set("appId", appId).set("appOwnerOrganizationId", MICROSOFT);
  }

  static Row principal(Org org, String name) {
    return Row.graph("servicePrincipal", objectId(org, name))
        .set("appId", appId(org, name))
        .set("appDisplayName", name)
        .set("displayName", name)
        .set("servicePrincipalNames", List.of(appId(org, name)))
        .set("appOwnerOrganizationId", org.tenantId());
  }

  static Row assignment(Org org, String app, String resource, String role) {
    String resourceAppId = appId(org, resource);
    return Row.graph(
            "appRoleAssignment", org.guid("assignment/" + app + "/" + resourceAppId + "/" + role))
        .set("appRoleId", role)
        .set("principalDisplayName", app)
        .set("principalId", objectId(org, app))
        .set("resourceDisplayName", resource)
        .set("resourceId", objectId(org, resource));
  }

  static Row consent(Org org, String app, @Nullable String user, String scope) {
    return Row.graph("oauth2PermissionGrant", org.guid("consent/" + app + "/" + user))
        .set("clientId", objectId(org, app))
        .set("consentType", user == null ? "AllPrincipals" : "Principal")
        .set("principalId", user)
        .set("resourceId", objectId(org, GRAPH_NAME))
        .set("scope", scope);
  }

  static Row registration(Org org, String name, List<Row> secrets, List<Row> certificates) {
    return Row.graph("application", org.guid("application/" + name))
        .set("appId", appId(org, name))
        .set("displayName", name)
        .set("publisherDomain", org.domain())
        .set("passwordCredentials", secrets.stream().map(Row::json).toList())
        .set("keyCredentials", certificates.stream().map(Row::json).toList());
  }

  /**
   * A secret or a certificate.
   *
   * @param age days since it was made
   * @param left days until it ends
   */
  static Row key(Org org, String name, int age, int left) {
    return Row.empty()
        .set("customKeyIdentifier", null)
        .set("displayName", name)
        .set("keyId", org.guid("key/" + name))
        .set("hint", null)
        .set("secretText", null)
        .set("startDateTime", org.before(Duration.ofDays(age)))
        .set("endDateTime", org.before(Duration.ofDays(-left)));
  }

  static Row restriction(Org org, String app) {
    String appId = appId(org, app);
    return Row.exchange(org, "Get-ApplicationAccessPolicy", app)
        .set("AppId", appId)
        .set("AccessRight", "RestrictAccess")
        .set("ScopeName", "Caselle di " + app)
        .set(
            "Identity",
            org.tenantId() + "\\" + appId + ":S-1-5-21-1407825672;" + org.guid("scope/" + app));
  }

  static Row exchangePrincipal(Org org, String app) {
    return Row.exchange(org, "Get-ServicePrincipal", app)
        .set("AppId", appId(org, app))
        .set("ObjectId", objectId(org, app))
        .set("DisplayName", app);
  }

  static Row role(Org org, String role, String assignee, String type, @Nullable String scope) {
    return Row.exchange(org, "Get-ManagementRoleAssignment", role + "-" + assignee)
        .set("Role", role)
        .set("RoleAssignee", assignee)
        .set("RoleAssigneeName", assignee)
        .set("RoleAssigneeType", type)
        .set("CustomResourceScope", scope);
  }
}
