package dev.sigillo.snapshot;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The datasets Sigillo understands: name, typed row, and what its lines are keyed by. */
public enum Dataset {
  TRANSPORT_CONFIG("exchange/Get-TransportConfig", TransportConfig.class, Keyed.NO),
  ORGANIZATION_CONFIG("exchange/Get-OrganizationConfig", OrganizationConfig.class, Keyed.NO),
  AUTHENTICATION_POLICY("exchange/Get-AuthenticationPolicy", AuthenticationPolicy.class, Keyed.NO),
  ACCEPTED_DOMAIN("exchange/Get-AcceptedDomain", AcceptedDomain.class, Keyed.NO),
  DKIM_SIGNING_CONFIG("exchange/Get-DkimSigningConfig", DkimSigningConfig.class, Keyed.NO),
  REMOTE_DOMAIN("exchange/Get-RemoteDomain", RemoteDomain.class, Keyed.NO),
  OUTBOUND_SPAM_POLICY(
      "exchange/Get-HostedOutboundSpamFilterPolicy", OutboundSpamPolicy.class, Keyed.NO),
  OUTBOUND_SPAM_RULE("exchange/Get-HostedOutboundSpamFilterRule", OutboundSpamRule.class, Keyed.NO),
  GROUP_MEMBER("exchange/Get-DistributionGroupMember", GroupMember.class, Keyed.BY_GROUP),
  TRANSPORT_RULE("exchange/Get-TransportRule", TransportRule.class, Keyed.NO),
  INBOUND_CONNECTOR("exchange/Get-InboundConnector", InboundConnector.class, Keyed.NO),
  OUTBOUND_CONNECTOR("exchange/Get-OutboundConnector", OutboundConnector.class, Keyed.NO),
  BLOCKED_SENDER("exchange/Get-BlockedSenderAddress", BlockedSender.class, Keyed.NO),
  MAIL_CONTACT("exchange/Get-MailContact", MailContact.class, Keyed.NO),
  MAIL_USER("exchange/Get-MailUser", MailUser.class, Keyed.NO),
  CAS_MAILBOX_PLAN("exchange/Get-CASMailboxPlan", CasMailboxPlan.class, Keyed.NO),
  ADMIN_AUDIT_LOG_CONFIG("exchange/Get-AdminAuditLogConfig", AdminAuditLogConfig.class, Keyed.NO),
  AUDIT_BYPASS("exchange/Get-MailboxAuditBypassAssociation", MailboxAuditBypass.class, Keyed.NO),
  APPLICATION_ACCESS_POLICY(
      "exchange/Get-ApplicationAccessPolicy", ApplicationAccessPolicy.class, Keyed.NO),
  EXCHANGE_SERVICE_PRINCIPAL(
      "exchange/Get-ServicePrincipal", ExchangeServicePrincipal.class, Keyed.NO),
  MANAGEMENT_ROLE_ASSIGNMENT(
      "exchange/Get-ManagementRoleAssignment", ManagementRoleAssignment.class, Keyed.NO),
  AUDIT_EVENT("exchange/Search-UnifiedAuditLog", AuditEvent.class, Keyed.NO),
  CONNECTION_FILTER_POLICY(
      "exchange/Get-HostedConnectionFilterPolicy", ConnectionFilterPolicy.class, Keyed.NO),
  CONTENT_FILTER_POLICY(
      "exchange/Get-HostedContentFilterPolicy", ContentFilterPolicy.class, Keyed.NO),
  ANTI_PHISH_POLICY("exchange/Get-AntiPhishPolicy", AntiPhishPolicy.class, Keyed.NO),
  ARC_CONFIG("exchange/Get-ArcConfig", ArcConfig.class, Keyed.NO),
  MALWARE_FILTER_POLICY("exchange/Get-MalwareFilterPolicy", MalwareFilterPolicy.class, Keyed.NO),
  EXTERNAL_IN_OUTLOOK("exchange/Get-ExternalInOutlook", ExternalInOutlook.class, Keyed.NO),
  LIMITS_ENFORCEMENT("exchange/Get-LimitsEnforcementStatus", LimitsEnforcement.class, Keyed.NO),
  ROLE_ASSIGNMENT_POLICY("exchange/Get-RoleAssignmentPolicy", RoleAssignmentPolicy.class, Keyed.NO),
  RECIPIENT("exchange/Get-Recipient", Recipient.class, Keyed.NO),
  PROTECTION_ALERT("compliance/Get-ProtectionAlert", ProtectionAlert.class, Keyed.NO),

  MAILBOX("exchange/Get-Mailbox", MailboxSettings.class, Keyed.BY_MAILBOX),
  CAS_MAILBOX("exchange/Get-CASMailbox", CasMailbox.class, Keyed.BY_MAILBOX),
  INBOX_RULE("exchange/Get-InboxRule", InboxRule.class, Keyed.BY_MAILBOX),
  MESSAGE_RULE("graph/messageRules", MessageRule.class, Keyed.BY_MAILBOX),
  MAILBOX_PERMISSION("exchange/Get-MailboxPermission", MailboxPermission.class, Keyed.BY_MAILBOX),
  RECIPIENT_PERMISSION(
      "exchange/Get-RecipientPermission", RecipientPermission.class, Keyed.BY_MAILBOX),
  USER("graph/users", User.class, Keyed.BY_MAILBOX),
  USER_REGISTRATION("graph/userRegistrationDetails", UserRegistration.class, Keyed.BY_MAILBOX),

