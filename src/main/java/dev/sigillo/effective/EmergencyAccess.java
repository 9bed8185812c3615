package dev.sigillo.effective;

import dev.sigillo.snapshot.ConditionalAccessPolicy;
import java.util.Collection;
import java.util.List;

/**
 * Whether a Conditional Access policy can keep an emergency account out: it is enforced, demands or
 * blocks something at an interactive sign-in to administration, reaches the account and does not
 * exclude it. Policies for legacy clients or for one authentication flow cannot, for nobody signs
 * in to a portal that way. The accounts are taken to hold the role Global Administrator, and a
 * policy for that role reaches them, unless a passkey alone satisfies it: that is what an emergency
 * account has.
 *
 * @param policy the policy
 * @param lockedOut ids of the accounts that it can keep out
 */
public record EmergencyAccess(ConditionalAccessPolicy policy, List<String> lockedOut) {
  /** The word for the portals, and the application behind the portals and their interfaces. */
  private static final List<String> ADMINISTRATION =
      List.of("All", "MicrosoftAdminPortals", "797f4846-ba00-4fd7-ba71-dba1f16c5ac5");

  /** Template id of the role that makes an account of use in an emergency. */
  private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

  private static final List<String> INTERACTIVE = List.of("browser", "mobileAppsAndDesktopClients");

  public EmergencyAccess {
    lockedOut = List.copyOf(lockedOut);
  }

  /**
   * Looks at a policy.
   *
   * @param policy the policy
   * @param accounts ids of the emergency accounts
   * @param groups ids of groups that hold all of them
   */
  public static EmergencyAccess of(
      ConditionalAccessPolicy policy, Collection<String> accounts, Collection<String> groups) {
    AccessScope scope = new AccessScope(policy, List.of());
    AccessGrant grant = new AccessGrant(policy.grantControls());
    boolean byRole = scope.includedRoles().has(GLOBAL_ADMINISTRATOR) && !grant.satisfiedBy("fido2");
    boolean bites =
        scope.enforced()
            && !grant.demandsNothing()
            && ADMINISTRATION.stream().anyMatch(scope::includesApplication)
            && INTERACTIVE.stream().anyMatch(scope::reachesClient)
            && scope.flows().isEmpty()
            && !scope.excludesRole(GLOBAL_ADMINISTRATOR)
            && groups.stream().noneMatch(scope::excludesGroup);
    return new EmergencyAccess(
        policy,
        !bites
            ? List.of()
            : accounts.stream()
                .filter(id -> byRole || scope.includesEveryone() || scope.includedUsers().has(id))
                .filter(id -> !scope.excludesUser(id))
                .toList());
  }

  /** Whether any account can be kept out. */
  public boolean endangered() {
    return !lockedOut.isEmpty();
  }

  /** The policy's name with the accounts, for a finding. */
  public String text() {
    return policy.subjectName() + ": " + String.join(", ", lockedOut);
  }
}
