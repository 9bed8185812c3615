package dev.sigillo.control;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The closed list of things a control can judge. Each is computed in one place. */
public enum SubjectKind {
  TENANT(Scope.TENANT),
  ACCEPTED_DOMAINS(Scope.TENANT),
  SENDING_DOMAINS(Scope.TENANT),
  PARKED_DOMAINS(Scope.TENANT),
  /** The organisation's own domains, sending and parked: all but Microsoft's. */
  CUSTOM_DOMAINS(Scope.TENANT),
  /** Microsoft's domains that carry the tenant's name, such as {@code contoso.onmicrosoft.com}. */
  INITIAL_DOMAINS(Scope.TENANT),
  REMOTE_DOMAINS(Scope.TENANT),
  OUTBOUND_POLICIES(Scope.TENANT),
  INBOUND_POLICIES(Scope.TENANT),
  ANTI_PHISH_POLICIES(Scope.TENANT),
  MALWARE_POLICIES(Scope.TENANT),
  ROLE_ASSIGNMENT_POLICIES(Scope.TENANT),
  TRANSPORT_RULES(Scope.TENANT),
  INBOUND_CONNECTORS(Scope.TENANT),
  OUTBOUND_CONNECTORS(Scope.TENANT),
  MAILBOX_PLANS(Scope.TENANT),
  RESTRICTED_SENDERS(Scope.TENANT),
  RISKY_USERS(Scope.TENANT),
  APPLICATIONS(Scope.TENANT),
  APP_REGISTRATIONS(Scope.TENANT),
  /** Applications with a right of their own over mailboxes. */
  MAIL_APPLICATIONS(Scope.TENANT),
  DELEGATED_GRANTS(Scope.TENANT),
  /** Applications that may send in the name of users. */
  MAIL_CLIENTS(Scope.TENANT),
  AUDIT_BYPASSES(Scope.TENANT),
  AUDIT_EVENTS(Scope.TENANT),
  INVENTORY_ENTRIES(Scope.TENANT),
  WAIVERS(Scope.TENANT),
  /** Outside domains that mail was sent to. */
  RECIPIENT_DOMAINS(Scope.TENANT),
  /** Own addresses that sent mail to the outside. */
  TRACED_SENDERS(Scope.TENANT),
  /** Mailboxes through which mail from outside left again. */
  FORWARDED_MAIL(Scope.TENANT),
  /** Addresses from which other servers saw the organisation's mail come. */
  EGRESS_ADDRESSES(Scope.TENANT),
  /** The organisation's own networks that receivers report mail from, by domain. */
  MAIL_SOURCES(Scope.TENANT),
  /** Domains that receivers report mail of. */
  REPORTED_DOMAINS(Scope.TENANT),
  MAILBOXES(Scope.MAILBOX),
  USER_MAILBOXES(Scope.MAILBOX),
  ENABLED_USER_MAILBOXES(Scope.MAILBOX),
  SHARED_MAILBOXES(Scope.MAILBOX),
  /** Rooms and equipment. */
  RESOURCE_MAILBOXES(Scope.MAILBOX);

  private final Scope scope;

  SubjectKind(Scope scope) {
    this.scope = scope;
  }

  /** Name in documents, such as {@code outboundPolicies}. */
  @JsonValue
  public String id() {
    StringBuilder camel = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
      camel.append(
          camel.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }

  /** The only scope in which this kind can be judged. */
  public Scope scope() {
    return scope;
  }
}
