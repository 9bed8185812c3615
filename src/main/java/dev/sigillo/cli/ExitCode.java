package dev.sigillo.cli;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.Outcome;
import java.math.BigDecimal;

/** What the process ends with. */
enum ExitCode {
  /** Fine. */
  OK(0),
  /** An unexpected error: a bug. */
  UNEXPECTED(1),
  /** Wrong usage, or an input file that cannot be used. */
  USAGE(2),
  /** A control at or above the policy's fail level fails. */
  FINDINGS(4),
  /** Too little of the evidence on settings was read. */
  COVERAGE(5);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** What an assessment ends with: findings outrank coverage. */
  static ExitCode of(Assessment assessment) {
    var level = assessment.policy().failLevel();
    if (level != null
        && assessment.controls().stream()
            .anyMatch(c -> c.outcome() == Outcome.FAIL && c.severity().compareTo(level) <= 0)) {
      return FINDINGS;
    }
    return assessment
                .snapshot()
                .settingsCoverage()
                .compareTo(BigDecimal.valueOf(assessment.policy().minCoverage()))
            < 0
        ? COVERAGE
        : OK;
  }
}
