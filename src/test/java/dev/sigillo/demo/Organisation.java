package dev.sigillo.demo;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Status;
import java.util.ArrayList;
import java.util.List;

/** Settings of the organisation as a whole. */
final class Organisation {
  private Organisation() {}

  static List<Answer> answers() {
    return List.of(
        Answer.of(
            Dataset.TRANSPORT_CONFIG,
            "Get-TransportConfig {}",
            Row.exchange("transport config", "Transport Settings")
                .set("SmtpClientAuthenticationDisabled", true)),
        Answer.of(
            Dataset.ORGANIZATION_CONFIG,
            "Get-OrganizationConfig {}",
            Row.exchange("organisation config", Domains.INITIAL)
                .set("OAuth2ClientProfileEnabled", true)
                .set("RejectDirectSend", false)
                .set("AuditDisabled", false)
                .set("DefaultAuthenticationPolicy", null)
                .set("SendFromAliasEnabled", false)),
        Answer.of(
            Dataset.LIMITS_ENFORCEMENT,
            "Get-LimitsEnforcementStatus {}",
            Row.empty().set("ObservedValue", 1840).set("Threshold", 12500)),
        Answer.of(
            Dataset.EXTERNAL_IN_OUTLOOK,
            "Get-ExternalInOutlook {}",
            Row.exchange("external in outlook", Domains.INITIAL).set("Enabled", true)),
        Answer.of(
            Dataset.ROLE_ASSIGNMENT_POLICY,
            "Get-RoleAssignmentPolicy {}",
            roles("Default Role Assignment Policy", "My Marketplace Apps", "My Custom Apps"),
            roles("Produzione")),
        Answer.of(
            Dataset.AUTHENTICATION_POLICY,
            "Get-AuthenticationPolicy {}",
            Row.exchange("authentication policy", "Solo autenticazione moderna")
                .set("Name", "Solo autenticazione moderna")
                .set("AllowBasicAuthSmtp", false)),
        Answer.of(
            Dataset.ADMIN_AUDIT_LOG_CONFIG,
            "Get-AdminAuditLogConfig {}",
            Row.exchange("audit log config", "Admin Audit Log Settings")
                .set("UnifiedAuditLogIngestionEnabled", true)),
        Answer.refused(
            Dataset.AUDIT_BYPASS,
            "Get-MailboxAuditBypassAssociation {\"ResultSize\":\"Unlimited\"}",
            Status.FORBIDDEN,
            "403: the role group of the auditing application does not hold this cmdlet"),
        Answer.of(
            Dataset.CAS_MAILBOX_PLAN,
            "Get-CASMailboxPlan {}",
            plan("ExchangeOnlineEnterprise"),
            plan("ExchangeOnline"),
            plan("ExchangeOnlineDeskless")),
        Answer.of(Dataset.BLOCKED_SENDER, "Get-BlockedSenderAddress {}"),
        Answer.of(
            Dataset.SECURITY_DEFAULTS,
            "GET /policies/identitySecurityDefaultsEnforcementPolicy",
            Row.graph("00000000-0000-0000-0000-000000000005").set("isEnabled", false)));
  }

  private static Row roles(String policy, String... addIns) {
    List<String> roles = new ArrayList<>(List.of("MyBaseOptions", "MyContactInformation"));
    roles.addAll(List.of(addIns));
    return Row.exchange("role assignment policy", policy)
        .set("Name", policy)
        .set("AssignedRoles", roles);
  }

  /** New mailboxes have not had the old protocols since 2024. */
  private static Row plan(String name) {
    return Row.exchange("plan", name + "-" + Row.guid("plan name/" + name))
        .set("Name", name + "-" + Row.guid("plan name/" + name))
        .set("DisplayName", name)
        .set("PopEnabled", false)
        .set("ImapEnabled", false);
  }
}
