<#
.SYNOPSIS
  Exports the settings of a Microsoft 365 tenant that Sigillo audits, to a folder that
  "sigillo import cmdlets" reads. It only reads: no command here changes anything.

.DESCRIPTION
  Works in Windows PowerShell 5.1 and in PowerShell 7. Connect first, with an account that may read
  (Global Reader is enough for nearly all of it):

    Connect-ExchangeOnline
    Connect-IPPSSession        # for the alert policies
    Connect-MgGraph -NoWelcome -Scopes Policy.Read.All, Application.Read.All, Directory.Read.All,
        User.Read.All, AuditLog.Read.All, RoleManagement.Read.Directory,
        IdentityRiskyUser.Read.All

  What was not connected, or may not be read, is noted in _export.json as failed and stays unknown
  in the audit; it is never taken for an empty answer.

.PARAMETER Folder
  Where the files go. It holds personal data: keep it to yourself and delete it after the import.

.PARAMETER SkipInboxRules
  Leaves out the inbox rules, which take about a second for each mailbox.

.PARAMETER SkipPermissions
  Leaves out who may open a mailbox or send as it: two more calls for each mailbox.
#>
[CmdletBinding()]
param(
  [Parameter(Mandatory = $true)] [string] $Folder,
  [switch] $SkipInboxRules,
  [switch] $SkipPermissions
)

$utf8 = New-Object System.Text.UTF8Encoding($false)
$path = (New-Item -ItemType Directory -Force -Path $Folder).FullName
$log = [ordered]@{
  exportedBy = [Environment]::UserName
  startedUtc = [DateTime]::UtcNow.ToString('o')
  endedUtc   = ''
  tenantId   = $null
  complete   = @()
  failed     = [ordered]@{}
  perMailbox = [ordered]@{}
  perGroup   = [ordered]@{}
}

# Only properties that the object has: one that is not there must not be written as null.
function Copy-Property($Object, [string[]] $Names) {
  $row = [ordered]@{}
  foreach ($name in $Names) {
    $property = $Object.PSObject.Properties[$name]
    if ($null -ne $property) { $row[$name] = $property.Value }
  }
  [pscustomobject]$row
}

# An array in any case: one row, or none, must not look like something else.
function Save-Rows([string] $Command, $Rows) {
  $lines = @($Rows | Where-Object { $null -ne $_ } |
    ForEach-Object { ConvertTo-Json -InputObject $_ -Depth 8 -Compress })
  [System.IO.File]::WriteAllText(
    (Join-Path $path "$Command.json"), '[' + ($lines -join ",`n") + ']', $utf8)
}

function Export-Command([string] $Command, [string[]] $Properties, [scriptblock] $Call) {
  Write-Host $Command
  try {
    $rows = @(& $Call | ForEach-Object { Copy-Property $_ $Properties })
    Save-Rows $Command $rows
    $log.complete += $Command
  } catch {
    $log.failed[$Command] = "$($_.Exception.Message)"
  }
}

function Export-PerMailbox([string] $Command, [string[]] $Properties, [scriptblock] $Call) {
  $failed = @()
  $number = 0
  $out = New-Object System.IO.StreamWriter((Join-Path $path "$Command.json"), $false, $utf8)
  try {
    $out.Write('[null')
    foreach ($mailbox in $mailboxes) {
      $number++
      Write-Progress -Activity $Command -Status "$number of $($mailboxes.Count)"
      $key = Get-MailboxKey $mailbox
      try {
        foreach ($row in @(& $Call "$($mailbox.ExchangeGuid)")) {
          if ($null -eq $row) { continue }
          $copy = Copy-Property $row $Properties
          $copy | Add-Member -NotePropertyName MailboxKey -NotePropertyValue $key
          $out.Write(",`n" + (ConvertTo-Json -InputObject $copy -Depth 8 -Compress))
        }
      } catch {
        $failed += [ordered]@{ mailbox = $key; error = "$($_.Exception.Message)" }
      }
    }
    $out.Write(']')
  } finally {
    $out.Dispose()
  }
  $log.perMailbox[$Command] = [ordered]@{ asked = 'all'; failed = @($failed) }
}

