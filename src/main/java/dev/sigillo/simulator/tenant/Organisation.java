package dev.sigillo.simulator.tenant;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Settings of the organisation as a whole. */
final class Organisation {
  private static final List<String> BASE_ROLES =
      List.of("MyBaseOptions", "MyContactInformation", "MyProfileInformation", "MyVoiceMail");

  private Organisation() {}

  /** All as it should be. */
  static void clean(Content content) {
    Org org = content.org;
    content
        .list(
            "Get-TransportConfig",
            Row.exchange(org, "Get-TransportConfig", "Transport Settings")
                .set("SmtpClientAuthenticationDisabled", true))
        .list(
            "Get-OrganizationConfig",
            Row.exchange(org, "Get-OrganizationConfig", org.initial())
                .set("DisplayName", org.name())
                .set("OAuth2ClientProfileEnabled", true)
                .set("RejectDirectSend", true)
                .set("AuditDisabled", false)
                .set("SendFromAliasEnabled", false))
        .list("Get-LimitsEnforcementStatus", limits(1840, 12500))
        .list(
            "Get-ExternalInOutlook",
            Row.exchange(org, "Get-ExternalInOutlook", org.initial()).set("Enabled", true))
        .list("Get-RoleAssignmentPolicy", roles(org, "Default Role Assignment Policy"))
        .list("Get-AuthenticationPolicy", authentication(org, "Block Basic Auth"))
        .list(
            "Get-AdminAuditLogConfig",
            Row.exchange(org, "Get-AdminAuditLogConfig", "Admin Audit Log Settings")
                .set("UnifiedAuditLogIngestionEnabled", true))
        .list(
            "Get-CASMailboxPlan",
            plan(org, "ExchangeOnlineEnterprise"),
            plan(org, "ExchangeOnline"),
            plan(org, "ExchangeOnlineDeskless"))
        .list("Get-BlockedSenderAddress")
        .list("Get-DistributionGroup")
        .list("Get-MailboxAuditBypassAssociation", bypass(org, "SystemMailbox{1f05a927}", false));
    graph(content);
  }

  private static void graph(Content content) {
    Org org = content.org;
    content
        .object(
            "policies/identitySecurityDefaultsEnforcementPolicy",
            Row.of("identitySecurityDefaultsEnforcementPolicy"))
        .list(
            "organization",
            Row.graph("organization", org.tenantId())
                .set("displayName", org.name())
                .set(
                    "verifiedDomains",
                    List.of(verified(org.domain(), true), verified(org.initial(), false))))
        .list("subscribedSkus", sku(org, "SPE_E5", 900), sku(org, "EXCHANGESTANDARD", 20));
    content.object("organization/" + org.tenantId(), content.first("organization"));
  }

  private static Object verified(String domain, boolean main) {
    return Row.empty()
        .set("capabilities", "Email, OfficeCommunicationsOnline")
        .set("isDefault", main)
        .set("isInitial", !main)
        .set("name", domain)
        .set("type", "Managed")
        .json();
  }

  private static Row sku(Org org, String part, int units) {
    String id = org.guid("sku/" + part);
    return Row.graph("subscribedSku", org.tenantId() + "_" + id)
        .set("skuId", id)
        .set("skuPartNumber", part)
        .set("accountId", org.tenantId())
        .set("accountName", org.prefix())
        .set("consumedUnits", units / 2)
        .within("prepaidUnits", "enabled", units);
  }

  static Row limits(int observed, int threshold) {
    return Row.of("Get-LimitsEnforcementStatus")
        .set("ObservedValue", observed)
        .set("Threshold", threshold);
  }

  static Row roles(Org org, String policy, String... more) {
    List<String> roles = Stream.concat(BASE_ROLES.stream(), List.of(more).stream()).toList();
    return Row.exchange(org, "Get-RoleAssignmentPolicy", policy)
        .set("AssignedRoles", roles)
        .set("RoleAssignments", roles.stream().map(role -> role + "-" + policy).toList())
        .set("IsDefault", policy.startsWith("Default"));
  }

  static Row authentication(Org org, String name) {
    return Row.exchange(org, "Get-AuthenticationPolicy", name);
  }

  /** New mailboxes do not get the old protocols. */
  static Row plan(Org org, String name) {
    String full = name + "-" + org.guid("plan name/" + name);
    return Row.exchange(org, "Get-CASMailboxPlan", full)
        .set("DisplayName", name)
        .set("PopEnabled", false)
        .set("ImapEnabled", false);
  }

  static Row bypass(Org org, String name, boolean enabled) {
    return Row.exchange(org, "Get-MailboxAuditBypassAssociation", name)
        .set("ObjectId", name)
        .set("AuditBypassEnabled", enabled);
  }

  static Row blocked(Content content, String address) {
    return Row.of("Get-BlockedSenderAddress")
        .set("SenderAddress", address)
        .set("CreatedDatetime", content.org.exchangeBefore(Duration.ofDays(3)))
        .set("ChangedDatetime", content.org.exchangeBefore(Duration.ofDays(3)));
  }
}
