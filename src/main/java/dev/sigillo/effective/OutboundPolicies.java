package dev.sigillo.effective;

import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.OutboundSpamPolicy;
import dev.sigillo.snapshot.OutboundSpamRule;
import dev.sigillo.snapshot.TenantFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which outbound spam policy applies to whom: the enabled rule with the lowest priority number
 * whose conditions hold, else the default policy. Preset security policies hold no outbound policy.
 */
public final class OutboundPolicies {
  private final List<PolicyScope> scopes = new ArrayList<>();
  private final List<String> dangling = new ArrayList<>();
  private final OutboundPolicy fallback;

  OutboundPolicies(TenantFacts facts) {
    List<OutboundSpamPolicy> policies = facts.all(OutboundSpamPolicy.class);
    Groups groups = new Groups(facts);
    facts.all(OutboundSpamRule.class).stream()
        .filter(rule -> rule.state().is("Enabled"))
        .sorted(Comparator.comparingLong(rule -> rule.priority().orElse(Long.MAX_VALUE)))
        .forEach(
            rule ->
                policies.stream()
                    .filter(policy -> names(rule, policy))
                    .findFirst()
                    .ifPresentOrElse(
                        policy -> scopes.add(new PolicyScope(rule, policy, groups)),
                        () ->
                            dangling.add(
                                "policy:" + rule.hostedOutboundSpamFilterPolicy().orElse(""))));
    fallback = fallback(policies);
  }

  private OutboundPolicy fallback(List<OutboundSpamPolicy> policies) {
    List<OutboundSpamPolicy> defaults =
        policies.stream().filter(policy -> policy.isDefault().is(true)).limit(1).toList();
    List<String> unresolved = new ArrayList<>(dangling);
    if (defaults.isEmpty()) {
      unresolved.add("policy:default");
    }
    return new OutboundPolicy(defaults, unresolved);
  }

  OutboundPolicy of(Mailbox mailbox) {
    return scopes.isEmpty() ? fallback : of(Identity.of(mailbox));
  }

  private OutboundPolicy of(Identity sender) {
    List<OutboundSpamPolicy> possible = new ArrayList<>();
    Set<String> unresolved = new LinkedHashSet<>(dangling);
    for (PolicyScope scope : scopes) {
      Match match = scope.matches(sender);
      if (match == Match.MAYBE) {
        unresolved.addAll(scope.doubts(sender));
      }
      if (match != Match.NO) {
        possible.add(scope.policy());
      }
      if (match == Match.YES) {
        return new OutboundPolicy(possible, List.copyOf(unresolved));
      }
    }
    possible.addAll(fallback.possible());
    unresolved.addAll(fallback.unresolved());
    return new OutboundPolicy(possible, List.copyOf(unresolved));
  }

  /**
   * Whether a policy applies to anyone: the default one does, a custom one only through an enabled
   * rule. One that does not say what it is may.
   */
  public static boolean inForce(OutboundSpamPolicy policy, TenantFacts facts) {
    return policy.isDefault().is(true)
        || !policy.isDefault().known()
        || !policy.name().known()
        || facts.all(OutboundSpamRule.class).stream()
            .anyMatch(rule -> rule.state().is("Enabled") && names(rule, policy));
  }

  private static boolean names(OutboundSpamRule rule, OutboundSpamPolicy policy) {
    return rule.hostedOutboundSpamFilterPolicy().in(policy.name().list())
        || rule.hostedOutboundSpamFilterPolicy().is(policy.row().id());
  }
}
