package dev.sigillo.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of Microsoft's commands exports a dataset. */
final class Exports {
  private static final Map<String, String> GRAPH =
      Map.of(
          "graph/users", "Get-MgUser",
          "graph/userRegistrationDetails", "Get-MgReportAuthenticationMethodUserRegistrationDetail",
          "graph/conditionalAccessPolicies", "Get-MgIdentityConditionalAccessPolicy",
          "graph/identitySecurityDefaultsEnforcementPolicy",
              "Get-MgPolicyIdentitySecurityDefaultEnforcementPolicy",
          "graph/authorizationPolicy", "Get-MgPolicyAuthorizationPolicy",
          "graph/adminConsentRequestPolicy", "Get-MgPolicyAdminConsentRequestPolicy",
          "graph/servicePrincipals", "Get-MgServicePrincipal",
          "graph/applications", "Get-MgApplication",
          "graph/appRoleAssignedTo", "Get-MgServicePrincipalAppRoleAssignedTo",
          "graph/oauth2PermissionGrants", "Get-MgOauth2PermissionGrant");

  private Exports() {}

  /** The command's name; a dataset of Exchange bears its command's. Null where none exports it. */
  static @Nullable String command(String dataset) {
    boolean cmdlet = dataset.startsWith("exchange/") || dataset.startsWith("compliance/");
    if (cmdlet && !dataset.equals("exchange/Search-UnifiedAuditLog")) {
      return dataset.substring(dataset.indexOf('/') + 1);
    }
    return GRAPH.get(dataset);
  }
}
