package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.Assessment.Deselected;
import dev.sigillo.assessment.Assessment.WaiverUse;
import dev.sigillo.assessment.Assessment.Weakening;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Reason;
import dev.sigillo.assessment.Score;
import dev.sigillo.control.Severity;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ways to make a tenant look better than it is, each tried on the demo's. A better grade comes only
 * with a cap, with the word provisional or with a weakening that the report lists.
 */
class HidingDoesNotPayTest {
  private static final List<String> CRITICAL =
      List.of("FORWARDING-05", "FORWARDING-06", "SENDERS-01");

  @TempDir private static Path folder;
  private static Assessment truth;
  private static int files;

  @BeforeAll
  static void judge_the_truth() {
    truth = judge(new Esempio());
    assertThat(truth.score().grade()).isEqualTo("D");
    assertThat(truth.score().provisional()).isFalse();
    assertThat(truth.score().cap())
        .isEqualTo(new Score.Cap("D", Score.Cap.Reason.OPEN_CRITICAL, CRITICAL));
  }

  private static Assessment judge(Esempio tenant) {
    return tenant.judge(folder.resolve(files++ + ".json"));
  }

  private static Map<String, Outcome> outcomes(Assessment assessment) {
    return assessment.controls().stream()
        .collect(Collectors.toMap(ControlResult::id, ControlResult::outcome));
  }

  private static List<String> failing(Assessment assessment) {
    return assessment.controls().stream()
        .filter(c -> c.outcome() == Outcome.FAIL)
        .map(ControlResult::id)
        .toList();
  }

  /** What was bad or not known is never good now, and a better grade is provisional. */
  private static void hidesNothing(String attack, Assessment attacked) {
    Map<String, Outcome> before = outcomes(truth);
    outcomes(attacked)
        .forEach(
            (control, outcome) -> {
              if (outcome != before.get(control)) {
                assertThat(outcome)
                    .as("%s: %s was %s", attack, control, before.get(control))
                    .isIn(Outcome.NOT_ASSESSED, Outcome.FAIL);
              }
            });
    Score score = attacked.score();
    assertThat(score.coverage()).as(attack).isLessThanOrEqualTo(truth.score().coverage());
    assertThat(score.low()).as(attack).isLessThanOrEqualTo(truth.score().low());
    assertThat(score.high()).as(attack).isGreaterThanOrEqualTo(truth.score().high());
    assertThat(score.grade() == null || score.grade().compareTo("D") >= 0 || score.provisional())
        .as("%s: %s", attack, score)
        .isTrue();
  }

  @Test
  void no_dataset_is_worth_denying() {
    for (String dataset : new Esempio().datasets()) {
      hidesNothing("without " + dataset, judge(new Esempio().deny(dataset)));
    }
  }

  @Test
  void denying_the_evidence_of_every_critical_finding_makes_the_grade_provisional() {
    Assessment denied =
        judge(new Esempio().deny("exchange/Get-MailUser").deny("graph/appRoleAssignedTo"));
    for (String control : CRITICAL) {
      assertThat(Fixture.result(denied, control).outcome()).isEqualTo(Outcome.NOT_ASSESSED);
    }
    hidesNothing("both", denied);
    assertThat(denied.score().provisional()).isTrue();
  }

  @Test
  void denying_almost_everything_leaves_no_grade() {
    Esempio tenant = new Esempio();
    for (String dataset : Set.copyOf(tenant.datasets())) {
      if (dataset.startsWith("exchange/")) {
        tenant.deny(dataset);
      }
    }
    Assessment denied = judge(tenant);
    hidesNothing("nothing of Exchange", denied);
    assertThat(denied.score().coverage()).isLessThan(BigDecimal.valueOf(50));
    assertThat(denied.score().grade()).isNull();
    assertThat(denied.score().cap()).isNull();
  }

  @Test
  void mailboxes_with_findings_that_do_not_answer_are_counted_as_if_they_were_bad() {
    Set<String> bad = keysOfFindings("FORWARDING-06");
    Assessment silent =
        judge(
            new Esempio()
                .fail("exchange/Get-InboxRule", bad::contains)
                .fail("graph/messageRules", bad::contains));
    hidesNothing("silent", silent);
    assertThat(Fixture.result(silent, "FORWARDING-06").unknown())
        .isEqualTo(Fixture.result(truth, "FORWARDING-06").unknown() + bad.size());
  }

  @Test
  void a_mailbox_list_without_the_mailboxes_that_have_findings_is_noticed() {
    Set<String> bad = keysOfFindings("FORWARDING-05");
    bad.addAll(keysOfFindings("FORWARDING-06"));
    Assessment cut = judge(new Esempio().without("exchange/Get-Mailbox", bad::contains));
    hidesNothing("cut", cut);
    for (String control : List.of("FORWARDING-05", "FORWARDING-06")) {
      ControlResult result = Fixture.result(cut, control);
      assertThat(result.outcome()).isEqualTo(Outcome.NOT_ASSESSED);
      assertThat(result.reasons()).extracting(Reason::code).contains(Reason.Code.LIST_INCOMPLETE);
    }
    assertThat(cut.score().provisional()).isTrue();
  }

