package dev.sigillo.effective;

import static dev.sigillo.effective.Given.mailbox;
import static dev.sigillo.effective.Given.member;
import static dev.sigillo.effective.Given.who;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.OutboundSpamPolicy;
import org.junit.jupiter.api.Test;

class OutboundPoliciesTest {
  private static final String USER = "UserMailbox";
  private static final String GROUP = "MailUniversalDistributionGroup";

  private final Given given =
      new Given().policy("Default", true, "Off").policy("Sales", false, "On");

  private String policyOf(String address) {
    OutboundPolicy policy = given.state().sender(mailbox(address)).outboundPolicy();
    return policy.policy().map(OutboundSpamPolicy::subjectName).orElse("?" + policy.unresolved());
  }

  @Test
  void default_policy_applies_where_no_rule_does() {
    assertThat(policyOf("ada@contoso.com")).isEqualTo("Default");
  }

  @Test
  void lowest_priority_number_wins_whatever_the_order_of_the_rows() {
    given.policy("First", false, "Off");
    given.rule("Sales", 1, who().domain("contoso.com"));
    given.rule("First", 0, who().from("ada@contoso.com"));
    assertThat(policyOf("ada@contoso.com")).isEqualTo("First");
    assertThat(policyOf("bob@contoso.com")).isEqualTo("Sales");
  }

  @Test
  void disabled_rule_applies_to_nobody() {
    given.rule("Sales", 0, "Disabled", who().domain("contoso.com"));
    assertThat(policyOf("ada@contoso.com")).isEqualTo("Default");
    assertThat(given.facts().all(OutboundSpamPolicy.class))
        .filteredOn(p -> OutboundPolicies.inForce(p, given.facts()))
        .extracting(OutboundSpamPolicy::subjectName)
        .containsExactly("Default");
  }

  @Test
  void alias_of_a_mailbox_is_the_mailbox() {
    given.rule("Sales", 0, who().from("ALIAS-ada@contoso.com"));
    assertThat(policyOf("ada@contoso.com")).isEqualTo("Sales");
  }

  @Test
  void domain_includes_its_subdomains_but_no_lookalike() {
    given.domain("eu.contoso.com", false).domain("notcontoso.com", false);
    given.rule("Sales", 0, who().domain("contoso.com").exceptDomain("uk.contoso.com"));
    assertThat(policyOf("ada@eu.contoso.com")).isEqualTo("Sales");
    assertThat(policyOf("ada@uk.contoso.com")).isEqualTo("Default");
    assertThat(policyOf("ada@notcontoso.com")).isEqualTo("Default");
  }

  @Test
  void different_types_of_conditions_must_all_hold() {
    given.group("sales@contoso.com", member("ada@contoso.com", null, USER));
    given.rule(
        "Sales", 0, who().from("ada@contoso.com", "bob@contoso.com").memberOf("sales@contoso.com"));
    assertThat(policyOf("ada@contoso.com")).isEqualTo("Sales");
    assertThat(policyOf("bob@contoso.com")).isEqualTo("Default");
  }

  @Test
  void any_exception_takes_a_sender_out() {
    given.group("interns@contoso.com", member(null, "key-bob@contoso.com", USER));
    given.rule(
        "Sales",
        0,
        who()
            .domain("contoso.com")
            .exceptFrom("ada@contoso.com")
            .exceptMemberOf("interns@contoso.com"));
    assertThat(policyOf("ada@contoso.com")).isEqualTo("Default");
    assertThat(policyOf("bob@contoso.com")).isEqualTo("Default");
    assertThat(policyOf("eve@contoso.com")).isEqualTo("Sales");
  }

  @Test
  void groups_within_groups_count_even_in_a_circle() {
    given.group("all@contoso.com", member("sales@contoso.com", null, GROUP));
    given.group(
        "sales@contoso.com",
        member("all@contoso.com", null, GROUP),
        member("ada@contoso.com", null, USER));
    given.rule("Sales", 0, who().memberOf("All@contoso.com"));
    assertThat(policyOf("ada@contoso.com")).isEqualTo("Sales");
    assertThat(policyOf("bob@contoso.com")).isEqualTo("Default");
  }

  @Test
  void group_that_did_not_answer_leaves_its_possible_members_open() {
    given.unansweredGroup("sales@contoso.com");
    given.rule("Sales", 0, who().memberOf("sales@contoso.com"));
    assertThat(policyOf("ada@contoso.com")).isEqualTo("?[group:sales@contoso.com]");
    Sender sender = given.state().sender(mailbox("ada@contoso.com"));
    assertThat(sender.unresolved(Aspect.OUTBOUND_POLICY))
        .containsExactly("group:sales@contoso.com");
    assertThat(sender.outboundPolicy().possible()).hasSize(2);
  }

  @Test
  void group_within_a_group_that_was_not_asked_leaves_them_open_too() {
    given.group(
        "all@contoso.com",
        member("sales@contoso.com", null, GROUP),
        member("ada@contoso.com", null, USER));
    given.rule("Sales", 0, who().memberOf("all@contoso.com"));
    assertThat(policyOf("ada@contoso.com")).isEqualTo("Sales");
    assertThat(policyOf("bob@contoso.com")).isEqualTo("?[group:all@contoso.com]");
  }

  @Test
  void rule_above_that_surely_holds_leaves_no_doubt() {
    given.policy("First", false, "Off");
    given.rule("First", 0, who().from("ada@contoso.com"));
    given.rule("Sales", 1, who().memberOf("sales@contoso.com"));
    assertThat(policyOf("ada@contoso.com")).isEqualTo("First");
  }

  @Test
  void condition_that_surely_fails_leaves_no_doubt() {
    given.rule("Sales", 0, who().memberOf("sales@contoso.com").domain("fabrikam.com"));
    assertThat(policyOf("ada@contoso.com")).isEqualTo("Default");
  }

  @Test
  void rule_whose_policy_is_not_there_leaves_a_doubt() {
    given.rule("Gone", 0, who().domain("contoso.com"));
    assertThat(policyOf("ada@contoso.com")).isEqualTo("?[policy:Gone]");
  }
}
