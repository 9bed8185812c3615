package dev.sigillo.effective;

import dev.sigillo.snapshot.AuthenticationPolicy;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.OrganizationConfig;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TransportConfig;

/**
 * What the tenant's settings mean for each mailbox. Built once from the tenant-wide facts, bounded
 * by them, immutable; resolves one mailbox at a time.
 */
public final class TenantState {
  private final Recipients recipients;
  private final OutboundPolicies policies;
  private final Forwards forwards;
  private final Setting<Boolean> smtpAuthDisabled;
  private final Match defaultPolicyBlocksBasic;

  private TenantState(TenantFacts facts) {
    recipients = new Recipients(facts);
    policies = new OutboundPolicies(facts);
    forwards = new Forwards(recipients, new Layers(facts));
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
        forwards.of(mailbox, policy),
        Forwards.untold(mailbox));
  }
}
