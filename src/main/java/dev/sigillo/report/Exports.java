package dev.sigillo.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of Microsoft's commands exports a dataset. */
final class Exports {
  private static final Map<String, String> GRAPH =
      Map.ofEntries(
          Map.entry("graph/users", "Get-MgUser"),
          Map.entry(
              "graph/userRegistrationDetails",
              "Get-MgReportAuthenticationMethodUserRegistrationDetail"),
          Map.entry("graph/conditionalAccessPolicies", "Get-MgIdentityConditionalAccessPolicy"),
          Map.entry(
              "graph/identitySecurityDefaultsEnforcementPolicy",
              "Get-MgPolicyIdentitySecurityDefaultEnforcementPolicy"),
          Map.entry("graph/authorizationPolicy", "Get-MgPolicyAuthorizationPolicy"),
          Map.entry("graph/adminConsentRequestPolicy", "Get-MgPolicyAdminConsentRequestPolicy"),
          Map.entry("graph/servicePrincipals", "Get-MgServicePrincipal"),
          Map.entry("graph/applications", "Get-MgApplication"),
          Map.entry("graph/appRoleAssignedTo", "Get-MgServicePrincipalAppRoleAssignedTo"),
          Map.entry("graph/oauth2PermissionGrants", "Get-MgOauth2PermissionGrant"),
          Map.entry("graph/roleAssignments", "Get-MgRoleManagementDirectoryRoleAssignment"),
          Map.entry("graph/riskyUsers", "Get-MgRiskyUser"));

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
