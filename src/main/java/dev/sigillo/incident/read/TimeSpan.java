package dev.sigillo.incident.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time that the rows of a dataset tell of. */
final class TimeSpan {
  private @Nullable Instant first;
  private @Nullable Instant last;

  /** Looks at a row's times; what is no ISO instant is passed over. */
  void see(ObjectNode row, String from, String to) {
    Instant start = instant(row, from);
    Instant end = instant(row, to);
    if (start != null && (first == null || start.isBefore(first))) {
      first = start;
    }
    if (end != null && (last == null || end.isAfter(last))) {
      last = end;
    }
  }

  @Nullable LogWindow window() {
    return first == null || last == null ? null : new LogWindow(null, null, first, last);
  }

  private static @Nullable Instant instant(ObjectNode row, String name) {
    String text = row.path(name).asText();
    try {
      return text.endsWith("Z") ? Instant.parse(text) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
