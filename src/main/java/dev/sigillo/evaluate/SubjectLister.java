package dev.sigillo.evaluate;

import dev.sigillo.control.SubjectKind;
import dev.sigillo.effective.DomainKind;
import dev.sigillo.effective.MailApps;
import dev.sigillo.effective.Need;
import dev.sigillo.effective.OutboundPolicies;
import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.OutboundSpamPolicy;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.Subject;
import dev.sigillo.snapshot.TenantFacts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one place where it is decided what a control's subjects are. */
final class SubjectLister {
  private static final Set<String> USER_TYPES = Set.of("UserMailbox", "LinkedMailbox");

  private static final Set<String> RESOURCE_TYPES = Set.of("RoomMailbox", "EquipmentMailbox");

  private SubjectLister() {}

  /** Whether a mailbox is of a kind, as far as is known. */
  enum Membership {
    YES,
    NO,
    UNKNOWN
  }

  /**
   * The dataset that lists the subjects of a kind; null when the policy or the tenant itself does,
   * or when they are counted in the datasets of mail traffic.
   */
  static @Nullable Dataset listedIn(SubjectKind kind) {
    return switch (kind) {
      case TENANT,
          INVENTORY_ENTRIES,
          WAIVERS,
          RECIPIENT_DOMAINS,
          TRACED_SENDERS,
          FORWARDED_MAIL,
          EGRESS_ADDRESSES,
          MAIL_SOURCES,
          REPORTED_DOMAINS ->
          null;
      case ACCEPTED_DOMAINS, SENDING_DOMAINS, PARKED_DOMAINS, CUSTOM_DOMAINS, INITIAL_DOMAINS ->
          Dataset.ACCEPTED_DOMAIN;
      case REMOTE_DOMAINS -> Dataset.REMOTE_DOMAIN;
      case OUTBOUND_POLICIES -> Dataset.OUTBOUND_SPAM_POLICY;
      case INBOUND_POLICIES -> Dataset.CONTENT_FILTER_POLICY;
      case ANTI_PHISH_POLICIES -> Dataset.ANTI_PHISH_POLICY;
      case MALWARE_POLICIES -> Dataset.MALWARE_FILTER_POLICY;
      case ROLE_ASSIGNMENT_POLICIES -> Dataset.ROLE_ASSIGNMENT_POLICY;
      case TRANSPORT_RULES -> Dataset.TRANSPORT_RULE;
      case INBOUND_CONNECTORS -> Dataset.INBOUND_CONNECTOR;
      case OUTBOUND_CONNECTORS -> Dataset.OUTBOUND_CONNECTOR;
      case MAILBOX_PLANS -> Dataset.CAS_MAILBOX_PLAN;
      case RESTRICTED_SENDERS -> Dataset.BLOCKED_SENDER;
      case RISKY_USERS -> Dataset.RISKY_USER;
      case APPLICATIONS -> Dataset.SERVICE_PRINCIPAL;
      case APP_REGISTRATIONS -> Dataset.APP_REGISTRATION;
      case MAIL_APPLICATIONS -> Dataset.APP_ROLE_ASSIGNMENT;
      case DELEGATED_GRANTS, MAIL_CLIENTS -> Dataset.DELEGATED_GRANT;
      case AUDIT_BYPASSES -> Dataset.AUDIT_BYPASS;
      case AUDIT_EVENTS -> Dataset.AUDIT_EVENT;
      case MAILBOXES,
          USER_MAILBOXES,
          ENABLED_USER_MAILBOXES,
          SHARED_MAILBOXES,
          RESOURCE_MAILBOXES ->
          Dataset.MAILBOX;
    };
  }

  /** The dataset whose rows are the subjects of a kind, one by one; null when none is. */
  static @Nullable Dataset rowsOf(SubjectKind kind) {
    return switch (kind) {
      case MAIL_APPLICATIONS, MAIL_CLIENTS -> null;
      default -> listedIn(kind);
    };
  }

