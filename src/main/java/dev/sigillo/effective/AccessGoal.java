package dev.sigillo.effective;

import dev.sigillo.snapshot.ConditionalAccessPolicy;
import dev.sigillo.snapshot.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Conditional Access is to achieve. A policy counts only if it is enforced and nothing narrows
 * it: neither an exclusion that is not allowed, nor a condition other than the goal's own, nor a
 * weaker alternative among its grant controls.
 */
public enum AccessGoal {
  /** Everybody needs multifactor authentication. */
  MFA,
  /** The holders of given roles need multifactor authentication that resists phishing. */
  PHISHING_RESISTANT_MFA,
  /** Clients that know no modern authentication are blocked. */
  NO_LEGACY_AUTHENTICATION,
  /** An account at high risk is blocked or needs a new password. */
  USER_RISK,
  /** A sign-in at high risk is blocked or needs multifactor authentication. */
  SIGN_IN_RISK,
  /** The device code flow is blocked. */
  NO_DEVICE_CODE_FLOW;

  private static final int NEAREST = 5;
  private static final List<String> LEGACY = List.of("exchangeActiveSync", "other");
  private static final List<String> MODERN = List.of("browser", "mobileAppsAndDesktopClients");
  private static final String DEVICE_CODE = "deviceCodeFlow";

  private record Attempt(ConditionalAccessPolicy policy, List<String> gaps) {}

  /**
   * Reviews the policies of a tenant.
   *
   * @param policies all of them
   * @param emergencyAccounts ids that every policy may exclude
   * @param allowedExclusions further ids of users, groups, roles and applications, and {@code
   *     GuestsOrExternalUsers} for guests
   */
  public AccessReview review(
      Collection<?> policies,
      Collection<String> emergencyAccounts,
      Collection<String> allowedExclusions) {
    List<String> required = this == NO_LEGACY_AUTHENTICATION ? LEGACY : List.of("All");
    return review(policies, emergencyAccounts, allowedExclusions, required);
  }

  /**
   * Reviews the policies of a tenant for the holders of roles.
   *
   * @param required template ids of the roles
   */
  public AccessReview review(
      Collection<?> policies,
      Collection<String> emergencyAccounts,
      Collection<String> allowedExclusions,
      Collection<String> required) {
    Set<String> allowed = new HashSet<>(emergencyAccounts);
    allowed.addAll(allowedExclusions);
    List<String> uncovered = new ArrayList<>(required);
    List<Attempt> attempts = new ArrayList<>();
    for (Object one : policies) {
      if (one instanceof ConditionalAccessPolicy policy) {
        AccessScope scope = new AccessScope(policy, allowed);
        AccessGrant grant = new AccessGrant(policy.grantControls());
        if (tries(grant, scope)) {
          List<String> gaps = gaps(grant, scope);
          List<String> covered = required.stream().filter(part -> covers(scope, part)).toList();
          if (gaps.isEmpty()) {
            uncovered.removeAll(covered);
          }
          if (covered.size() < required.size()) {
            gaps.add(partly(scope));
          }
          if (!gaps.isEmpty()) {
            attempts.add(new Attempt(policy, gaps));
          }
        }
      }
    }
    attempts.sort(
        Comparator.comparingInt((Attempt attempt) -> attempt.gaps().size())
            .thenComparing(attempt -> attempt.policy().subjectName())
            .thenComparing(attempt -> attempt.policy().subjectKey()));
    List<Attempt> nearest = attempts.subList(0, Math.min(NEAREST, attempts.size()));
    return new AccessReview(
        uncovered,
        nearest.stream()
            .map(a -> "%s (%s)".formatted(a.policy().subjectName(), String.join("; ", a.gaps())))
            .toList(),
        nearest.stream().map(Attempt::policy).toList());
  }

  /** The methods that resist phishing, as Microsoft names them. */
  public static List<String> resistantMethods() {
    return AccessGrant.resistant();
  }

