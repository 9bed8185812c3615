package dev.sigillo.evaluate;

import dev.sigillo.policy.SubjectPattern;
import dev.sigillo.policy.Waiver;
import dev.sigillo.policy.WaiverState;
import dev.sigillo.snapshot.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** The live waivers, and how much each of them covers. */
final class Waivers {
  private final Map<String, List<Live>> byControl = new HashMap<>();
  private final AtomicLongArray findings;
  private final AtomicLongArray subjects;

  private record Live(int index, SubjectPattern pattern) {}

  Waivers(List<Waiver> waivers, LocalDate today) {
    findings = new AtomicLongArray(waivers.size());
    subjects = new AtomicLongArray(waivers.size());
    for (int i = 0; i < waivers.size(); i++) {
      Waiver waiver = waivers.get(i);
      if (WaiverState.of(waiver, today) == WaiverState.LIVE) {
        byControl
            .computeIfAbsent(waiver.control().toUpperCase(Locale.ROOT), k -> new ArrayList<>())
            .add(new Live(i, SubjectPattern.of(waiver.subject())));
      }
    }
  }

  /** The first live waiver for a subject of a control; null when there is none. */
  @Nullable Integer covering(String control, Subject subject) {
    for (Live live : byControl.getOrDefault(control, List.of())) {
      if (live.pattern().matches(subject.subjectName())
          || live.pattern().matches(subject.subjectKey())) {
        return live.index();
      }
    }
    return null;
  }

  void used(int index, int count) {
    findings.addAndGet(index, count);
    subjects.incrementAndGet(index);
  }

  long findings(int index) {
    return findings.get(index);
  }

  long subjects(int index) {
    return subjects.get(index);
  }
}
