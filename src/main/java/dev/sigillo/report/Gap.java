package dev.sigillo.report;

import dev.sigillo.assessment.Reason;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One piece of evidence that is missing, with everything it leaves unknown. */
final class Gap {
  private static final int EXAMPLES = 5;

  private final Key key;
  private final Map<String, Long> details = new TreeMap<>();
  private final Map<String, Long> controls = new TreeMap<>();
  private final TreeSet<String> examples = new TreeSet<>();

  /** What is missing: reasons that differ in nothing else are one gap. */
  record Key(Reason.Code code, String dataset, @Nullable String property, @Nullable String status) {
    /** A list that was not read completely is the same gap as the dataset that holds it. */
    static Key of(Reason reason) {
      boolean list =
          reason.code() == Reason.Code.LIST_INCOMPLETE && !"COMPLETE".equals(reason.status());
      return new Key(
          list ? Reason.Code.DATASET : reason.code(),
          reason.dataset(),
          reason.property(),
          reason.status());
    }
  }

  Gap(Key key) {
    this.key = key;
  }

  void add(String control, Reason reason) {
    if (reason.detail() != null && !reason.detail().isBlank()) {
      details.merge(reason.detail(), reason.subjects(), Math::max);
    }
    controls.merge(control, reason.subjects(), Long::sum);
    examples.addAll(reason.examples());
    while (examples.size() > EXAMPLES) {
      examples.pollLast();
    }
  }

  Key key() {
    return key;
  }

  /** What was said of it, each with the most subjects of any control. */
  Map<String, Long> details() {
    return details;
  }

  /** Controls it leaves unknown, each with the number of subjects; 0 when it concerns all. */
  Map<String, Long> controls() {
    return controls;
  }

  /** Names of some of the subjects. */
  Set<String> examples() {
    return new LinkedHashSet<>(examples);
  }
}
