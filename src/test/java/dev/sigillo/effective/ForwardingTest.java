package dev.sigillo.effective;

import static dev.sigillo.effective.Given.inboxRule;
import static dev.sigillo.effective.Given.list;
import static dev.sigillo.effective.Given.mailbox;
import static dev.sigillo.effective.Given.rejecting;
import static dev.sigillo.effective.Given.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.InboxRule;
import dev.sigillo.snapshot.Mailbox;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingTest {
  private static final String OUT = "x@evil.example";
  private static final InboxRule FORWARD = inboxRule(true, How.FORWARD_TO, OUT);
  private static final InboxRule REDIRECT = inboxRule(true, How.REDIRECT_TO, OUT);

  private final Given given = new Given();

  private Given everythingOpen() {
    return given.policy("Default", true, "On").remoteDomain("*", true);
  }

  private Sender sender(Mailbox mailbox) {
    return given.state().sender(mailbox);
  }

  private Verdict verdict(InboxRule rule) {
    return sender(mailbox("ada@contoso.com", rule)).forwards().get(0).verdict();
  }

  private Verdict mailboxVerdict() {
    return sender(mailbox("ada@contoso.com", "smtp:" + OUT, null)).forwards().get(0).verdict();
  }

  @Test
  void forward_that_no_layer_stops_is_open_and_names_every_layer() {
    everythingOpen();
    List<Leak> leaks = sender(mailbox("ada@contoso.com", FORWARD)).leaks(Verdict.OPEN);
    assertThat(leaks).hasSize(1);
    assertThat(leaks.get(0).layers())
        .isEqualTo(
            "ForwardTo: x@evil.example; AutoForwardingMode = On (Default); "
                + "AutoForwardEnabled = true (*); MessageTypeMatches = -");
    assertThat(leaks.get(0).evidence()).hasSize(3);
  }

  @Test
  void leaks_are_told_by_what_forwards() {
    everythingOpen();
    Sender sender =
        sender(
            mailbox(
                "ada@contoso.com",
                "smtp:" + OUT,
                null,
                inboxRule(1, How.FORWARD_TO, OUT, "ada@contoso.com", "y@evil.example"),
                inboxRule(2, How.REDIRECT_TO, OUT)));
    assertThat(sender.mailboxLeaks())
        .extracting(Leak::paths)
        .containsExactly("ForwardingSmtpAddress: x@evil.example");
    assertThat(sender.inboxRuleLeaks())
        .extracting(Leak::paths)
        .containsExactly(
            "ForwardTo: x@evil.example, ForwardTo: y@evil.example", "RedirectTo: x@evil.example");
    assertThat(sender.leaks(Verdict.OPEN)).hasSize(3);
  }

  @Test
  void any_layer_that_stops_it_is_enough() {
    given.policy("Default", true, "Off").remoteDomain("*", true);
    assertThat(verdict(FORWARD)).isEqualTo(Verdict.BLOCKED);
    assertThat(mailboxVerdict()).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void automatic_is_a_state_of_its_own() {
    given.policy("Default", true, "Automatic").remoteDomain("*", true);
    assertThat(verdict(FORWARD)).isEqualTo(Verdict.AUTOMATIC);
  }

  @Test
  void remote_domain_nearest_to_the_destination_decides() {
    given
        .policy("Default", true, "On")
        .remoteDomain("*", false)
        .remoteDomain("*.example", true)
        .remoteDomain("*.evil.example", false)
        .remoteDomain("sub.evil.example", true);
    assertThat(verdict(FORWARD)).isEqualTo(Verdict.BLOCKED);
    assertThat(verdict(inboxRule(true, How.FORWARD_TO, "a@sub.evil.example")))
        .isEqualTo(Verdict.OPEN);
    assertThat(verdict(inboxRule(true, How.FORWARD_TO, "a@other.example"))).isEqualTo(Verdict.OPEN);
    assertThat(verdict(inboxRule(true, How.FORWARD_TO, "a@other.test"))).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void transport_rule_stops_inbox_rules_but_not_mailbox_forwarding() {
    everythingOpen().transportRule(rejecting(null, "Enforce", list()));
    assertThat(verdict(FORWARD)).isEqualTo(Verdict.BLOCKED);
    assertThat(verdict(REDIRECT)).isEqualTo(Verdict.BLOCKED);
    assertThat(mailboxVerdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void transport_rule_for_senders_inside_misses_redirects() {
    everythingOpen().transportRule(rejecting("InOrganization", "Enforce", list()));
    assertThat(verdict(FORWARD)).isEqualTo(Verdict.BLOCKED);
    assertThat(verdict(REDIRECT)).isEqualTo(Verdict.OPEN);
  }

  @Test
  void transport_rule_in_audit_mode_or_with_a_way_out_stops_nothing() {
    assertThat(AutoForwardRule.stops(rejecting(null, "Audit", list()))).isFalse();
    assertThat(AutoForwardRule.stops(rejecting(null, "Enforce", list("X.FromPredicate"))))
        .isFalse();
    assertThat(AutoForwardRule.stops(rejecting(null, "Enforce", list(), "X.FromMemberOfPredicate")))
        .isFalse();
    assertThat(AutoForwardRule.stops(rejecting("NotInOrganization", "Enforce", list()))).isFalse();
    assertThat(AutoForwardRule.stops(rejecting(null, "Enforce", list()))).isTrue();
  }

  @Test
  void disabled_inbox_rule_forwards_nothing() {
    everythingOpen();
    assertThat(sender(mailbox("ada@contoso.com", inboxRule(false, How.FORWARD_TO, OUT))).forwards())
        .isEmpty();
  }

  @Test
  void forward_inside_meets_no_layer() {
    everythingOpen();
    Forward forward = sender(mailbox("ada@contoso.com", null, "Bob")).forwards().get(0);
    assertThat(forward.verdict()).isEqualTo(Verdict.INTERNAL);
    assertThat(forward.external()).isFalse();
  }

  @Test
  void contact_with_an_own_address_leads_where_it_leads() {
    everythingOpen().contact("Rob", "rob@contoso.com", "SMTP:rob@evil.example");
    Forward forward = sender(mailbox("ada@contoso.com", null, "Rob")).forwards().get(0);
    assertThat(forward.path()).isEqualTo("ForwardingAddress: rob@evil.example");
    assertThat(forward.verdict()).isEqualTo(Verdict.OPEN);
  }

  @Test
  void forwarding_address_makes_forwarding_smtp_address_idle() {
    everythingOpen();
    Sender sender = sender(mailbox("ada@contoso.com", "smtp:" + OUT, "Bob"));
    assertThat(sender.forwards())
        .extracting(Forward::verdict)
        .containsExactly(Verdict.INTERNAL, Verdict.BLOCKED);
  }

  @Test
  void policies_that_agree_leave_no_doubt() {
    given.policy("Default", true, "Off").policy("Sales", false, "Off").remoteDomain("*", true);
    given.rule("Sales", 0, who().memberOf("sales@contoso.com"));
    assertThat(verdict(FORWARD)).isEqualTo(Verdict.BLOCKED);
    assertThat(sender(mailbox("ada@contoso.com", FORWARD)).unresolved(Aspect.FORWARDING)).isEmpty();
  }

  @Test
  void unknown_policy_leaves_the_forward_unresolved_unless_another_layer_stops_it() {
    given.policy("Default", true, "Off").policy("Sales", false, "On").remoteDomain("*", true);
    given.rule("Sales", 0, who().memberOf("sales@contoso.com"));
    Sender sender = sender(mailbox("ada@contoso.com", FORWARD));
    assertThat(sender.unresolved(Aspect.FORWARDING)).containsExactly("group:sales@contoso.com");
    assertThat(sender.unresolved(Aspect.INBOX_FORWARDING)).isEmpty();
    given.remoteDomain("evil.example", false);
    assertThat(sender(mailbox("ada@contoso.com", FORWARD)).unresolved(Aspect.FORWARDING)).isEmpty();
  }

  @Test
  void recipient_that_cannot_be_told_leaves_its_own_aspect_unresolved() {
    given.policy("Default", true, "On").remoteDomain("*", true);
    InboxRule odd = inboxRule(true, How.FORWARD_TO, "\"List\" [MAPIPDL:List]");
    Sender sender = sender(mailbox("ada@contoso.com", odd));
    assertThat(sender.unresolved(Aspect.INBOX_FORWARDING))
        .containsExactly("recipient:\"List\" [MAPIPDL:List]");
    assertThat(sender.unresolved(Aspect.MAILBOX_FORWARDING)).isEmpty();
    assertThat(sender.unresolved(Aspect.FORWARDING)).hasSize(1);
    assertThat(sender(mailbox("ada@contoso.com", odd, FORWARD)).unresolved(Aspect.FORWARDING))
        .isEmpty();
  }

  @Test
  void policy_that_is_off_stops_even_what_cannot_be_told() {
    given.policy("Default", true, "Off").remoteDomain("*", true);
    InboxRule odd = inboxRule(true, How.FORWARD_TO, "Somebody");
    assertThat(sender(mailbox("ada@contoso.com", odd)).unresolved(Aspect.FORWARDING)).isEmpty();
  }

  @Test
  void mode_that_was_null_and_missing_remote_domain_are_named() {
    given.policy("Default", true, null);
    assertThat(sender(mailbox("ada@contoso.com", FORWARD)).unresolved(Aspect.FORWARDING))
        .containsExactly("AutoForwardingMode:Default", "AutoForwardEnabled:");
  }
}