  @Test
  void a_mailbox_list_that_admits_to_be_short_is_wholly_unknown() {
    Assessment cut = judge(new Esempio().cutShort("exchange/Get-Mailbox"));
    hidesNothing("short", cut);
    assertThat(cut.controls())
        .filteredOn(ControlResult::listIncomplete)
        .extracting(ControlResult::id)
        .contains("FORWARDING-05", "SMTPAUTH-02")
        .allMatch(id -> outcomes(cut).get(id) != Outcome.PASS);
    assertThat(cut.score().coverage()).isLessThan(truth.score().coverage());
  }

  @Test
  void waiving_everything_reaches_b_at_most_and_shows_the_score_without_waivers() {
    Esempio tenant = new Esempio();
    failing(truth).forEach(tenant::waive);
    Assessment waived = judge(tenant);
    assertThat(failing(waived)).isEmpty();
    assertThat(waived.score().grade()).isEqualTo("B");
    assertThat(waived.score().cap())
        .isEqualTo(new Score.Cap("B", Score.Cap.Reason.WAIVED_CRITICAL, criticalWithFindings()));
    assertThat(waived.score().withoutWaivers()).isLessThanOrEqualTo(truth.score().withoutWaivers());
    assertThat(waived.policy().waivers())
        .filteredOn(WaiverUse::blanket)
        .extracting(use -> use.waiver().control())
        .containsAll(failing(truth));
  }

  /** Critical controls with findings, waived ones among them. */
  private static List<String> criticalWithFindings() {
    return truth.controls().stream()
        .filter(c -> c.severity() == Severity.CRITICAL && c.bad() + c.waived() > 0)
        .map(ControlResult::id)
        .toList();
  }

  @Test
  void leaving_out_what_fails_reaches_b_at_most_and_is_listed_with_its_outcome() {
    Esempio tenant = new Esempio();
    failing(truth).forEach(tenant::deselect);
    Assessment without = judge(tenant);
    assertThat(failing(without)).isEmpty();
    assertThat(without.score().grade()).isEqualTo("B");
    assertThat(without.score().cap())
        .isEqualTo(new Score.Cap("B", Score.Cap.Reason.WAIVED_CRITICAL, criticalWithFindings()));
    assertThat(without.score().withoutWaivers())
        .isLessThanOrEqualTo(truth.score().withoutWaivers());
    assertThat(without.deselected())
        .filteredOn(d -> d.outcome() == Outcome.FAIL)
        .extracting(Deselected::id)
        .containsAll(failing(truth));
    assertThat(without.policy().weakenings())
        .filteredOn(w -> w.what().equals("enabled"))
        .allMatch(w -> w.reason() != null)
        .extracting(Weakening::control)
        .containsAll(failing(truth));
  }

  @Test
  void lowering_severities_reaches_b_at_most_and_leaves_the_strict_score_alone() {
    Esempio tenant = new Esempio();
    failing(truth).forEach(tenant::lower);
    Assessment lowered = judge(tenant);
    assertThat(failing(lowered)).isEqualTo(failing(truth));
    assertThat(lowered.score().cap())
        .isEqualTo(new Score.Cap("B", Score.Cap.Reason.WAIVED_CRITICAL, criticalWithFindings()));
    assertThat(lowered.score().grade()).isEqualTo("B");
    assertThat(lowered.score().withoutWaivers()).isEqualTo(truth.score().withoutWaivers());
    assertThat(lowered.policy().weakenings())
        .filteredOn(w -> w.what().equals("severity"))
        .extracting(Weakening::control)
        .containsAll(CRITICAL);
  }

  @Test
  void an_earlier_instant_is_refused() {
    Esempio tenant = new Esempio().asOf("2026-11-19T19:00:01Z");
    assertThatThrownBy(() -> judge(tenant))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("is earlier than the snapshot's end");
  }

  @Test
  void a_later_instant_makes_nothing_better_and_no_log_longer() {
    Assessment later = judge(new Esempio().asOf("2026-12-24T00:00:00Z"));
    hidesNothing("later", later);
    assertThat(Fixture.result(later, "FORWARDING-08").reasons())
        .extracting(Reason::code)
        .contains(Reason.Code.LOG_WINDOW);
    assertThat(later.asOfExplicit()).isTrue();
  }

  private static Set<String> keysOfFindings(String control) {
    Set<String> keys =
        Fixture.result(truth, control).findings().stream()
            .map(Finding::key)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(keys).isNotEmpty();
    return keys;
  }
}
