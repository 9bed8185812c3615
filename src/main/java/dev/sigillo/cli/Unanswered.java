package dev.sigillo.cli;

import dev.sigillo.collect.dns.Recording;
import dev.sigillo.mailauth.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What DNS did not answer, for the person at the keyboard. */
final class Unanswered {
  private static final int SHOWN = 5;

  private Unanswered() {}

  /** A sentence each; none when everything was answered. */
  static List<String> notes(Recording dns) {
    List<String> notes = new ArrayList<>();
    SortedMap<Failure, Integer> counts = dns.unanswered();
    if (!counts.isEmpty()) {
      notes.add(
          "Questions without an answer, which stay unknown: %s, of %,d."
              .formatted(
                  counts.entrySet().stream()
                      .map(count -> count.getKey() + " " + count.getValue())
                      .collect(Collectors.joining(", ")),
                  dns.size()));
    }
    List<String> conflicts = dns.conflicts();
    if (!conflicts.isEmpty()) {
      notes.add(
          "Servers answered differently (split DNS, or a change under way): %s%s."
              .formatted(
                  conflicts.stream()
                      .limit(SHOWN)
                      .map(Shown::text)
                      .collect(Collectors.joining(", ")),
                  conflicts.size() > SHOWN ? " and " + (conflicts.size() - SHOWN) + " more" : ""));
    }
    return notes;
  }
}
