package dev.sigillo.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the invented tenant answers to one call.
 *
 * @param dataset where it goes
 * @param request the call
 * @param status how it ended
 * @param reason why it did not end well, in the service's words
 * @param window log window asked and served
 * @param withheld properties left out on purpose
 * @param lines rows, by key where the dataset is keyed
 */
record Answer(
    Dataset dataset,
    String request,
    Status status,
    @Nullable String reason,
    @Nullable LogWindow window,
    List<String> withheld,
    List<Line> lines) {

  /** A tenant-wide answer. */
  static Answer of(Dataset dataset, String request, Row... rows) {
    return of(dataset, request, List.of(rows));
  }

  /** A tenant-wide answer. */
  static Answer of(Dataset dataset, String request, List<Row> rows) {
    List<Line> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(new Line(lines.size() + 1, null, row.json(), null)));
    return new Answer(dataset, request, Status.COMPLETE, null, null, List.of(), lines);
  }

  /** An answer for each key: its rows, none of them, or none because of an error. */
  static Answer keyed(
      Dataset dataset, String request, Map<String, List<Row>> rows, Map<String, String> errors) {
    List<Line> lines = new ArrayList<>();
    List<String> keys = new ArrayList<>(rows.keySet());
    keys.addAll(errors.keySet());
    keys.sort(Comparator.naturalOrder());
    for (String key : keys) {
      String error = errors.get(key);
      List<Row> own = rows.getOrDefault(key, List.of());
      if (error != null || own.isEmpty()) {
        lines.add(new Line(lines.size() + 1, key, null, error));
      } else {
        own.forEach(row -> lines.add(new Line(lines.size() + 1, key, row.json(), null)));
      }
    }
    String reason = errors.isEmpty() ? null : told(errors.values());
    return new Answer(dataset, request, Status.COMPLETE, reason, null, List.of(), lines);
  }

  /** Each error once, with how many keys it met. */
  private static String told(Collection<String> errors) {
    Map<String, Long> counts =
        errors.stream().collect(groupingBy(identity(), TreeMap::new, counting()));
    return counts.entrySet().stream()
        .map(error -> error.getKey() + ": " + error.getValue())
        .collect(joining("; "));
  }

  /** A call that was refused. */
  static Answer refused(Dataset dataset, String request, Status status, String reason) {
    return new Answer(dataset, request, status, reason, null, List.of(), List.of());
  }

  Answer within(LogWindow window) {
    return new Answer(dataset, request, status, reason, window, withheld, lines);
  }

  Answer withholding(String... properties) {
    return new Answer(dataset, request, status, reason, window, List.of(properties), lines);
  }
}