  /** What a policy has when it reaches the goal, as Microsoft names it. */
  public List<String> required() {
    List<String> required = new ArrayList<>(List.of("state: enabled"));
    if (this != PHISHING_RESISTANT_MFA) {
      required.add("includeUsers: [All]");
    }
    required.add("includeApplications: [All]");
    required.addAll(
        switch (this) {
          case MFA -> List.of("builtInControls: [mfa]");
          case PHISHING_RESISTANT_MFA -> List.of("allowedCombinations: " + AccessGrant.resistant());
          case NO_LEGACY_AUTHENTICATION ->
              List.of("clientAppTypes: " + LEGACY, "builtInControls: [block]");
          case USER_RISK ->
              List.of("userRiskLevels: [high]", "builtInControls: [block] / [passwordChange]");
          case SIGN_IN_RISK ->
              List.of("signInRiskLevels: [high]", "builtInControls: [block] / [mfa]");
          case NO_DEVICE_CODE_FLOW ->
              List.of("transferMethods: " + DEVICE_CODE, "builtInControls: [block]");
        });
    return List.copyOf(required);
  }

  /** Whether a policy is meant for the goal at all. */
  private boolean tries(AccessGrant grant, AccessScope scope) {
    return switch (this) {
      case MFA -> grant.namesMfa();
      case PHISHING_RESISTANT_MFA -> grant.namesStrength();
      case NO_LEGACY_AUTHENTICATION ->
          grant.blocks() && LEGACY.stream().anyMatch(scope.clientTypes()::has);
      case USER_RISK -> scope.userRisk().notEmpty();
      case SIGN_IN_RISK -> scope.signInRisk().notEmpty();
      case NO_DEVICE_CODE_FLOW -> scope.flows().contains(DEVICE_CODE);
    };
  }

  private List<String> gaps(AccessGrant grant, AccessScope scope) {
    List<String> gaps = scope.narrowed();
    if (this != PHISHING_RESISTANT_MFA && !scope.includesEveryone()) {
      gaps.add("includeUsers: " + scope.includedUsers().list());
    }
    if (this != NO_LEGACY_AUTHENTICATION && !MODERN.stream().allMatch(scope::reachesClient)) {
      gaps.add("clientAppTypes: " + scope.clientTypes().list());
    }
    risk(gaps, "userRiskLevels", scope.userRisk(), this == USER_RISK);
    risk(gaps, "signInRiskLevels", scope.signInRisk(), this == SIGN_IN_RISK);
    if (this != NO_DEVICE_CODE_FLOW && !scope.flows().isEmpty()) {
      gaps.add("transferMethods: " + scope.flows());
    }
    if (!demands(grant)) {
      gaps.addAll(grant.words());
    }
    return gaps;
  }

  /** The two kinds of risk never meet in one policy: it would hold only where both are high. */
  private static void risk(
      List<String> gaps, String property, Setting<List<String>> levels, boolean own) {
    if (own ? !levels.has("high") : levels.notEmpty()) {
      gaps.add(property + ": " + levels.list());
    }
  }

  private boolean demands(AccessGrant grant) {
    return switch (this) {
      case MFA -> grant.guaranteesMfa();
      case PHISHING_RESISTANT_MFA -> grant.guaranteesPhishingResistance();
      case NO_LEGACY_AUTHENTICATION, NO_DEVICE_CODE_FLOW -> grant.blocks();
      case USER_RISK -> grant.blocks() || grant.guaranteesRemedy();
      case SIGN_IN_RISK -> grant.blocks() || grant.guaranteesMfa();
    };
  }

  private boolean covers(AccessScope scope, String part) {
    return switch (this) {
      case PHISHING_RESISTANT_MFA -> scope.includesRole(part);
      case NO_LEGACY_AUTHENTICATION -> scope.reachesClient(part);
      default -> true;
    };
  }

  private String partly(AccessScope scope) {
    return this == NO_LEGACY_AUTHENTICATION
        ? "clientAppTypes: " + scope.clientTypes().list()
        : "includeRoles: " + WellKnown.names(scope.includedRoles().list());
  }
}
