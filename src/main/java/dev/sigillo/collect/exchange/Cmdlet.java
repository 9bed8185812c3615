package dev.sigillo.collect.exchange;

import static dev.sigillo.collect.exchange.Parameter.END_DATE;
import static dev.sigillo.collect.exchange.Parameter.FILTER;
import static dev.sigillo.collect.exchange.Parameter.IDENTITY;
import static dev.sigillo.collect.exchange.Parameter.INCLUDE_HIDDEN;
import static dev.sigillo.collect.exchange.Parameter.INCLUDE_TEST_MODE_CONNECTORS;
import static dev.sigillo.collect.exchange.Parameter.IS_TRANSPORT_RULE_SCOPED;
import static dev.sigillo.collect.exchange.Parameter.OPERATIONS;
import static dev.sigillo.collect.exchange.Parameter.RESULT_SIZE;
import static dev.sigillo.collect.exchange.Parameter.SESSION_COMMAND;
import static dev.sigillo.collect.exchange.Parameter.SESSION_ID;
import static dev.sigillo.collect.exchange.Parameter.STARTING_RECIPIENT_ADDRESS;
import static dev.sigillo.collect.exchange.Parameter.START_DATE;
import static dev.sigillo.collect.exchange.Parameter.STATUS;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every command that can be sent, and with which parameters: the allow-list that makes the
 * collector read-only. There is no other way to name a command.
 */
enum Cmdlet {
  TRANSPORT_CONFIG("Get-TransportConfig", Dataset.TRANSPORT_CONFIG),
  ORGANIZATION_CONFIG("Get-OrganizationConfig", Dataset.ORGANIZATION_CONFIG),
  AUTHENTICATION_POLICY("Get-AuthenticationPolicy", Dataset.AUTHENTICATION_POLICY),
  ACCEPTED_DOMAIN("Get-AcceptedDomain", Dataset.ACCEPTED_DOMAIN),
  DKIM_SIGNING_CONFIG("Get-DkimSigningConfig", Dataset.DKIM_SIGNING_CONFIG),
  REMOTE_DOMAIN("Get-RemoteDomain", Dataset.REMOTE_DOMAIN),
  OUTBOUND_SPAM_POLICY("Get-HostedOutboundSpamFilterPolicy", Dataset.OUTBOUND_SPAM_POLICY),
  OUTBOUND_SPAM_RULE("Get-HostedOutboundSpamFilterRule", Dataset.OUTBOUND_SPAM_RULE),
  GROUP_MEMBER("Get-DistributionGroupMember", Dataset.GROUP_MEMBER, IDENTITY, RESULT_SIZE),
  TRANSPORT_RULE("Get-TransportRule", Dataset.TRANSPORT_RULE, RESULT_SIZE),
  INBOUND_CONNECTOR("Get-InboundConnector", Dataset.INBOUND_CONNECTOR, RESULT_SIZE),
  OUTBOUND_CONNECTOR(
      "Get-OutboundConnector",
      Dataset.OUTBOUND_CONNECTOR,
      IS_TRANSPORT_RULE_SCOPED,
      INCLUDE_TEST_MODE_CONNECTORS),
  BLOCKED_SENDER("Get-BlockedSenderAddress", Dataset.BLOCKED_SENDER),
  MAIL_CONTACT("Get-MailContact", Dataset.MAIL_CONTACT, RESULT_SIZE, FILTER),
  MAIL_USER("Get-MailUser", Dataset.MAIL_USER, RESULT_SIZE, FILTER),
  CAS_MAILBOX_PLAN("Get-CASMailboxPlan", Dataset.CAS_MAILBOX_PLAN, RESULT_SIZE),
  ADMIN_AUDIT_LOG_CONFIG("Get-AdminAuditLogConfig", Dataset.ADMIN_AUDIT_LOG_CONFIG),
  AUDIT_BYPASS("Get-MailboxAuditBypassAssociation", Dataset.AUDIT_BYPASS, RESULT_SIZE),
  APPLICATION_ACCESS_POLICY("Get-ApplicationAccessPolicy", Dataset.APPLICATION_ACCESS_POLICY),
  SERVICE_PRINCIPAL("Get-ServicePrincipal", Dataset.EXCHANGE_SERVICE_PRINCIPAL),
  MANAGEMENT_ROLE_ASSIGNMENT("Get-ManagementRoleAssignment", Dataset.MANAGEMENT_ROLE_ASSIGNMENT),
  AUDIT_LOG(
      "Search-UnifiedAuditLog",
      Dataset.AUDIT_EVENT,
      START_DATE,
      END_DATE,
      OPERATIONS,
      SESSION_ID,
      SESSION_COMMAND,
      RESULT_SIZE),
  CONNECTION_FILTER_POLICY("Get-HostedConnectionFilterPolicy", Dataset.CONNECTION_FILTER_POLICY),
  CONTENT_FILTER_POLICY("Get-HostedContentFilterPolicy", Dataset.CONTENT_FILTER_POLICY),
  ANTI_PHISH_POLICY("Get-AntiPhishPolicy", Dataset.ANTI_PHISH_POLICY),
  ARC_CONFIG("Get-ArcConfig", Dataset.ARC_CONFIG),
  MALWARE_FILTER_POLICY("Get-MalwareFilterPolicy", Dataset.MALWARE_FILTER_POLICY),
  EXTERNAL_IN_OUTLOOK("Get-ExternalInOutlook", Dataset.EXTERNAL_IN_OUTLOOK),
  LIMITS_ENFORCEMENT("Get-LimitsEnforcementStatus", Dataset.LIMITS_ENFORCEMENT),
  ROLE_ASSIGNMENT_POLICY("Get-RoleAssignmentPolicy", Dataset.ROLE_ASSIGNMENT_POLICY),
  RECIPIENT("Get-Recipient", Dataset.RECIPIENT, IDENTITY, RESULT_SIZE),
  PROTECTION_ALERT("Get-ProtectionAlert", Dataset.PROTECTION_ALERT),
  MAILBOX("Get-Mailbox", Dataset.MAILBOX, RESULT_SIZE, FILTER),
  CAS_MAILBOX("Get-CASMailbox", Dataset.CAS_MAILBOX, RESULT_SIZE, FILTER),
  INBOX_RULE("Get-InboxRule", Dataset.INBOX_RULE, Parameter.MAILBOX, INCLUDE_HIDDEN),
  MAILBOX_PERMISSION("Get-MailboxPermission", Dataset.MAILBOX_PERMISSION, IDENTITY, RESULT_SIZE),
  RECIPIENT_PERMISSION(
      "Get-RecipientPermission", Dataset.RECIPIENT_PERMISSION, IDENTITY, RESULT_SIZE),
  MESSAGE_TRACE(
      "Get-MessageTraceV2",
      Dataset.MESSAGE_TRACE,
      START_DATE,
      END_DATE,
      STATUS,
      STARTING_RECIPIENT_ADDRESS,
      RESULT_SIZE);

