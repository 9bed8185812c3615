package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Truth.Expected;
import dev.sigillo.simulator.tenant.Truth.Said;
import dev.sigillo.simulator.tenant.Truth.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ground truth in the making: what each part of a scenario says of itself, put together. */
final class Expectations {
  private final Map<String, Verdict> otherwise = new TreeMap<>();
  private final Map<String, List<Said>> findings = new LinkedHashMap<>();
  private final Map<String, List<Said>> waived = new LinkedHashMap<>();
  private final Map<String, Integer> unknown = new LinkedHashMap<>();

  /** What a control comes to when nothing is said against it. */
  Expectations otherwise(String control, Verdict verdict) {
    otherwise.put(control, verdict);
    return this;
  }

  /** A finding. */
  Expectations finds(String control, String subject, String code) {
    known(control);
    findings.computeIfAbsent(control, k -> new ArrayList<>()).add(new Said(subject, code));
    return this;
  }

  /** Nobody finds anything of that subject. */
  Expectations forget(String control, String subject) {
    known(control);
    for (Map<String, List<Said>> said : List.of(findings, waived)) {
      said.getOrDefault(control, new ArrayList<>()).removeIf(one -> one.subject().equals(subject));
    }
    return this;
  }

  /** A finding that a waiver of the scenario's policy covers. */
  Expectations accepts(String control, String subject, String code) {
    known(control);
    waived.computeIfAbsent(control, k -> new ArrayList<>()).add(new Said(subject, code));
    return this;
  }

  /** Subjects that cannot be judged. */
  Expectations unknown(String control, int subjects) {
    known(control);
    unknown.merge(control, subjects, Integer::sum);
    return this;
  }

  /** Nothing can be said of a control, whatever is wrong. */
  Expectations cannotTell(String control, int subjects) {
    known(control);
    findings.remove(control);
    otherwise.put(control, Verdict.NOT_ASSESSED);
    return unknown(control, subjects);
  }

  private void known(String control) {
    if (!otherwise.containsKey(control)) {
      throw new IllegalStateException(control + " is not in the baseline");
    }
  }

  Truth truth() {
    Map<String, Expected> all = new TreeMap<>();
    otherwise.forEach(
        (control, verdict) -> {
          List<Said> bad = findings.getOrDefault(control, List.of());
          List<Said> excused = waived.getOrDefault(control, List.of());
          int unsure = unknown.getOrDefault(control, 0);
          Verdict said =
              !bad.isEmpty()
                  ? Verdict.FAIL
                  : unsure > 0
                      ? Verdict.NOT_ASSESSED
                      : excused.isEmpty() ? verdict : Verdict.ACCEPTED;
          all.put(control, new Expected(said, bad, excused, unsure));
        });
    return new Truth(all);
  }
}
