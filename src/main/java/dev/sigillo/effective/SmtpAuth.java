package dev.sigillo.effective;

import dev.sigillo.snapshot.AuthenticationPolicy;
import dev.sigillo.snapshot.OrganizationConfig;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.TransportConfig;
import java.util.List;

/**
 * Whether a mailbox may submit mail with SMTP AUTH.
 *
 * @param state the mailbox's own setting, or the organisation's where it has none
 * @param own whether the mailbox's own setting decides
 * @param defaultPolicyBlocksBasic whether the organisation's default authentication policy refuses
 *     passwords for SMTP. It holds for accounts without a policy of their own, so it is no proof
 *     for a single mailbox; OAuth is not affected
 */
public record SmtpAuth(State state, boolean own, Match defaultPolicyBlocksBasic) {

  /** Whether SMTP AUTH is on. */
  public enum State {
    ON,
    OFF,
    UNKNOWN
  }

  static SmtpAuth of(Setting<Boolean> mailbox, Setting<Boolean> organisation, Match policy) {
    if (mailbox.isNull()) {
      return new SmtpAuth(state(organisation), false, policy);
    }
    return new SmtpAuth(state(mailbox), mailbox.known(), policy);
  }

  static Setting<Boolean> organisation(List<TransportConfig> configs) {
    return configs.size() == 1
        ? configs.get(0).smtpClientAuthenticationDisabled()
        : Setting.absent();
  }

  static Match defaultPolicy(
      List<OrganizationConfig> organisations, List<AuthenticationPolicy> policies) {
    if (organisations.size() != 1) {
      return Match.MAYBE;
    }
    Setting<String> named = organisations.get(0).defaultAuthenticationPolicy();
    if (!named.known()) {
      return Match.MAYBE;
    }
    if (named.isEmpty()) {
      return Match.NO;
    }
    return policies.stream()
        .filter(p -> named.in(p.name().list()) || named.in(p.identity().list()))
        .map(AuthenticationPolicy::allowBasicAuthSmtp)
        .map(allowed -> allowed.known() ? Match.of(!allowed.is(true)) : Match.MAYBE)
        .findFirst()
        .orElse(Match.MAYBE);
  }

  private static State state(Setting<Boolean> disabled) {
    if (disabled.is(true)) {
      return State.OFF;
    }
    return disabled.is(false) ? State.ON : State.UNKNOWN;
  }
}