  private final String sent;
  private final Dataset dataset;

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf gives a set that cannot be changed.
  private final Set<Parameter> parameters;

  Cmdlet(String sent, Dataset dataset, Parameter... parameters) {
    this.sent = sent;
    this.dataset = dataset;
    this.parameters = Set.copyOf(Arrays.asList(parameters));
  }

  /** As Microsoft writes it. */
  String sent() {
    return sent;
  }

  /** What its rows become. */
  Dataset dataset() {
    return dataset;
  }

  /** What it may be given. */
  Set<Parameter> parameters() {
    return parameters;
  }

  /** Which service runs it. */
  Via via() {
    return this == PROTECTION_ALERT ? Via.COMPLIANCE : Via.EXCHANGE;
  }

  /** Whether it returns as many rows as it likes unless asked for all. */
  boolean takesAll() {
    return switch (this) {
      case AUDIT_LOG, MESSAGE_TRACE -> false;
      default -> parameters.contains(RESULT_SIZE);
    };
  }

  /** The endpoint of the documented Exchange Admin API that runs it; null when none does. */
  @Nullable String endpoint() {
    return switch (this) {
      case ACCEPTED_DOMAIN -> "AcceptedDomain";
      case ORGANIZATION_CONFIG -> "OrganizationConfig";
      case MAILBOX -> "Mailbox";
      case GROUP_MEMBER -> "DistributionGroupMember";
      default -> null;
    };
  }

  /**
   * The columns to ask for, of objects that are wide; none to get them all. Beside what facts know,
   * what names the row.
   */
  List<String> columns() {
    return switch (this) {
      case MAILBOX ->
          columns("ExternalDirectoryObjectId", "ExchangeGuid", "Guid", "Identity", "Name");
      case CAS_MAILBOX ->
          columns("ExternalDirectoryObjectId", "Guid", "PrimarySmtpAddress", "Identity", "Name");
      case MAIL_CONTACT, MAIL_USER, ORGANIZATION_CONFIG -> columns("Guid", "Identity", "Name");
      default -> List.of();
    };
  }

  private List<String> columns(String... naming) {
    List<String> columns = new ArrayList<>(List.of(naming));
    Projection.of(dataset, Set.of()).properties().stream()
        .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
        .filter(name -> !columns.contains(name))
        .forEach(columns::add);
    return List.copyOf(columns);
  }
}
