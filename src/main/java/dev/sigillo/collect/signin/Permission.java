package dev.sigillo.collect.signin;

import dev.sigillo.snapshot.Dataset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an application may be allowed to read, and which datasets rest on it. The only place that
 * says so: {@code doctor} and the documentation are made of it.
 *
 * @see <a href="https://learn.microsoft.com/graph/permissions-reference">Permissions of Graph</a>
 */
public enum Permission {
  /** Policies of Entra ID. */
  POLICY_READ(
      "Policy.Read.All",
      "Conditional Access, security defaults, what users may consent to",
      List.of(),
      Dataset.CONDITIONAL_ACCESS_POLICY,
      Dataset.SECURITY_DEFAULTS,
      Dataset.AUTHORIZATION_POLICY,
      Dataset.ADMIN_CONSENT_REQUEST_POLICY),
  /** Applications. */
  APPLICATION_READ(
      "Application.Read.All",
      "applications, their credentials' dates, and who may open mailboxes",
      List.of("Directory.Read.All"),
      Dataset.SERVICE_PRINCIPAL,
      Dataset.APP_REGISTRATION,
      Dataset.APP_ROLE_ASSIGNMENT),
  /** Consents of users. */
  DIRECTORY_READ(
      "Directory.Read.All",
      "what applications users consented to; sign-ins need it too",
      List.of(),
      Dataset.DELEGATED_GRANT),
  /** Users. */
  USER_READ(
      "User.Read.All",
      "accounts of mailboxes: enabled or not, licences",
      List.of("Directory.Read.All"),
      Dataset.USER),
  /** Who may administer. */
  ROLE_READ(
      "RoleManagement.Read.Directory",
      "who holds roles in Entra ID",
      List.of("RoleManagement.Read.All", "Directory.Read.All"),
      Dataset.ROLE_ASSIGNMENT),
  /** Registered methods and sign-ins. */
  AUDIT_LOG_READ(
      "AuditLog.Read.All",
      "registered authentication methods; sign-ins with --logs",
      List.of(),
      Dataset.USER_REGISTRATION,
      Dataset.SIGN_IN),
  /** Accounts that Microsoft holds for taken over. */
  RISKY_USER_READ(
      "IdentityRiskyUser.Read.All",
      "accounts at risk (Entra ID P2)",
      List.of(),
      Dataset.RISKY_USER),
  /** Inbox rules. */
  MAILBOX_SETTINGS_READ(
      "MailboxSettings.Read",
      "inbox rules of every mailbox, not its messages",
      List.of(),
      Dataset.MESSAGE_RULE),
  /** Members of groups. */
  GROUP_MEMBER_READ(
      "GroupMember.Read.All",
      "members of the groups that outbound policies name, and of those that hold roles",
      List.of("Group.Read.All", "Directory.Read.All"),
      Dataset.GROUP_MEMBER),
  /** The tenant's name. */
  ORGANIZATION_READ(
      "Organization.Read.All",
      "which tenant it is, its name and first domain",
      List.of("Directory.Read.All"),
      Arrays.stream(Dataset.values())
          .filter(dataset -> !dataset.isPublic() && !dataset.isRead())
          .toArray(Dataset[]::new)),
  /** What happened to messages. */
  MESSAGE_TRACE_READ(
      "ExchangeMessageTrace.Read.All",
      "message traces, with --logs",
      List.of(),
      Dataset.MESSAGE_TRACE,
      Dataset.MESSAGE_TRACE_DETAIL);

  private final String value;
  private final String reads;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> instead;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
  private final Set<Dataset> datasets;

  Permission(String value, String reads, List<String> instead, Dataset... datasets) {
    this.value = value;
    this.reads = reads;
    this.instead = instead;
    Set<Dataset> named = EnumSet.noneOf(Dataset.class);
    Collections.addAll(named, datasets);
    this.datasets = Collections.unmodifiableSet(named);
  }

  /** As Graph names it. */
  public String value() {
    return value;
  }

  /** What it lets read, in words. */
  public String reads() {
    return reads;
  }

  /** What rests on it. */
  public Set<Dataset> datasets() {
    return datasets;
  }

  /** Whether a collection begins with it: without it, nothing is collected. */
  public boolean first() {
    return this == ORGANIZATION_READ;
  }

  /** Whether only logs, which are off by default, rest on it. */
  public boolean forLogs() {
    return this == MESSAGE_TRACE_READ;
  }

  /** Whether these permissions of a token allow it, a larger one included. */
  boolean heldIn(Collection<String> permissions) {
    return permissions.contains(value)
        || instead.stream().anyMatch(permissions::contains)
        || permissions.contains(value.replace(".Read", ".ReadWrite"));
  }

  /** Whether a permission of that name lets do more than read. */
  static boolean writes(String permission) {
    String lower = permission.toLowerCase(Locale.ROOT);
    boolean reads =
        lower.matches(".*\\.read(basic)?(\\..*)?")
            || lower.startsWith("exchange.manageasapp")
            || Set.of("openid", "profile", "email", "offline_access").contains(lower);
    return !reads;
  }
}
