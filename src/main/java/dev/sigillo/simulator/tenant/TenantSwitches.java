package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Misconfigurations.Misconfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings of the whole organisation that are wrong. */
final class TenantSwitches {
  static final Map<String, Misconfiguration> ALL = new HashMap<>();

  private static final String POLICIES = "Get-HostedOutboundSpamFilterPolicy";

  static {
    ALL.put(
        "smtpAuthOn",
        of(
            "Get-TransportConfig",
            "SmtpClientAuthenticationDisabled",
            false,
            "SMTPAUTH-01",
            "enabled"));
    ALL.put(
        "directSendAccepted",
        of("Get-OrganizationConfig", "RejectDirectSend", false, "CONNECTORS-01", "accepted"));
    ALL.put(
        "mailboxAuditOff", of("Get-OrganizationConfig", "AuditDisabled", true, "ALERTS-06", "off"));
    ALL.put(
        "modernAuthOff",
        of("Get-OrganizationConfig", "OAuth2ClientProfileEnabled", false, "IDENTITY-09", "off"));
    ALL.put(
        "sendFromAliasOn",
        of("Get-OrganizationConfig", "SendFromAliasEnabled", true, "OUTBOUND-11", "differs"));
    ALL.put(
        "unifiedAuditOff",
        of(
            "Get-AdminAuditLogConfig",
            "UnifiedAuditLogIngestionEnabled",
            false,
            "ALERTS-05",
            "off"));
    ALL.put(
        "externalTagOff", of("Get-ExternalInOutlook", "Enabled", false, "ALERTS-11", "unmarked"));
    ALL.put(
        "tenantLimitNear",
        of("Get-LimitsEnforcementStatus", "ObservedValue", 12001, "OUTBOUND-09", "near"));
    ALL.put(
        "safeListOn",
        of(
            "Get-HostedConnectionFilterPolicy",
            "EnableSafeList",
            true,
            "CONNECTORS-05",
            "safeList"));
    ALL.put(
        "addressesSkipFilter",
        of(
            "Get-HostedConnectionFilterPolicy",
            "IPAllowList",
            List.of("203.0.113.200", "198.51.100.0/24"),
            "CONNECTORS-05",
            "address"));
    ALL.put(
        "arcSealerTrusted",
        of(
            "Get-ArcConfig",
            "ArcTrustedSealers",
            List.of("sealer.example"),
            "CONNECTORS-09",
            "sealer"));
    ALL.put(
        "outboundCopiesOff",
        of(POLICIES, "BccSuspiciousOutboundMail", false, "OUTBOUND-04", "off"));
    ALL.put("autoForwardingOn", ofDefault("AutoForwardingMode", "On", "FORWARDING-01", "on"));
    ALL.put(
        "autoForwardingAutomatic",
        ofDefault("AutoForwardingMode", "Automatic", "FORWARDING-01", "automatic"));
    ALL.put(
        "outboundOnlyAlerts",
        ofDefault("ActionWhenThresholdReached", "Alert", "OUTBOUND-02", "notBlocked"));
    ALL.put("outboundLimitsUnset", TenantSwitches::limitsUnset);
    ALL.put("outboundNotifiesNobody", TenantSwitches::notifiesNobody);
    ALL.put("remoteDomainOpen", TenantSwitches::remoteDomainOpen);
    ALL.put("oldProtocolsInPlans", TenantSwitches::oldProtocolsInPlans);
    ALL.put("addInsByUsers", TenantSwitches::addInsByUsers);
    ALL.put("nothingDeclared", (content, count) -> content.undeclared = true);
  }

  private TenantSwitches() {}

  /** A property of the only row of a call; the tenant is the subject. */
  private static Misconfiguration of(
      String call, String property, Object value, String control, String code) {
    return (content, count) -> {
      content.first(call).set(property, value);
      content.truth.finds(control, content.tenant(), code);
    };
  }

  /** A property of the default outbound policy, which is the subject. */
  private static Misconfiguration ofDefault(
      String property, String value, String control, String code) {
    return (content, count) -> {
      content.named(POLICIES, "Default").set(property, value);
      content.truth.finds(control, "Default", code);
    };
  }

  private static void limitsUnset(Content content, int count) {
    content
        .named(POLICIES, "Default")
        .set("RecipientLimitExternalPerHour", 0)
        .set("RecipientLimitInternalPerHour", 0)
        .set("RecipientLimitPerDay", 0);
    content
        .truth
        .finds("OUTBOUND-01", "Default", "externalUnset")
        .finds("OUTBOUND-01", "Default", "internalUnset")
        .finds("OUTBOUND-01", "Default", "dayUnset");
  }

  /** Neither the policy nor Microsoft's alert about restricted users, which would do. */
  private static void notifiesNobody(Content content, int count) {
    content
        .named(POLICIES, "Default")
        .set("NotifyOutboundSpam", false)
        .set("NotifyOutboundSpamRecipients", List.of());
    content.named(AlertPolicies.CALL, AlertPolicies.USER_RESTRICTED).set("Disabled", true);
    content
        .truth
        .finds("OUTBOUND-03", "Default", "off")
        .finds("ALERTS-04", content.tenant(), "disabled");
  }

  private static void remoteDomainOpen(Content content, int count) {
    content.named("Get-RemoteDomain", "Default").set("AutoForwardEnabled", true);
    content.truth.finds("FORWARDING-02", "*", "default");
  }

  private static void oldProtocolsInPlans(Content content, int count) {
    for (String name : Layers.names("Piano", count)) {
      Row plan =
          Organisation.plan(content.org, name).set("PopEnabled", true).set("ImapEnabled", true);
      content.list("Get-CASMailboxPlan", plan);
      content.truth.finds("SMTPAUTH-04", name, "pop").finds("SMTPAUTH-04", name, "imap");
    }
  }

  private static void addInsByUsers(Content content, int count) {
    for (String name : Layers.names("Criterio di ruolo", count)) {
      content.list(
          "Get-RoleAssignmentPolicy",
          Organisation.roles(content.org, name, "My Marketplace Apps", "My Custom Apps"));
      content.truth.finds("SENDERS-10", name, "addIns");
    }
  }
}
