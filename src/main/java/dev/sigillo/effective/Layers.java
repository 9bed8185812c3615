package dev.sigillo.effective;

import dev.sigillo.effective.Layer.Effect;
import dev.sigillo.effective.Layer.Kind;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.OutboundSpamPolicy;
import dev.sigillo.snapshot.RemoteDomain;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TransportRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The layers that may stop a forward. They act independently, and a layer that stops it wins over
 * those that let it pass.
 *
 * @see <a
 *     href="https://learn.microsoft.com/defender-office-365/outbound-spam-policies-external-email-forwarding">
 *     Control automatic external email forwarding</a>
 */
final class Layers {
  private final RemoteDomains remoteDomains;
  private final List<TransportRule> rules;

  Layers(TenantFacts facts) {
    remoteDomains = new RemoteDomains(facts.all(RemoteDomain.class));
    rules = facts.all(TransportRule.class).stream().filter(AutoForwardRule::stops).toList();
  }

  /**
   * What each layer does to a forward.
   *
   * @param how what forwards
   * @param destination where to
   * @param policy the mailbox's outbound spam policy
   * @param idle whether the mailbox's {@code ForwardingAddress} makes this one idle
   */
  List<Layer> of(How how, Destination destination, OutboundPolicy policy, boolean idle) {
    List<Layer> layers = new ArrayList<>();
    layers.add(policyLayer(policy));
    layers.add(remoteLayer(destination));
    if (how.byInboxRule()) {
      layers.add(ruleLayer(how));
    }
    if (idle) {
      layers.add(new Layer(Kind.FORWARDING_ADDRESS, "", Effect.STOPS, List.of()));
    }
    return layers;
  }

  /** Policies that agree on the mode leave no doubt, whichever of them applies. */
  private static Layer policyLayer(OutboundPolicy policy) {
    Set<Effect> effects =
        policy.possible().stream()
            .map(one -> effect(one.autoForwardingMode()))
            .collect(Collectors.toSet());
    boolean closed = policy.unresolved().stream().noneMatch(one -> one.startsWith("policy:"));
    Effect effect = effects.size() == 1 && closed ? effects.iterator().next() : Effect.UNKNOWN;
    String names =
        policy.possible().stream()
            .map(OutboundSpamPolicy::subjectName)
            .collect(Collectors.joining(", "));
    List<Fact> rows = List.copyOf(policy.possible());
    return new Layer(Kind.OUTBOUND_POLICY, names, effect, rows);
  }

  private static Effect effect(Setting<String> mode) {
    if (mode.is("Off")) {
      return Effect.STOPS;
    }
    if (mode.is("On")) {
      return Effect.PASSES;
    }
    return mode.is("Automatic") ? Effect.AUTOMATIC : Effect.UNKNOWN;
  }

  private Layer remoteLayer(Destination destination) {
    if (!destination.external()) {
      return new Layer(Kind.REMOTE_DOMAIN, "", Effect.UNKNOWN, List.of());
    }
    return remoteDomains
        .of(destination.address())
        .map(
            domain ->
                new Layer(
                    Kind.REMOTE_DOMAIN, domain.subjectName(), effect(domain), List.of(domain)))
        .orElseGet(() -> new Layer(Kind.REMOTE_DOMAIN, "", Effect.UNKNOWN, List.of()));
  }

  private static Effect effect(RemoteDomain domain) {
    if (domain.autoForwardEnabled().is(false)) {
      return Effect.STOPS;
    }
    return domain.autoForwardEnabled().is(true) ? Effect.PASSES : Effect.UNKNOWN;
  }

  private Layer ruleLayer(How how) {
    return rules.stream()
        .filter(rule -> AutoForwardRule.stops(rule, how))
        .findFirst()
        .map(
            rule ->
                new Layer(
                    Kind.TRANSPORT_RULE, rule.subjectName(), Effect.STOPS, List.<Fact>of(rule)))
        .orElseGet(() -> new Layer(Kind.TRANSPORT_RULE, "", Effect.PASSES, List.of()));
  }
}
