package dev.sigillo.effective;

import dev.sigillo.snapshot.AuthenticationPolicy;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.InboxRule;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.OrganizationConfig;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TransportConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the tenant's settings mean for each mailbox. Built once from the tenant-wide facts, bounded
 * by them, immutable; resolves one mailbox at a time.
 */
public final class TenantState {
  private final Recipients recipients;
  private final OutboundPolicies policies;
  private final Layers layers;
  private final Setting<Boolean> smtpAuthDisabled;
  private final Match defaultPolicyBlocksBasic;

  private TenantState(TenantFacts facts) {
    recipients = new Recipients(facts);
    policies = new OutboundPolicies(facts);
    layers = new Layers(facts);
    smtpAuthDisabled = SmtpAuth.organisation(facts.all(TransportConfig.class));
    defaultPolicyBlocksBasic =
        SmtpAuth.defaultPolicy(
            facts.all(OrganizationConfig.class), facts.all(AuthenticationPolicy.class));
  }

  /** The state of a tenant. */
  public static TenantState of(TenantFacts facts) {
    return new TenantState(facts);
  }

  /** Where recipients really lead. */
  public Recipients recipients() {
    return recipients;
  }

  /** The state of a mailbox. */
  public Sender sender(Mailbox mailbox) {
    OutboundPolicy policy = policies.of(mailbox);
    return new Sender(
        mailbox,
        SmtpAuth.of(
            mailbox.cas().smtpClientAuthenticationDisabled(),
            smtpAuthDisabled,
            defaultPolicyBlocksBasic),
        policy,
        forwards(mailbox, policy));
  }

  private List<Forward> forwards(Mailbox mailbox, OutboundPolicy policy) {
    List<Forward> forwards = new ArrayList<>();
    for (InboxRule rule : mailbox.inboxRules()) {
      if (rule.enabled().is(true)) {
        add(forwards, How.FORWARD_TO, rule.forwardTo(), rule, policy, recipients::of);
        add(
            forwards,
            How.FORWARD_AS_ATTACHMENT_TO,
            rule.forwardAsAttachmentTo(),
            rule,
            policy,
            recipients::of);
        add(forwards, How.REDIRECT_TO, rule.redirectTo(), rule, policy, recipients::of);
      }
    }
    add(
        forwards,
        How.FORWARDING_ADDRESS,
        mailbox.settings().forwardingAddress(),
        mailbox.settings(),
        policy,
        recipients::directory);
    add(
        forwards,
        How.FORWARDING_SMTP_ADDRESS,
        mailbox.settings().forwardingSmtpAddress(),
        mailbox.settings(),
        policy,
        recipients::of);
    return forwards;
  }

  private void add(
      List<Forward> forwards,
      How how,
      Setting<?> recipientsWritten,
      Fact source,
      OutboundPolicy policy,
      Function<String, Destination> resolve) {
    if (recipientsWritten.isEmpty()) {
      return;
    }
    boolean idle =
        how == How.FORWARDING_SMTP_ADDRESS
            && forwards.stream().anyMatch(f -> f.how() == How.FORWARDING_ADDRESS);
    for (String written : recipientsWritten.list()) {
      if (!written.isBlank()) {
        Destination destination = resolve.apply(written);
        List<Layer> stack =
            destination.reach() == Destination.Reach.INTERNAL
                ? List.of()
                : layers.of(how, destination, policy, idle);
        forwards.add(new Forward(how, written, destination, stack, source));
      }
    }
  }
}
