package dev.sigillo.effective;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.snapshot.AccessApplications;
import dev.sigillo.snapshot.AccessConditions;
import dev.sigillo.snapshot.AccessUsers;
import dev.sigillo.snapshot.AuthenticationFlows;
import dev.sigillo.snapshot.ConditionalAccessPolicy;
import dev.sigillo.snapshot.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whom and what a Conditional Access policy reaches, told by what narrows it: {@code property:
 * value}, as Microsoft names them. Nothing narrows a policy that holds for everyone, everywhere.
 */
final class AccessScope {
  /** Stands among allowed exclusions for guests, whom a policy excludes in a field of their own. */
  private static final String GUESTS = "guestsorexternalusers";

  private final ConditionalAccessPolicy policy;
  private final Set<String> allowed;

  /**
   * Looks at a policy.
   *
   * @param allowed ids of the users, groups, roles and applications that it may exclude
   */
  AccessScope(ConditionalAccessPolicy policy, Collection<String> allowed) {
    this.policy = policy;
    this.allowed =
        allowed.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** What narrows it whatever its purpose: state, exclusions, applications, surroundings. */
  List<String> narrowed() {
    List<String> gaps = new ArrayList<>();
    if (!enforced()) {
      gaps.add("state: " + policy.state());
    }
    excluded(gaps, "excludeUsers", users(AccessUsers::excludeUsers));
    excluded(gaps, "excludeGroups", users(AccessUsers::excludeGroups));
    excluded(gaps, "excludeRoles", users(AccessUsers::excludeRoles));
    if (set(users(AccessUsers::excludeGuestsOrExternalUsers)) && !allowed.contains(GUESTS)) {
      gaps.add("excludeGuestsOrExternalUsers");
    }
    Setting<List<String>> included = applications(AccessApplications::includeApplications);
    if (!included.has("All")) {
      gaps.add("includeApplications: " + included.list());
    }
    excluded(gaps, "excludeApplications", applications(AccessApplications::excludeApplications));
    if (set(applications(AccessApplications::applicationFilter))) {
      gaps.add("applicationFilter");
    }
    if (condition(AccessConditions::insiderRiskLevels).notEmpty()) {
      gaps.add("insiderRiskLevels: " + condition(AccessConditions::insiderRiskLevels));
    }
    limited(gaps, condition(AccessConditions::locations));
    limited(gaps, condition(AccessConditions::platforms));
    limited(gaps, condition(AccessConditions::devices));
    return gaps;
  }

  /** Report-only and switched-off policies change nothing for anybody. */
  boolean enforced() {
    return policy.state().is("enabled");
  }

  boolean includesEveryone() {
    return includedUsers().has("All");
  }

  Setting<List<String>> includedUsers() {
    return users(AccessUsers::includeUsers);
  }

  Setting<List<String>> includedRoles() {
    return users(AccessUsers::includeRoles);
  }

  /** Whether it reaches the holders of a role. */
  boolean includesRole(String template) {
    return includesEveryone() || includedRoles().has(template);
  }

  boolean excludesUser(String id) {
    return users(AccessUsers::excludeUsers).has(id);
  }

  boolean excludesRole(String template) {
    return users(AccessUsers::excludeRoles).has(template);
  }

  boolean excludesGroup(String id) {
    return users(AccessUsers::excludeGroups).has(id);
  }

  boolean includesApplication(String id) {
    return applications(AccessApplications::includeApplications).has(id);
  }

  /** Whether it reaches clients of a type; {@code all} stands for each of them. */
  boolean reachesClient(String type) {
    return clientTypes().has("all") || clientTypes().has(type);
  }

  Setting<List<String>> clientTypes() {
    return condition(AccessConditions::clientAppTypes);
  }

  Setting<List<String>> userRisk() {
    return condition(AccessConditions::userRiskLevels);
  }

  Setting<List<String>> signInRisk() {
    return condition(AccessConditions::signInRiskLevels);
  }

  /** The authentication flows that it is limited to; none when it holds for every sign-in. */
  List<String> flows() {
    String methods =
        below(
                condition(AccessConditions::authenticationFlows),
                AuthenticationFlows::transferMethods)
            .orElse("");
    return methods.isBlank() ? List.of() : List.of(methods.strip().split("\\s*,\\s*", -1));
  }

  private <T> Setting<T> condition(Function<AccessConditions, Setting<T>> property) {
    return below(policy.conditions(), property);
  }

  private <T> Setting<T> users(Function<AccessUsers, Setting<T>> property) {
    return below(condition(AccessConditions::users), property);
  }

  private <T> Setting<T> applications(Function<AccessApplications, Setting<T>> property) {
    return below(condition(AccessConditions::applications), property);
  }

  private static <A, B> Setting<B> below(Setting<A> above, Function<A, Setting<B>> property) {
    A value = above.orNull();
    return value == null ? Setting.absent() : property.apply(value);
  }

  private void excluded(List<String> gaps, String property, Setting<List<String>> ids) {
    List<String> others =
        ids.list().stream().filter(id -> !allowed.contains(id.toLowerCase(Locale.ROOT))).toList();
    if (!others.isEmpty()) {
      gaps.add(property + ": " + others);
    }
  }

  private static boolean set(Setting<JsonNode> node) {
    JsonNode value = node.orNull();
    return value != null && !value.isNull();
  }

  /** Parts of a condition that are neither empty nor everything. */
  private static void limited(List<String> gaps, Setting<JsonNode> condition) {
    JsonNode node = condition.orNull();
    if (node == null) {
      return;
    }
    if (!node.isObject()) {
      gaps.add(node.asText());
    }
    for (Map.Entry<String, JsonNode> part : node.properties()) {
      String name =
          part.getKey().substring(0, 1).toLowerCase(Locale.ROOT) + part.getKey().substring(1);
      JsonNode value = part.getValue();
      boolean empty = value.isNull() || (value.isContainerNode() && value.isEmpty());
      if (!empty && !name.contains("@") && !(name.startsWith("include") && everything(value))) {
        gaps.add(value.isArray() ? name + ": " + texts(value) : name);
      }
    }
  }

  private static boolean everything(JsonNode include) {
    return texts(include).stream().anyMatch("all"::equalsIgnoreCase);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