function Get-MailboxKey($Mailbox) {
  if ($Mailbox.ExternalDirectoryObjectId) { "$($Mailbox.ExternalDirectoryObjectId)" }
  else { "$($Mailbox.ExchangeGuid)" }
}

# Of a secret or certificate only its dates and names.
function Copy-Application($Object, [string[]] $Names) {
  $copy = Copy-Property $Object $Names
  foreach ($kind in 'PasswordCredentials', 'KeyCredentials') {
    $copy.$kind = @($Object.$kind | Where-Object { $null -ne $_ } | ForEach-Object {
      Copy-Property $_ @('KeyId', 'DisplayName', 'StartDateTime', 'EndDateTime')
    })
  }
  $copy
}

try {
  $log.tenantId = "$(@(Get-ConnectionInformation -ErrorAction Stop)[0].TenantID)"
} catch {
  Write-Warning "Get-ConnectionInformation: $($_.Exception.Message)"
}

# --- Settings of the organisation -------------------------------------------------------------

Export-Command 'Get-TransportConfig' @('Guid', 'SmtpClientAuthenticationDisabled') {
  Get-TransportConfig -ErrorAction Stop
}
Export-Command 'Get-OrganizationConfig' @(
  'Guid', 'Name', 'DisplayName', 'OAuth2ClientProfileEnabled', 'RejectDirectSend', 'AuditDisabled',
  'DefaultAuthenticationPolicy', 'SendFromAliasEnabled') {
  Get-OrganizationConfig -ErrorAction Stop
}
Export-Command 'Get-AuthenticationPolicy' @('Guid', 'Name', 'Identity', 'AllowBasicAuthSmtp') {
  Get-AuthenticationPolicy -ErrorAction Stop
}
Export-Command 'Get-AcceptedDomain' @(
  'Guid', 'DomainName', 'DomainType', 'MatchSubDomains', 'InitialDomain', 'IsCoexistenceDomain',
  'SendingFromDomainDisabled') {
  Get-AcceptedDomain -ErrorAction Stop
}
Export-Command 'Get-DkimSigningConfig' @(
  'Guid', 'Identity', 'Domain', 'Enabled', 'Status', 'Selector1CNAME', 'Selector1KeySize',
  'Selector2CNAME', 'Selector2KeySize', 'KeyCreationTime', 'RotateOnDate',
  'SelectorBeforeRotateOnDate', 'SelectorAfterRotateOnDate') {
  Get-DkimSigningConfig -ErrorAction Stop
}
Export-Command 'Get-RemoteDomain' @(
  'Guid', 'Name', 'DomainName', 'AutoForwardEnabled', 'AutoReplyEnabled', 'DeliveryReportEnabled',
  'AllowedOOFType') {
  Get-RemoteDomain -ErrorAction Stop
}
Export-Command 'Get-HostedOutboundSpamFilterPolicy' @(
  'Guid', 'Name', 'IsDefault', 'AutoForwardingMode', 'RecipientLimitExternalPerHour',
  'RecipientLimitInternalPerHour', 'RecipientLimitPerDay', 'ActionWhenThresholdReached',
  'NotifyOutboundSpam', 'NotifyOutboundSpamRecipients', 'BccSuspiciousOutboundMail',
  'BccSuspiciousOutboundAdditionalRecipients') {
  Get-HostedOutboundSpamFilterPolicy -ErrorAction Stop
}
Export-Command 'Get-HostedOutboundSpamFilterRule' @(
  'Guid', 'Name', 'HostedOutboundSpamFilterPolicy', 'State', 'Priority', 'From', 'FromMemberOf',
  'SenderDomainIs', 'ExceptIfFrom', 'ExceptIfFromMemberOf', 'ExceptIfSenderDomainIs') {
  Get-HostedOutboundSpamFilterRule -ErrorAction Stop
}
Export-Command 'Get-TransportRule' @(
  'Guid', 'Name', 'State', 'Mode', 'RedirectMessageTo', 'BlindCopyTo', 'CopyTo', 'AddToRecipients',
  'RouteMessageOutboundConnector', 'Conditions', 'Exceptions', 'ActivationDate', 'ExpiryDate',
  'MessageTypeMatches', 'SentToScope', 'FromScope',
  'RejectMessageReasonText', 'RejectMessageEnhancedStatusCode', 'DeleteMessage',
  'SetSCL', 'PrependSubject', 'HeaderContainsMessageHeader', 'HeaderContainsWords',
  'HeaderMatchesMessageHeader', 'HeaderMatchesPatterns') {
  Get-TransportRule -ResultSize Unlimited -ErrorAction Stop
}
Export-Command 'Get-InboundConnector' @(
  'Guid', 'Name', 'Enabled', 'ConnectorType', 'SenderDomains', 'SenderIPAddresses', 'RequireTls',
  'RestrictDomainsToIPAddresses', 'RestrictDomainsToCertificate', 'TlsSenderCertificateName',
  'TrustedOrganizations', 'TreatMessagesAsInternal') {
  Get-InboundConnector -ResultSize Unlimited -ErrorAction Stop
}
# Plain Get-OutboundConnector leaves out those in test mode and those that mail flow rules use.
Export-Command 'Get-OutboundConnector' @(
  'Guid', 'Name', 'Enabled', 'ConnectorType', 'RecipientDomains', 'SmartHosts', 'UseMXRecord',
  'TlsSettings', 'TlsDomain', 'IsTransportRuleScoped', 'RouteAllMessagesViaOnPremises') {
  @(Get-OutboundConnector -ErrorAction Stop) +
    @(Get-OutboundConnector -IsTransportRuleScoped $true -ErrorAction Stop) +
    @(Get-OutboundConnector -IncludeTestModeConnectors $true -ErrorAction Stop) |
    Where-Object { $null -ne $_ } | Sort-Object -Property Guid -Unique
}
Export-Command 'Get-BlockedSenderAddress' @('SenderAddress', 'Reason', 'CreatedDatetime') {
  Get-BlockedSenderAddress -ErrorAction Stop
}
Export-Command 'Get-HostedConnectionFilterPolicy' @(
  'Guid', 'Name', 'Identity', 'IPAllowList', 'EnableSafeList') {
  Get-HostedConnectionFilterPolicy -ErrorAction Stop
}
# Addresses and domains as text: in JSON their objects would say less.
Export-Command 'Get-HostedContentFilterPolicy' @(
  'Guid', 'Name', 'Identity', 'AllowedSenders', 'AllowedSenderDomains') {
  foreach ($policy in @(Get-HostedContentFilterPolicy -ErrorAction Stop)) {
    if ($null -eq $policy) { continue }
    $copy = Copy-Property $policy @('Guid', 'Name', 'Identity')
    foreach ($list in 'AllowedSenders', 'AllowedSenderDomains') {
      $texts = @($policy.$list | Where-Object { $null -ne $_ } | ForEach-Object { "$_" })
      $copy | Add-Member -NotePropertyName $list -NotePropertyValue $texts
    }
    $copy
  }
}
Export-Command 'Get-AntiPhishPolicy' @('Guid', 'Name', 'Identity', 'HonorDmarcPolicy') {
  Get-AntiPhishPolicy -ErrorAction Stop
}
Export-Command 'Get-MalwareFilterPolicy' @(
  'Guid', 'Name', 'Identity', 'RecommendedPolicyType', 'EnableInternalSenderAdminNotifications',
  'InternalSenderAdminAddress') {
  Get-MalwareFilterPolicy -ErrorAction Stop
}
Export-Command 'Get-ExternalInOutlook' @('Identity', 'Enabled') {
  Get-ExternalInOutlook -ErrorAction Stop
}
Export-Command 'Get-LimitsEnforcementStatus' @('ObservedValue', 'Threshold') {
  Get-LimitsEnforcementStatus -ErrorAction Stop
}
Export-Command 'Get-RoleAssignmentPolicy' @('Guid', 'Name', 'Identity', 'AssignedRoles') {
  Get-RoleAssignmentPolicy -ErrorAction Stop
}
# Only who receives what is written to postmaster and abuse.
Export-Command 'Get-Recipient' @('Guid', 'PrimarySmtpAddress', 'EmailAddresses') {
  Get-Recipient -ResultSize Unlimited -ErrorAction Stop `
    -Filter "EmailAddresses -like 'smtp:postmaster@*' -or EmailAddresses -like 'smtp:abuse@*'"
}
Export-Command 'Get-ArcConfig' @('Identity', 'ArcTrustedSealers') {
  Get-ArcConfig -ErrorAction Stop
}
Export-Command 'Get-MailContact' @(
  'Guid', 'Identity', 'Name', 'DisplayName', 'PrimarySmtpAddress', 'EmailAddresses',
  'LegacyExchangeDN', 'ExternalEmailAddress') {
  Get-MailContact -ResultSize Unlimited -ErrorAction Stop
}
Export-Command 'Get-MailUser' @(
  'Guid', 'Identity', 'Name', 'DisplayName', 'PrimarySmtpAddress', 'EmailAddresses',
  'LegacyExchangeDN', 'ExternalEmailAddress') {
  Get-MailUser -ResultSize Unlimited -ErrorAction Stop
}
Export-Command 'Get-CASMailboxPlan' @('Guid', 'Name', 'DisplayName', 'PopEnabled', 'ImapEnabled') {
  Get-CASMailboxPlan -ErrorAction Stop
}
Export-Command 'Get-AdminAuditLogConfig' @('Guid', 'UnifiedAuditLogIngestionEnabled',
    'UnifiedAuditLogFirstOptInDate') {
  Get-AdminAuditLogConfig -ErrorAction Stop
}
Export-Command 'Get-MailboxAuditBypassAssociation' @(
  'Guid', 'Name', 'Identity', 'AuditBypassEnabled') {
  Get-MailboxAuditBypassAssociation -ResultSize Unlimited -ErrorAction Stop
}
Export-Command 'Get-ApplicationAccessPolicy' @('Identity', 'AppId', 'AccessRight', 'ScopeName') {
  Get-ApplicationAccessPolicy -ErrorAction Stop
}
Export-Command 'Get-ServicePrincipal' @('AppId', 'ObjectId', 'DisplayName', 'Identity') {
  Get-ServicePrincipal -ErrorAction Stop
}
Export-Command 'Get-ManagementRoleAssignment' @(
  'Guid', 'Name', 'Role', 'RoleAssignee', 'RoleAssigneeName', 'RoleAssigneeType', 'Enabled',
  'CustomResourceScope', 'RecipientWriteScope') {
  Get-ManagementRoleAssignment -ErrorAction Stop
}
Export-Command 'Get-ProtectionAlert' @(
  'Guid', 'Name', 'ImmutableId', 'Disabled', 'NotificationEnabled', 'NotifyUser', 'IsSystemRule',
  'Operation', 'Severity') {
  Get-ProtectionAlert -ErrorAction Stop
}

# --- Members of the groups that outbound spam rules name, groups within them included ----------

$members = @()
$asked = @()
$failed = @()
$open = New-Object System.Collections.Generic.Queue[string]
try {
  foreach ($rule in @(Get-HostedOutboundSpamFilterRule -ErrorAction Stop)) {
    foreach ($name in @($rule.FromMemberOf) + @($rule.ExceptIfFromMemberOf)) {
      if ($name) { $open.Enqueue("$name".ToLowerInvariant()) }
    }
  }
  while ($open.Count -gt 0) {
    $group = $open.Dequeue()
    if ($asked -contains $group) { continue }
    $asked += $group
    try {
      foreach ($one in @(Get-DistributionGroupMember -Identity $group -ResultSize Unlimited -ErrorAction Stop)) {
        if ($null -eq $one) { continue }
        $copy = Copy-Property $one @(
          'ExternalDirectoryObjectId', 'PrimarySmtpAddress', 'RecipientType')
        $copy | Add-Member -NotePropertyName GroupKey -NotePropertyValue $group
        $members += $copy
        if ("$($one.RecipientType)" -like '*Group*' -and $one.PrimarySmtpAddress) {
          $open.Enqueue("$($one.PrimarySmtpAddress)".ToLowerInvariant())
        }
      }
    } catch {
      $failed += [ordered]@{ group = $group; error = "$($_.Exception.Message)" }
    }
  }
  Save-Rows 'Get-DistributionGroupMember' $members
  $log.perGroup['Get-DistributionGroupMember'] = [ordered]@{
    asked = @($asked); failed = @($failed)
  }
} catch {
  $log.failed['Get-DistributionGroupMember'] = "$($_.Exception.Message)"
}

# --- Mailboxes ---------------------------------------------------------------------------------

$mailboxes = @()
try {
  $mailboxes = @(Get-Mailbox -ResultSize Unlimited -ErrorAction Stop)
} catch {
  Write-Warning "Get-Mailbox: $($_.Exception.Message)"
}
Export-Command 'Get-Mailbox' @(
  'ExternalDirectoryObjectId', 'ExchangeGuid', 'Guid', 'Identity', 'Name', 'Alias',
  'LegacyExchangeDN', 'DistinguishedName', 'PrimarySmtpAddress', 'UserPrincipalName', 'DisplayName',
  'EmailAddresses', 'RecipientTypeDetails', 'ForwardingSmtpAddress', 'ForwardingAddress',
  'DeliverToMailboxAndForward', 'GrantSendOnBehalfTo', 'RecipientLimits', 'AuditEnabled',
  'AuditLogAgeLimit', 'AuditOwner', 'AuditDelegate', 'AuditAdmin',
  'HiddenFromAddressListsEnabled') {
  if ($mailboxes.Count -eq 0) { throw 'Get-Mailbox returned no mailbox' }
  $mailboxes
}
Export-Command 'Get-CASMailbox' @(
  'ExternalDirectoryObjectId', 'Guid', 'PrimarySmtpAddress', 'LegacyExchangeDN',
  'DistinguishedName', 'Identity', 'Name', 'SmtpClientAuthenticationDisabled', 'PopEnabled',
  'ImapEnabled') {
  Get-CASMailbox -ResultSize Unlimited -ErrorAction Stop
}
if ($mailboxes.Count -gt 0 -and -not $SkipInboxRules) {
  # Not the names of the rules: they reveal private life, and no control needs them.
  Export-PerMailbox 'Get-InboxRule' @(
    'RuleIdentity', 'Enabled', 'ForwardTo', 'ForwardAsAttachmentTo', 'RedirectTo', 'DeleteMessage',
    'SoftDeleteMessage', 'MoveToFolder', 'MarkAsRead') {
    param($id) Get-InboxRule -Mailbox $id -IncludeHidden -ErrorAction Stop
  }
}
if ($mailboxes.Count -gt 0 -and -not $SkipPermissions) {
  Export-PerMailbox 'Get-MailboxPermission' @('User', 'AccessRights', 'IsInherited', 'Deny') {
    param($id) Get-MailboxPermission -Identity $id -ErrorAction Stop
  }
  Export-PerMailbox 'Get-RecipientPermission' @(
    'Trustee', 'AccessRights', 'AccessControlType', 'IsInherited') {
    param($id) Get-RecipientPermission -Identity $id -ErrorAction Stop
  }
}

# --- Accounts, Conditional Access and applications, from Microsoft Graph ------------------------

$graph = $null
try { $graph = Get-MgContext } catch { Write-Warning 'Microsoft Graph PowerShell is not installed.' }
if ($null -ne $graph) {
  if (-not $log.tenantId) { $log.tenantId = "$($graph.TenantId)" }
  Export-Command 'Get-MgUser' @('Id', 'UserPrincipalName', 'UserType', 'AccountEnabled') {
    Get-MgUser -All -Property $Properties -ErrorAction Stop
  }
  Export-Command 'Get-MgReportAuthenticationMethodUserRegistrationDetail' @(
    'Id', 'UserPrincipalName', 'IsMfaCapable', 'IsMfaRegistered', 'IsAdmin') {
    Get-MgReportAuthenticationMethodUserRegistrationDetail -All -ErrorAction Stop
  }
  Export-Command 'Get-MgIdentityConditionalAccessPolicy' @(
    'Id', 'DisplayName', 'State', 'Conditions', 'GrantControls') {
    Get-MgIdentityConditionalAccessPolicy -All -ErrorAction Stop
  }
  Export-Command 'Get-MgPolicyIdentitySecurityDefaultEnforcementPolicy' @('Id', 'IsEnabled') {
    Get-MgPolicyIdentitySecurityDefaultEnforcementPolicy -ErrorAction Stop
  }
  Export-Command 'Get-MgPolicyAuthorizationPolicy' @(
    'Id', 'PermissionGrantPolicyIdsAssignedToDefaultUserRole', 'DefaultUserRolePermissions') {
    Get-MgPolicyAuthorizationPolicy -ErrorAction Stop
  }
  Export-Command 'Get-MgPolicyAdminConsentRequestPolicy' @('IsEnabled', 'Reviewers') {
    Get-MgPolicyAdminConsentRequestPolicy -ErrorAction Stop
  }
  Export-Command 'Get-MgServicePrincipal' @(
    'Id', 'AppId', 'DisplayName', 'AccountEnabled', 'AppOwnerOrganizationId',
    'PasswordCredentials', 'KeyCredentials') {
    Get-MgServicePrincipal -All -ErrorAction Stop |
      ForEach-Object { Copy-Application $_ $Properties }
  }
  Export-Command 'Get-MgApplication' @(
    'Id', 'AppId', 'DisplayName', 'PasswordCredentials', 'KeyCredentials') {
    Get-MgApplication -All -ErrorAction Stop |
      ForEach-Object { Copy-Application $_ $Properties }
  }
  # Permissions on Microsoft Graph and on Exchange Online.
  Export-Command 'Get-MgServicePrincipalAppRoleAssignedTo' @(
    'Id', 'PrincipalId', 'PrincipalDisplayName', 'PrincipalType', 'ResourceDisplayName',
    'ResourceId', 'AppRoleId', 'AppRoleValue') {
    foreach ($appId in '00000003-0000-0000-c000-000000000000', '00000002-0000-0ff1-ce00-000000000000') {
      $resource = Get-MgServicePrincipal -Filter "appId eq '$appId'" -ErrorAction Stop
      # The resource itself says what its permissions are called.
      $names = @{}
      foreach ($role in @($resource.AppRoles)) { $names["$($role.Id)"] = $role.Value }
      foreach ($one in @(Get-MgServicePrincipalAppRoleAssignedTo -ServicePrincipalId $resource.Id -All -ErrorAction Stop)) {
        if ($null -eq $one) { continue }
        $row = Copy-Property $one @(
          'Id', 'PrincipalId', 'PrincipalDisplayName', 'PrincipalType', 'ResourceDisplayName',
          'ResourceId', 'AppRoleId')
        $row | Add-Member -NotePropertyName AppRoleValue -NotePropertyValue $names["$($one.AppRoleId)"]
        $row
      }
    }
  }
  # Whose role it is stands in additional properties, where the cmdlet leaves it.
  Export-Command 'Get-MgRoleManagementDirectoryRoleAssignment' @(
    'Id', 'RoleDefinitionId', 'PrincipalId', 'Principal') {
    foreach ($one in @(Get-MgRoleManagementDirectoryRoleAssignment -All -ExpandProperty Principal -ErrorAction Stop)) {
      if ($null -eq $one) { continue }
      $row = Copy-Property $one @('Id', 'RoleDefinitionId', 'PrincipalId')
      $who = [ordered]@{ id = "$($one.PrincipalId)" }
      foreach ($name in 'displayName', 'userPrincipalName', 'isAssignableToRole') {
        if ($one.Principal.AdditionalProperties.ContainsKey($name)) {
          $who[$name] = $one.Principal.AdditionalProperties[$name]
        }
      }
      $row | Add-Member -NotePropertyName Principal -NotePropertyValue ([pscustomobject]$who)
      $row
    }
  }
  Export-Command 'Get-MgRiskyUser' @(
    'Id', 'UserPrincipalName', 'RiskState', 'RiskLastUpdatedDateTime') {
    Get-MgRiskyUser -All -ErrorAction Stop
  }
  Export-Command 'Get-MgOauth2PermissionGrant' @(
    'Id', 'ClientId', 'ConsentType', 'PrincipalId', 'ResourceId', 'Scope') {
    Get-MgOauth2PermissionGrant -All -ErrorAction Stop
  }
}

$log.endedUtc = [DateTime]::UtcNow.ToString('o')
[System.IO.File]::WriteAllText(
  (Join-Path $path '_export.json'), (ConvertTo-Json -InputObject $log -Depth 8), $utf8)
Write-Host "Done: $path. Now: sigillo import cmdlets `"$path`" -o snapshot.zip"