  CONDITIONAL_ACCESS_POLICY(
      "graph/conditionalAccessPolicies", ConditionalAccessPolicy.class, Keyed.NO),
  SECURITY_DEFAULTS(
      "graph/identitySecurityDefaultsEnforcementPolicy", SecurityDefaults.class, Keyed.NO),
  AUTHORIZATION_POLICY("graph/authorizationPolicy", AuthorizationPolicy.class, Keyed.NO),
  ADMIN_CONSENT_REQUEST_POLICY(
      "graph/adminConsentRequestPolicy", AdminConsentRequestPolicy.class, Keyed.NO),
  SERVICE_PRINCIPAL("graph/servicePrincipals", ServicePrincipal.class, Keyed.NO),
  APP_REGISTRATION("graph/applications", AppRegistration.class, Keyed.NO),
  APP_ROLE_ASSIGNMENT("graph/appRoleAssignedTo", AppRoleAssignment.class, Keyed.NO),
  DELEGATED_GRANT("graph/oauth2PermissionGrants", DelegatedGrant.class, Keyed.NO),
  ROLE_ASSIGNMENT("graph/roleAssignments", RoleAssignment.class, Keyed.NO),
  RISKY_USER("graph/riskyUsers", RiskyUser.class, Keyed.NO),
  SIGN_IN("graph/signIns", SignIn.class, Keyed.NO),
  MESSAGE_TRACE("graph/messageTraces", MessageTrace.class, Keyed.NO),
  MESSAGE_TRACE_DETAIL("graph/messageTraceDetails", MessageTraceDetail.class, Keyed.NO),

  DNS_ANSWER("dns/answers", DnsAnswer.class, Keyed.NO),
  MTA_STS_POLICY("web/mtaStsPolicy", MtaStsPolicyFile.class, Keyed.NO),

  NDR("incident/ndr", DeliveryReport.class, Keyed.NO),
  READ_TRACE("incident/messageTrace", MessageTrace.class, Keyed.NO),
  DMARC_AGGREGATE("incident/dmarcAggregate", DmarcAggregate.class, Keyed.NO),
  TLS_REPORT("incident/tlsReport", TlsReport.class, Keyed.NO);

  /** What the lines of a dataset are keyed by. */
  public enum Keyed {
    /** Tenant-wide: rows only. */
    NO,
    /** By the mailbox's {@code ExternalDirectoryObjectId}, else its {@code ExchangeGuid}. */
    BY_MAILBOX,
    /** By the group's address, lower case. */
    BY_GROUP
  }

  private static final Map<String, Dataset> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(Dataset::id, Function.identity()));

  private final String id;
  private final Class<? extends Fact> type;
  private final Keyed keyed;

  Dataset(String id, Class<? extends Fact> type, Keyed keyed) {
    this.id = id;
    this.type = type;
    this.keyed = keyed;
  }

  /** Name in the snapshot, such as {@code exchange/Get-TransportConfig}. */
  public String id() {
    return id;
  }

  /** Record that a row becomes. */
  public Class<? extends Fact> type() {
    return type;
  }

  public Keyed keyed() {
    return keyed;
  }

  /**
   * Whether a tenant always has at least one row here. Zero rows then prove that the question was
   * not really answered: Exchange answers 200 and nothing to a wrong question.
   */
  public boolean neverEmpty() {
    return switch (this) {
      case TRANSPORT_CONFIG,
          ORGANIZATION_CONFIG,
          ACCEPTED_DOMAIN,
          REMOTE_DOMAIN,
          OUTBOUND_SPAM_POLICY,
          CAS_MAILBOX_PLAN,
          ADMIN_AUDIT_LOG_CONFIG,
          AUDIT_BYPASS,
          CONNECTION_FILTER_POLICY,
          CONTENT_FILTER_POLICY,
          ANTI_PHISH_POLICY,
          MALWARE_FILTER_POLICY,
          EXTERNAL_IN_OUTLOOK,
          LIMITS_ENFORCEMENT,
          ROLE_ASSIGNMENT_POLICY,
          PROTECTION_ALERT,
          SECURITY_DEFAULTS,
          AUTHORIZATION_POLICY,
          ADMIN_CONSENT_REQUEST_POLICY,
          SERVICE_PRINCIPAL,
          ROLE_ASSIGNMENT ->
          true;
      default -> false;
    };
  }

  /** Whether it records what people did, which is taken only when asked for. */
  public boolean isLog() {
    return switch (this) {
      case AUDIT_EVENT, SIGN_IN, MESSAGE_TRACE, MESSAGE_TRACE_DETAIL, NDR, READ_TRACE -> true;
      default -> false;
    };
  }

  /**
   * Whether it tells what happened to mail, not how the tenant is set: logs, and the reports that
   * others send. It can be as large as the mail was, so its rows are never in memory together.
   */
  public boolean isTraffic() {
    return switch (this) {
      case MESSAGE_TRACE, MESSAGE_TRACE_DETAIL, NDR, READ_TRACE, DMARC_AGGREGATE, TLS_REPORT ->
          true;
      default -> false;
    };
  }

  /** Whether it is made of files that somebody has: delivery reports, traces, reports of others. */
  public boolean isRead() {
    return id.startsWith("incident/");
  }

  /** Whether it is no tenant's secret: DNS and web servers answer anyone. */
  public boolean isPublic() {
    return this == DNS_ANSWER || this == MTA_STS_POLICY;
  }

  /** The dataset of that name, if Sigillo understands it. */
  public static Optional<Dataset> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