  /** What it takes to know whether something is of a kind. */
  static List<Need> needs(SubjectKind kind) {
    return switch (kind) {
      case USER_MAILBOXES, SHARED_MAILBOXES, RESOURCE_MAILBOXES ->
          List.of(new Need(Dataset.MAILBOX, List.of("RecipientTypeDetails")));
      case ENABLED_USER_MAILBOXES ->
          List.of(
              new Need(Dataset.MAILBOX, List.of("RecipientTypeDetails")),
              new Need(Dataset.USER, List.of("accountEnabled")));
      case OUTBOUND_POLICIES ->
          List.of(
              new Need(Dataset.OUTBOUND_SPAM_POLICY, List.of("Name", "IsDefault")),
              new Need(
                  Dataset.OUTBOUND_SPAM_RULE, List.of("State", "HostedOutboundSpamFilterPolicy")));
      case SENDING_DOMAINS, PARKED_DOMAINS, CUSTOM_DOMAINS, INITIAL_DOMAINS ->
          List.of(
              new Need(
                  Dataset.ACCEPTED_DOMAIN,
                  List.of(
                      "DomainName",
                      "InitialDomain",
                      "IsCoexistenceDomain",
                      "SendingFromDomainDisabled")));
      case MAIL_APPLICATIONS ->
          List.of(
              new Need(Dataset.SERVICE_PRINCIPAL, List.of("id", "appId")),
              new Need(Dataset.APP_ROLE_ASSIGNMENT, List.of("principalId", "appRoleId")),
              new Need(
                  Dataset.EXCHANGE_SERVICE_PRINCIPAL, List.of("AppId", "ObjectId", "Identity")),
              new Need(
                  Dataset.MANAGEMENT_ROLE_ASSIGNMENT,
                  List.of(
                      "Role", "RoleAssignee", "RoleAssigneeName", "RoleAssigneeType", "Enabled")));
      case MAIL_CLIENTS ->
          List.of(
              new Need(Dataset.SERVICE_PRINCIPAL, List.of("id", "appId")),
              new Need(Dataset.DELEGATED_GRANT, List.of("clientId", "consentType", "scope")));
      default -> {
        Dataset dataset = listedIn(kind);
        yield dataset == null ? List.of() : List.of(new Need(dataset, List.of()));
      }
    };
  }

  /** Whether subjects of a kind have states that DNS tells. */
  static boolean ofDns(SubjectKind kind) {
    return listedIn(kind) == Dataset.ACCEPTED_DOMAIN || kind == SubjectKind.INVENTORY_ENTRIES;
  }

  /** The subjects of a tenant-wide kind, but for the ordinary ones. */
  static List<Subject> list(
      SubjectKind kind, Tenant tenant, TenantFacts facts, List<? extends Subject> declared) {
    if (kind == SubjectKind.TENANT) {
      return List.of(tenant);
    }
    if (kind == SubjectKind.MAIL_APPLICATIONS) {
      return List.copyOf(MailApps.of(facts));
    }
    if (kind == SubjectKind.MAIL_CLIENTS) {
      return List.copyOf(MailApps.clients(facts));
    }
    Dataset dataset = listedIn(kind);
    if (dataset == null) {
      return List.copyOf(declared);
    }
    return facts.facts().getOrDefault(dataset, List.of()).stream()
        .filter(Subject.class::isInstance)
        .filter(fact -> belongs(kind, fact, facts))
        .map(Subject.class::cast)
        .toList();
  }

  /** How many subjects of a tenant-wide kind there are besides, with nothing to be found at. */
  static long ordinary(SubjectKind kind, TenantFacts facts) {
    Dataset dataset = rowsOf(kind);
    return dataset == null ? 0 : facts.ordinary().getOrDefault(dataset, 0L);
  }

  /** Whether a mailbox is of a kind. */
  static Membership member(SubjectKind kind, Mailbox mailbox) {
    Setting<String> type = mailbox.settings().recipientTypeDetails();
    return switch (kind) {
      case MAILBOXES -> Membership.YES;
      case USER_MAILBOXES -> known(type, type.in(USER_TYPES));
      case RESOURCE_MAILBOXES -> known(type, type.in(RESOURCE_TYPES));
      case SHARED_MAILBOXES -> known(type, type.is("SharedMailbox"));
      case ENABLED_USER_MAILBOXES -> {
        Membership user = known(type, type.in(USER_TYPES));
        Setting<Boolean> enabled = mailbox.user().accountEnabled();
        yield user == Membership.YES ? known(enabled, enabled.is(true)) : user;
      }
      default -> throw new IllegalArgumentException(kind + " is not a kind of mailbox");
    };
  }

  private static Membership known(Setting<?> setting, boolean yes) {
    if (!setting.known()) {
      return Membership.UNKNOWN;
    }
    return yes ? Membership.YES : Membership.NO;
  }

  /** Whether a listed fact is of the kind; one that cannot be told is, and will be unknown. */
  private static boolean belongs(SubjectKind kind, Fact fact, TenantFacts facts) {
    if (fact instanceof OutboundSpamPolicy policy) {
      return OutboundPolicies.inForce(policy, facts);
    }
    return !(fact instanceof AcceptedDomain domain) || belongs(kind, DomainKind.of(domain));
  }

  private static boolean belongs(SubjectKind kind, DomainKind is) {
    return is == DomainKind.UNKNOWN
        || switch (kind) {
          case SENDING_DOMAINS -> is == DomainKind.SENDING;
          case PARKED_DOMAINS -> is == DomainKind.PARKED;
          case CUSTOM_DOMAINS -> is == DomainKind.SENDING || is == DomainKind.PARKED;
          case INITIAL_DOMAINS -> is == DomainKind.INITIAL;
          default -> true;
        };
  }
}
