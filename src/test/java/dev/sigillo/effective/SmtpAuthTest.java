package dev.sigillo.effective;

import static dev.sigillo.effective.Given.mailbox;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.effective.SmtpAuth.State;
import dev.sigillo.snapshot.AuthenticationPolicy;
import dev.sigillo.snapshot.OrganizationConfig;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmtpAuthTest {
  private static final RowRef ROW = new RowRef("x", 1, "x");

  private static SmtpAuth auth(Given given, @Nullable Boolean mailboxDisabled) {
    return given.state().sender(mailbox("ada@contoso.com", mailboxDisabled, null, null)).smtpAuth();
  }

  @Test
  void mailbox_that_says_nothing_inherits() {
    SmtpAuth auth = auth(new Given().smtpAuthDisabled(true), null);
    assertThat(auth.state()).isEqualTo(State.OFF);
    assertThat(auth.own()).isFalse();
  }

  @Test
  void mailbox_overrides_the_organisation_both_ways() {
    assertThat(auth(new Given().smtpAuthDisabled(true), false).state()).isEqualTo(State.ON);
    assertThat(auth(new Given().smtpAuthDisabled(false), true).state()).isEqualTo(State.OFF);
    assertThat(auth(new Given().smtpAuthDisabled(false), true).own()).isTrue();
  }

  @Test
  void unknown_organisation_matters_only_to_those_who_inherit() {
    assertThat(auth(new Given(), null).state()).isEqualTo(State.UNKNOWN);
    assertThat(auth(new Given(), true).state()).isEqualTo(State.OFF);
  }

  @Test
  void default_authentication_policy_is_found_by_name() {
    List<AuthenticationPolicy> policies =
        List.of(
            new AuthenticationPolicy(ROW, Given.of("Block"), Given.of("Block"), Given.of(false)));
    assertThat(SmtpAuth.defaultPolicy(List.of(organisation(Given.of("block"))), policies))
        .isEqualTo(Match.YES);
    assertThat(SmtpAuth.defaultPolicy(List.of(organisation(Setting.ofNull())), policies))
        .isEqualTo(Match.NO);
    assertThat(SmtpAuth.defaultPolicy(List.of(organisation(Given.of("Gone"))), policies))
        .isEqualTo(Match.MAYBE);
    assertThat(SmtpAuth.defaultPolicy(List.of(organisation(Setting.absent())), policies))
        .isEqualTo(Match.MAYBE);
  }

  private static OrganizationConfig organisation(Setting<String> policy) {
    return new OrganizationConfig(
        ROW, Setting.absent(), Setting.absent(), Setting.absent(), policy, Setting.absent());
  }
}
