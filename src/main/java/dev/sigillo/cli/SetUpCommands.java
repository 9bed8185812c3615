package dev.sigillo.cli;

import dev.sigillo.collect.signin.DirectoryRole;
import dev.sigillo.collect.signin.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Commands that create an application which may read what Sigillo asks about, and nothing else.
 * Permissions are looked up by name where they run, in the tenant itself.
 */
final class SetUpCommands {
  private static final String GRAPH = "00000003-0000-0000-c000-000000000000";
  private static final String EXCHANGE = "00000002-0000-0ff1-ce00-000000000000";

  private final String tenant;
  private final List<String> permissions;

  SetUpCommands(String tenant, boolean logs) {
    this.tenant = tenant;
    permissions =
        Arrays.stream(Permission.values())
            .filter(p -> logs || !p.forLogs())
            .map(Permission::value)
            .toList();
  }

  /** For PowerShell, with Microsoft's module for Graph. */
  String powerShell() {
    return """
        # PowerShell 7 with the module Microsoft.Graph, as Global Administrator or Privileged Role Administrator
        Connect-MgGraph -TenantId '%1$s' -Scopes 'Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All', 'RoleManagement.ReadWrite.Directory'
        openssl req -x509 -newkey rsa:3072 -sha256 -days 365 -nodes -subj '/CN=Sigillo audit' -keyout sigillo.key -out sigillo.crt
        Get-Content sigillo.key, sigillo.crt | Set-Content sigillo.pem
        $certificate = [Security.Cryptography.X509Certificates.X509Certificate2]::new((Resolve-Path sigillo.crt).Path)
        $key = @{ Type = 'AsymmetricX509Cert'; Usage = 'Verify'; Key = $certificate.RawData }
        $app = New-MgApplication -DisplayName 'Sigillo audit' -SignInAudience 'AzureADMyOrg' -KeyCredentials @($key)
        $principal = New-MgServicePrincipal -AppId $app.AppId
        $permissions = @{
          '%2$s' = %4$s
          '%3$s' = @('Exchange.ManageAsApp')
        }
        foreach ($appId in $permissions.Keys) {
          $resource = Get-MgServicePrincipal -Filter "appId eq '$appId'"
          foreach ($name in $permissions[$appId]) {
            $role = $resource.AppRoles | Where-Object { $_.Value -eq $name -and $_.AllowedMemberTypes -contains 'Application' }
            New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $principal.Id -PrincipalId $principal.Id -ResourceId $resource.Id -AppRoleId $role.Id
          }
        }
        # Global Reader, for Exchange Online and Security & Compliance
        New-MgRoleManagementDirectoryRoleAssignment -PrincipalId $principal.Id -RoleDefinitionId '%5$s' -DirectoryScopeId '/'
        "sigillo doctor --tenant %1$s --client-id $($app.AppId) --certificate sigillo.pem"
        """
        .formatted(
            tenant,
            GRAPH,
            EXCHANGE,
            permissions.stream()
                .map(p -> "'" + p + "'")
                .collect(Collectors.joining(", ", "@(", ")")),
            DirectoryRole.GLOBAL_READER);
  }

  /** For a shell, with Azure CLI. */
  String azureCli() {
    return """
        # bash with Azure CLI, as Global Administrator or Privileged Role Administrator
        az login --tenant '%1$s' --allow-no-subscriptions
        openssl req -x509 -newkey rsa:3072 -sha256 -days 365 -nodes -subj '/CN=Sigillo audit' -keyout sigillo.key -out sigillo.crt
        (umask 077 && cat sigillo.key sigillo.crt > sigillo.pem)
        app=$(az ad app create --display-name 'Sigillo audit' --sign-in-audience AzureADMyOrg --query appId --output tsv)
        az ad app credential reset --id "$app" --cert @sigillo.crt --append --output none
        principal=$(az ad sp create --id "$app" --query id --output tsv)
        grant() {
          resource=$(az ad sp show --id "$1" --query id --output tsv)
          role=$(az ad sp show --id "$1" --query "appRoles[?value=='$2' && contains(allowedMemberTypes, 'Application')].id | [0]" --output tsv)
          az rest --method post --url "https://graph.microsoft.com/v1.0/servicePrincipals/$principal/appRoleAssignments" --body "{\\"principalId\\": \\"$principal\\", \\"resourceId\\": \\"$resource\\", \\"appRoleId\\": \\"$role\\"}" --output none
        }
        for permission in %4$s; do grant %2$s "$permission"; done
        grant %3$s Exchange.ManageAsApp
        # Global Reader, for Exchange Online and Security & Compliance
        az rest --method post --url https://graph.microsoft.com/v1.0/roleManagement/directory/roleAssignments --body "{\\"principalId\\": \\"$principal\\", \\"roleDefinitionId\\": \\"%5$s\\", \\"directoryScopeId\\": \\"/\\"}" --output none
        echo "sigillo doctor --tenant %1$s --client-id $app --certificate sigillo.pem"
        """
        .formatted(
            tenant, GRAPH, EXCHANGE, String.join(" ", permissions), DirectoryRole.GLOBAL_READER);
  }

  /** Instead of Global Reader: a role group of Exchange Online's own, which reads less. */
  String roleGroup() {
    return """
        # Instead of Global Reader: a role group of Exchange Online's own (module ExchangeOnlineManagement).
        # It does not reach Security & Compliance: alert policies stay unknown.
        Connect-ExchangeOnline -Organization '%1$s'
        New-ServicePrincipal -AppId $app.AppId -ObjectId $principal.Id -DisplayName 'Sigillo audit'
        New-RoleGroup -Name 'Sigillo audit' -Roles 'View-Only Configuration', 'View-Only Recipients', 'View-Only Audit Logs'
        Add-RoleGroupMember -Identity 'Sigillo audit' -Member $principal.Id
        """
        .formatted(tenant);
  }
}
