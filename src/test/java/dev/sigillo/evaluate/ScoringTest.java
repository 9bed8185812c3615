package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Score;
import dev.sigillo.control.Area;
import dev.sigillo.control.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringTest {
  private final Scoring scoring = new Scoring(Map.of());

  @Test
  void a_pass_earns_the_weight_of_its_severity() {
    assertThat(scoring.earnedText(control("A-01", Severity.CRITICAL, 1, 0, 0, 0))).isEqualTo("10");
    assertThat(scoring.earnedText(control("A-01", Severity.HIGH, 1, 0, 0, 0))).isEqualTo("6");
    assertThat(scoring.earnedText(control("A-01", Severity.MEDIUM, 1, 0, 0, 0))).isEqualTo("3");
    assertThat(scoring.earnedText(control("A-01", Severity.LOW, 1, 0, 0, 0))).isEqualTo("1");
  }

  @Test
  void a_fail_on_a_single_subject_earns_nothing() {
    assertThat(scoring.earnedText(control("A-01", Severity.HIGH, 0, 1, 0, 0))).isEqualTo("0");
  }

  @Test
  void five_thousand_good_mailboxes_never_drown_one_bad_switch() {
    Judged control = control("A-01", Severity.HIGH, 5_000, 1, 0, 0);
    assertThat(scoring.earnedText(control)).isEqualTo("5000/1667");
  }

  @Test
  void nothing_assessed_has_no_score() {
    Score score = scoring.score(List.of(control("A-01", Severity.HIGH, 0, 0, 0, 3)));
    assertThat(score.value()).isNull();
    assertThat(score.grade()).isNull();
    assertThat(score.coverage()).isEqualByComparingTo("0");
  }

  @Test
  void the_score_is_rounded_down_to_a_tenth() {
    Score score =
        scoring.score(
            List.of(
                control("A-01", Severity.LOW, 1, 0, 0, 0),
                control("A-02", Severity.LOW, 1, 0, 0, 0),
                control("A-03", Severity.LOW, 0, 1, 0, 0)));
    assertThat(score.value()).isEqualByComparingTo("66.6");
    assertThat(score.grade()).isEqualTo("C");
  }

  @Test
  void a_control_that_was_not_assessed_lowers_coverage_and_the_low_end_only() {
    Score score =
        scoring.score(
            List.of(
                control("A-01", Severity.HIGH, 1, 0, 0, 0),
                control("A-02", Severity.HIGH, 0, 0, 0, 1)));
    assertThat(score.value()).isEqualByComparingTo("100");
    assertThat(score.low()).isEqualByComparingTo("50");
    assertThat(score.high()).isEqualByComparingTo("100");
    assertThat(score.coverage()).isEqualByComparingTo("50");
    assertThat(score.provisional()).isTrue();
  }

  @Test
  void below_half_the_coverage_there_is_no_grade() {
    Score score =
        scoring.score(
            List.of(
                control("A-01", Severity.LOW, 1, 0, 0, 0),
                control("A-02", Severity.HIGH, 0, 0, 0, 1)));
    assertThat(score.value()).isEqualByComparingTo("100");
    assertThat(score.grade()).isNull();
  }

  @Test
  void an_open_critical_finding_caps_the_grade_at_d_and_a_waived_one_at_b() {
    List<Judged> rest =
        List.of(
            control("A-02", Severity.CRITICAL, 1, 0, 0, 0),
            control("A-03", Severity.CRITICAL, 9, 0, 0, 0));
    Score open = scoring.score(concat(control("A-01", Severity.CRITICAL, 99_999, 1, 0, 0), rest));
    assertThat(open.value()).isGreaterThan(new java.math.BigDecimal("80"));
    assertThat(open.grade()).isEqualTo("D");
    Score waived = scoring.score(concat(control("A-01", Severity.CRITICAL, 9, 0, 1, 0), rest));
    assertThat(waived.value()).isEqualByComparingTo("100");
    assertThat(waived.grade()).isEqualTo("B");
    assertThat(waived.withoutWaivers()).isLessThan(waived.value());
  }

  @Test
  void a_list_that_may_be_short_counts_as_wholly_unknown() {
    Judged control =
        new Judged(
            "A-01",
            Area.SPF,
            Severity.HIGH,
            Severity.HIGH,
            true,
            false,
            10,
            0,
            0,
            0,
            true,
            false,
            false);
    assertThat(control.outcome()).isEqualTo(Outcome.NOT_ASSESSED);
    Score score = scoring.score(List.of(control));
    assertThat(score.value()).isNull();
    assertThat(score.coverage()).isEqualByComparingTo("0");
  }

  @Test
  void leaving_a_failing_critical_control_out_does_not_lift_the_cap_away() {
    Judged good = control("A-02", Severity.HIGH, 1, 0, 0, 0);
    Judged left =
        new Judged(
            "A-01",
            Area.SPF,
            Severity.CRITICAL,
            Severity.CRITICAL,
            false,
            false,
            0,
            1,
            0,
            0,
            false,
            false,
            false);
    Score score = scoring.score(List.of(left, good));
    assertThat(score.grade()).isEqualTo("B");
    assertThat(score.withoutWaivers()).isEqualByComparingTo("37.5");
  }

  @Test
  void traffic_that_nobody_asked_for_changes_nothing_and_asked_for_it_counts() {
    List<Judged> plain =
        List.of(
            control("A-01", Severity.HIGH, 1, 0, 0, 0), control("A-02", Severity.LOW, 0, 1, 0, 0));
    assertThat(scoring.score(concat(traffic(true), plain))).isEqualTo(scoring.score(plain));
    Score asked = scoring.score(concat(traffic(false), plain));
    assertThat(asked.value()).isEqualTo(scoring.score(plain).value());
    assertThat(asked.coverage()).isLessThan(scoring.score(plain).coverage());
    assertThat(asked.low()).isLessThan(scoring.score(plain).low());
  }

  private static Judged traffic(boolean unasked) {
    return new Judged(
        "A-03",
        Area.SPF,
        Severity.HIGH,
        Severity.HIGH,
        true,
        false,
        0,
        0,
        0,
        0,
        false,
        true,
        unasked);
  }

  @Test
  void waiving_findings_beside_unknown_subjects_leaves_the_score_without_waivers_alone() {
    Judged good = control("A-01", Severity.HIGH, 1, 0, 0, 0);
    Score open = scoring.score(List.of(good, control("A-02", Severity.HIGH, 1, 2, 0, 3)));
    Score waived = scoring.score(List.of(good, control("A-02", Severity.HIGH, 1, 0, 2, 3)));
    assertThat(waived.withoutWaivers()).isEqualTo(open.withoutWaivers());
  }

  @Test
  void leaving_out_or_lowering_a_critical_control_and_denying_its_evidence_is_provisional() {
    Judged good = control("A-01", Severity.CRITICAL, 1, 0, 0, 0);
    for (Judged hidden :
        List.of(
            new Judged(
                "A-02",
                Area.FORWARDING,
                Severity.CRITICAL,
                Severity.CRITICAL,
                false,
                false,
                0,
                0,
                0,
                1,
                false,
                true,
                false),
            new Judged(
                "A-02",
                Area.FORWARDING,
                Severity.LOW,
                Severity.CRITICAL,
                true,
                false,
                0,
                0,
                0,
                1,
                false,
                true,
                false))) {
      Score score = scoring.score(List.of(good, hidden));
      assertThat(score.grade()).isEqualTo("A");
      assertThat(score.provisional()).as(hidden.toString()).isTrue();
    }
  }

  @Test
  void outcome_follows_bad_then_unknown_then_waived_then_nothing_then_good() {
    assertThat(control("A-01", Severity.LOW, 1, 1, 1, 1).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(control("A-01", Severity.LOW, 1, 0, 1, 1).outcome()).isEqualTo(Outcome.NOT_ASSESSED);
    assertThat(control("A-01", Severity.LOW, 1, 0, 1, 0).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(control("A-01", Severity.LOW, 0, 0, 0, 0).outcome())
        .isEqualTo(Outcome.NOT_APPLICABLE);
    assertThat(control("A-01", Severity.LOW, 1, 0, 0, 0).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void mending_a_control_adds_what_it_did_not_earn() {
    Judged bad = control("A-01", Severity.HIGH, 0, 1, 0, 0);
    List<Judged> all = List.of(bad, control("A-02", Severity.HIGH, 1, 0, 0, 0));
    assertThat(scoring.gain(bad, all)).isEqualByComparingTo("50");
  }

  private static List<Judged> concat(Judged first, List<Judged> rest) {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), rest.stream())
        .toList();
  }

  private static Judged control(
      String id, Severity severity, long good, long bad, long waived, long unknown) {
    return new Judged(
        id, Area.SPF, severity, severity, true, false, good, bad, waived, unknown, false, false,
        false);
  }
}
