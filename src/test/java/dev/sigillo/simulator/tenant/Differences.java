package dev.sigillo.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.simulator.tenant.Truth.Expected;
import dev.sigillo.simulator.tenant.Truth.Said;
import dev.sigillo.simulator.tenant.Truth.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Where an assessment and the truth about its tenant differ. */
public final class Differences {
  private Differences() {}

  /** A paragraph for each control that differs, for a hundred controls are too long to read. */
  public static String between(Assessment assessment, Truth all) {
    Map<String, Expected> said = new TreeMap<>();
    for (ControlResult control : assessment.controls()) {
      said.put(
          control.id(),
          new Expected(
              Verdict.valueOf(control.outcome().name()),
              findings(control, finding -> finding.waiver() == null),
              findings(control, finding -> finding.waiver() != null),
              Math.toIntExact(control.unknown())));
    }
    Map<String, Expected> truth = all.ordered();
    assertThat(said.keySet()).isEqualTo(truth.keySet());
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, Expected> control : truth.entrySet()) {
      Expected is = said.getOrDefault(control.getKey(), control.getValue());
      if (!is.equals(control.getValue())) {
        lines.append(
            "%n%s said %s%n   truth %s".formatted(control.getKey(), is, control.getValue()));
      }
    }
    return lines.toString();
  }

  private static List<Said> findings(ControlResult control, Predicate<Finding> which) {
    return control.findings().stream()
        .filter(which)
        .map(finding -> new Said(finding.subject(), finding.code()))
        .toList();
  }
}
