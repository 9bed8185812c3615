package dev.sigillo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sigillo.control.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyLoaderTest {

  private static Policy policy(String yaml) {
    return PolicyLoader.parse("p.yaml", yaml, Controls.ALL);
  }

  private static List<String> weakenings(Policy policy) {
    return policy.weakenings().stream()
        .map(
            w -> w.control() + " " + w.what() + " " + w.from() + " > " + w.to() + ", " + w.reason())
        .toList();
  }

  @Test
  void an_empty_policy_takes_the_catalogue_as_it_is() {
    Policy policy = policy("# nothing\n");
    assertThat(policy.failLevel()).isEqualTo(Severity.HIGH);
    assertThat(policy.minCoverage()).isEqualTo(80);
    assertThat(policy.timeZone().getId()).isEqualTo("UTC");
    assertThat(policy.settings(Controls.SMTP).enabled()).isTrue();
    assertThat(policy.severity(Controls.SMTP)).isEqualTo(Severity.HIGH);
    assertThat(policy.parameters(Controls.DOMAINS))
        .containsEntry("allowedDomains", Controls.list());
    assertThat(policy.engagement()).isEqualTo(Engagement.NONE);
    assertThat(policy.engagementStated()).isFalse();
    assertThat(policy.weakenings()).isEmpty();
  }

  @Test
  void choices_replace_what_the_catalogue_says() {
    Policy policy =
        policy(
            """
            failLevel: never
            minCoverage: 90
            timeZone: Europe/Rome
            weights: {critical: 20}
            controls:
              SMTPAUTH-01: {enabled: false, reason: Judged elsewhere}
              FORWARDING-01: {severity: critical}
              forwarding-02: {parameters: {allowedDomains: [a.example, b.example]}}
            """);
    assertThat(policy.failLevel()).isNull();
    assertThat(policy.minCoverage()).isEqualTo(90);
    assertThat(policy.timeZone().getId()).isEqualTo("Europe/Rome");
    assertThat(policy.weights()).containsOnly(Map.entry(Severity.CRITICAL, 20));
    assertThat(policy.settings(Controls.SMTP).enabled()).isFalse();
    assertThat(policy.settings(Controls.SMTP).reason()).isEqualTo("Judged elsewhere");
    assertThat(policy.severity(Controls.FORWARDING)).isEqualTo(Severity.CRITICAL);
    assertThat(policy.parameters(Controls.DOMAINS))
        .containsEntry("allowedDomains", Controls.list("a.example", "b.example"));
    assertThat(policy.parameters(Controls.LIMITS))
        .containsEntry("perDay", JsonNodeFactory.instance.numberNode(1000));
  }

  @Test
  void every_place_where_it_may_be_weaker_is_written_down() {
    assertThat(
            weakenings(
                policy(
                    """
                    failLevel: critical
                    minCoverage: 50
                    weights: {high: 6, low: 2}
                    controls:
                      SMTPAUTH-01: {enabled: false, reason: a}
                      PROCESS-01: {severity: low, reason: b}
                      OUTBOUND-01: {parameters: {perDay: 2000, perHour: 400}}
                      FORWARDING-02: {reason: c, parameters: {allowedDomains: [x.example, y.example]}}
                    """)))
        .containsExactly(
            "null failLevel high > critical, null",
            "null minCoverage 80 > 50, null",
            "null weights.low 1 > 2, null",
            "SMTPAUTH-01 enabled true > false, a",
            "PROCESS-01 severity high > low, b",
            "OUTBOUND-01 perDay 1000 > 2000, null",
            "OUTBOUND-01 perHour 500 > 400, null",
            "FORWARDING-02 allowedDomains - > x.example, y.example, c");
  }

  @Test
  void what_is_stricter_or_the_same_is_not_weaker() {
    assertThat(
            policy(
                    """
                    failLevel: low
                    minCoverage: 100
                    weights: {high: 6}
                    controls:
                      SMTPAUTH-01: {enabled: true, severity: critical}
                      PROCESS-01: {severity: high}
                      OUTBOUND-01: {parameters: {perDay: 800, perHour: 500}}
                      FORWARDING-01: {parameters: {automaticCountsAsOff: false}}
                    """)
                .weakenings())
        .isEmpty();
  }

  @Test
  void words_that_yaml_takes_for_switches_numbers_and_dates_keep_their_spelling() {
    Policy policy =
        policy(
            """
            attestations:
              - {control: PROCESS-01, statement: on, by: no, on: 2026-10-01, validUntil: '2026-12-31', evidence: 0x1F}
            engagement: {version: 1.10, id: 2026-10-01}
            """);
    Attestation one = policy.attestations().get(0);
    assertThat(one.statement()).isEqualTo("on");
    assertThat(one.by()).isEqualTo("no");
    assertThat(one.on()).isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(one.validUntil()).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(one.evidence()).isEqualTo("0x1F");
    assertThat(policy.engagement().version()).isEqualTo("1.10");
    assertThat(policy.engagement().id()).isEqualTo("2026-10-01");
  }

  @Test
  void a_waiver_may_last_365_days_and_a_key_without_a_value_says_nothing() {
    Policy policy =
        policy(
            """
            waivers:
              - {control: smtpauth-01, subject: "*", reason: r, owner: o, approver: a, approvedOn: 2026-10-01, expires: 2027-10-01}
            inventory:
            controls:
              SMTPAUTH-01:
            """);
    assertThat(policy.waivers().get(0).control()).isEqualTo("SMTPAUTH-01");
    assertThat(policy.inventory()).isEmpty();
    assertThat(policy.settings(Controls.SMTP).enabled()).isTrue();
  }

  @Test
  void what_the_report_needs_is_read() {
    Policy policy =
        policy(
            """
            engagement:
              type: external
              period: {from: 2026-07-01, to: 2026-09-30}
              status: draft
              objectives: [One, Two]
              auditor: {name: Ada Lovelace}
              distribution: The board
              approvals: [{name: Grace Hopper, date: 2026-10-10}]
            responses:
              - {control: SMTPAUTH-01, decision: partial, due: 2026-12-31, status: in_progress}
            privacy: {basis: Legitimate interest, retentionDays: 180}
            emergencyAccounts: [{name: Break glass, id: 9b65e0de-f2b8-4614-a733-9b293c7bb47a}]
            """);
    assertThat(policy.engagementStated()).isTrue();
    assertThat(policy.engagement().type()).isEqualTo(Engagement.Type.EXTERNAL);
    assertThat(policy.engagement().status()).isEqualTo(Engagement.DocumentStatus.DRAFT);
    assertThat(policy.engagement().objectives()).containsExactly("One", "Two");
    assertThat(policy.engagement().distribution()).containsExactly("The board");
    assertThat(policy.engagement().approvals().get(0).name()).isEqualTo("Grace Hopper");
    assertThat(policy.responses().get(0).status()).isEqualTo(Response.ActionStatus.IN_PROGRESS);
    assertThat(policy.responses().get(0).subject()).isNull();
    assertThat(policy.privacy()).isEqualTo(new Privacy("Legitimate interest", null, null, 180));
    assertThat(policy.emergencyAccounts().get(0).name()).isEqualTo("Break glass");
  }

  @Test
  void sentences_do_not_change_with_the_language_of_the_machine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThatThrownBy(() -> policy("minCoverage: 101"))
          .hasMessage("p.yaml:1: 'minCoverage' is '101'; allowed: a whole number from 0 to 100");
    } finally {
      Locale.setDefault(before);
    }
  }
}
