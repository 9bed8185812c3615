package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Score;
import dev.sigillo.control.Severity;
import java.math.BigDecimal;

/** The result in words. */
final class Verdict {
  private Verdict() {}

  /** Grade, and whether it is provisional; says so when there is none. */
  static String grade(Score score, Words words) {
    if (score.grade() == null) {
      return words.say("grade.none");
    }
    return words.say(score.provisional() ? "grade.provisional" : "grade", score.grade());
  }

  /** One sentence that says how the tenant stands. */
  static String sentence(Assessment assessment, Words words) {
    Score score = assessment.score();
    if (score.value() == null) {
      return words.say("verdict.none");
    }
    long failing = Svg.count(assessment, Outcome.FAIL);
    long critical =
        assessment.controls().stream()
            .filter(c -> c.outcome() == Outcome.FAIL && c.severity() == Severity.CRITICAL)
            .count();
    boolean whole = score.coverage().compareTo(BigDecimal.valueOf(100)) == 0;
    String start =
        words.say(
            whole ? "verdict.whole" : "verdict.score",
            words.decimal(score.value()),
            words.decimal(score.low()),
            words.decimal(score.high()),
            words.decimal(score.coverage()));
    if (failing == 0) {
      return start + " " + words.say("verdict.no-fail");
    }
    return start + " " + words.say("verdict.fail", failing, critical);
  }

  /** Why the grade is lower than its points; empty when it is not. */
  static String cap(Score score, Words words) {
    Score.Cap cap = score.cap();
    return cap == null
        ? ""
        : words.say("cap." + cap.reason(), cap.grade(), String.join(", ", cap.controls()));
  }
}
