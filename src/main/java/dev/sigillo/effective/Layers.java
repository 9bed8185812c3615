package dev.sigillo.effective;

import dev.sigillo.effective.Layer.Effect;
import dev.sigillo.effective.Layer.Kind;
import dev.sigillo.snapshot.OutboundSpamPolicy;
import dev.sigillo.snapshot.RemoteDomain;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TransportRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
      layers.add(new Layer(Kind.FORWARDING_ADDRESS, "", "set", Effect.STOPS, List.of()));
    }
    return layers;
  }

  /** Policies that agree on the mode leave no doubt, whichever of them applies. */
  private static Layer policyLayer(OutboundPolicy policy) {
    List<OutboundSpamPolicy> possible = policy.possible();
    Set<Effect> effects =
        possible.stream()
            .map(one -> effect(one.autoForwardingMode()))
            .collect(Collectors.toUnmodifiableSet());
    boolean closed = policy.unresolved().stream().noneMatch(one -> one.startsWith("policy:"));
    return new Layer(
        Kind.OUTBOUND_POLICY,
        joined(possible, OutboundSpamPolicy::subjectName),
        joined(possible, one -> one.autoForwardingMode().toString()),
        effects.size() == 1 && closed ? effects.iterator().next() : Effect.UNKNOWN,
        List.copyOf(possible));
  }

  private static String joined(
      List<OutboundSpamPolicy> policies, Function<OutboundSpamPolicy, String> text) {
    return policies.stream().map(text).distinct().collect(Collectors.joining(", "));
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
    Optional<RemoteDomain> domain =
        destination.external() ? remoteDomains.of(destination.address()) : Optional.empty();
    return new Layer(
        Kind.REMOTE_DOMAIN,
        domain.map(RemoteDomain::subjectName).orElse(""),
        domain.map(d -> d.autoForwardEnabled().toString()).orElse("?"),
        domain.map(Layers::effect).orElse(Effect.UNKNOWN),
        List.copyOf(domain.stream().toList()));
  }

  private static Effect effect(RemoteDomain domain) {
    if (domain.autoForwardEnabled().is(false)) {
      return Effect.STOPS;
    }
    return domain.autoForwardEnabled().is(true) ? Effect.PASSES : Effect.UNKNOWN;
  }

  private Layer ruleLayer(How how) {
    Optional<TransportRule> stopping =
        rules.stream().filter(rule -> AutoForwardRule.stops(rule, how)).findFirst();
    return new Layer(
        Kind.TRANSPORT_RULE,
        stopping.map(TransportRule::subjectName).orElse(""),
        stopping.isPresent() ? "AutoForward" : "-",
        stopping.isPresent() ? Effect.STOPS : Effect.PASSES,
        List.copyOf(stopping.stream().toList()));
  }
}
