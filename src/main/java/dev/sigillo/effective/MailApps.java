package dev.sigillo.effective;

import dev.sigillo.effective.MailGrant.Source;
import dev.sigillo.snapshot.AppRoleAssignment;
import dev.sigillo.snapshot.ApplicationAccessPolicy;
import dev.sigillo.snapshot.DelegatedGrant;
import dev.sigillo.snapshot.ExchangeServicePrincipal;
import dev.sigillo.snapshot.ManagementRoleAssignment;
import dev.sigillo.snapshot.ServicePrincipal;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.TenantFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the applications that may use mailboxes, by themselves or in a user's name, and what limits
 * them. Consent in Microsoft Entra ID and roles of Exchange add up: a scoped role does not narrow a
 * consent, and an application access policy limits the consent only.
 */
public final class MailApps {
  private static final Comparator<MailGrant> ORDER =
      Comparator.comparing(MailGrant::permission)
          .thenComparing(MailGrant::source)
          .thenComparing(grant -> grant.evidence().row().id());

  /** Values of RecipientWriteScope that limit a role to some mailboxes. */
  private static final Set<String> SCOPED =
      Set.of(
          "administrativeunit", "customrecipientscope", "exclusiverecipientscope", "group", "ou");

  private final Map<String, ServicePrincipal> principals = new HashMap<>();
  private final Map<String, String> exchangeNames = new HashMap<>();
  private final Map<String, List<MailGrant>> grants = new TreeMap<>();
  private final Map<String, String> otherNames = new HashMap<>();
  private final TenantFacts facts;

  private MailApps(TenantFacts facts) {
    this.facts = facts;
    for (ServicePrincipal one : facts.all(ServicePrincipal.class)) {
      principals.put(lower(one.id()), one);
    }
    for (ExchangeServicePrincipal one : facts.all(ExchangeServicePrincipal.class)) {
      String key = one.objectId().orElse("");
      otherNames.putIfAbsent(key.toLowerCase(Locale.ROOT), one.displayName().orElse(key));
      Stream.of(one.objectId(), one.appId(), one.identity(), one.displayName())
          .filter(Setting::notEmpty)
          .forEach(name -> exchangeNames.putIfAbsent(lower(name), key));
    }
  }

  /** Applications with a permission of their own over mailboxes, by key. */
  public static List<MailApp> of(TenantFacts facts) {
    return new MailApps(facts).apps();
  }

  /** Applications that may send in the name of users, by key. */
  public static List<MailClient> clients(TenantFacts facts) {
    return new MailApps(facts).clients();
  }

  private List<MailApp> apps() {
    Set<String> restricted = new HashSet<>();
    for (ApplicationAccessPolicy policy : facts.all(ApplicationAccessPolicy.class)) {
      if (policy.accessRight().is("RestrictAccess") && policy.appId().notEmpty()) {
        restricted.add(lower(policy.appId()));
      }
    }
    facts.all(AppRoleAssignment.class).forEach(one -> consent(one, restricted));
    facts.all(ManagementRoleAssignment.class).forEach(this::role);
    List<MailApp> apps = new ArrayList<>();
    grants.forEach((key, held) -> apps.add(new MailApp(key, name(key), appId(key), sorted(held))));
    return List.copyOf(apps);
  }

  private void consent(AppRoleAssignment assignment, Set<String> restricted) {
    Permissions.AppRole role =
        Permissions.appRole(
            assignment.appRoleId().orElse(""), assignment.appRoleValue().orElse(""));
    if (!role.concernsMail() || !assignment.principalId().notEmpty()) {
      return;
    }
    String key = assignment.principalId().orElse("");
    otherNames.putIfAbsent(
        lower(assignment.principalId()), assignment.principalDisplayName().orElse(key));
    boolean limited = restricted.contains(appId(key).toLowerCase(Locale.ROOT));
    add(
        key,
        new MailGrant(
            role.name(), Source.ENTRA, role.sends(), role.everyMailbox() && !limited, assignment));
  }

  private void role(ManagementRoleAssignment assignment) {
    String role = assignment.role().orElse("");
    // Every tenant lets an administrators' role group hand these roles on: no application yet.
    if (!Permissions.sendingRole(role)
        || !assignment.roleAssigneeType().is("ServicePrincipal")
        || assignment.enabled().is(false)) {
      return;
    }
    String assignee = assignment.roleAssignee().orElse(assignment.roleAssigneeName().orElse("?"));
    String key =
        Stream.of(assignment.roleAssignee(), assignment.roleAssigneeName())
            .map(name -> exchangeNames.get(lower(name)))
            .filter(found -> found != null && !found.isEmpty())
            .findFirst()
            .orElse(assignee);
    boolean scoped =
        assignment.customResourceScope().notEmpty()
            || SCOPED.contains(lower(assignment.recipientWriteScope()));
    add(key, new MailGrant(role, Source.EXCHANGE, true, !scoped, assignment));
  }

  private void add(String key, MailGrant grant) {
    ServicePrincipal known = principals.get(key.toLowerCase(Locale.ROOT));
    String id = known == null ? key : known.id().orElse(key);
    grants.computeIfAbsent(id, k -> new ArrayList<>()).add(grant);
  }

  private List<MailClient> clients() {
    Map<String, List<DelegatedGrant>> consents = new TreeMap<>();
    for (DelegatedGrant grant : facts.all(DelegatedGrant.class)) {
      if (grant.clientId().notEmpty()
          && !Permissions.sendingScopes(grant.scope().orElse("")).isEmpty()) {
        consents.computeIfAbsent(grant.clientId().orElse(""), k -> new ArrayList<>()).add(grant);
      }
    }
    List<MailClient> clients = new ArrayList<>();
    consents.forEach((key, held) -> clients.add(new MailClient(key, name(key), appId(key), held)));
    return List.copyOf(clients);
  }

  private String name(String key) {
    ServicePrincipal principal = principals.get(key.toLowerCase(Locale.ROOT));
    String other = otherNames.getOrDefault(key.toLowerCase(Locale.ROOT), key);
    return principal == null ? other : principal.displayName().orElse(other);
  }

  private String appId(String key) {
    ServicePrincipal principal = principals.get(key.toLowerCase(Locale.ROOT));
    return principal == null ? "" : principal.appId().orElse("");
  }

  private static List<MailGrant> sorted(List<MailGrant> grants) {
    return grants.stream().sorted(ORDER).toList();
  }

  private static String lower(Setting<String> setting) {
    return setting.orElse("").toLowerCase(Locale.ROOT);
  }
}
