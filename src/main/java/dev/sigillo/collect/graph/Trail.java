package dev.sigillo.collect.graph;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the service said of its answers to one dataset's questions. Safe for several threads. */
final class Trail {
  private static final int FIRST = 5;

  private final List<String> requestIds = new ArrayList<>();
  private @Nullable String date;

  synchronized void add(@Nullable String requestId, @Nullable String serviceDate) {
    if (requestId != null && requestIds.size() < FIRST) {
      requestIds.add(Refusals.line(requestId));
    }
    if (serviceDate != null) {
      date = serviceDate;
    }
  }

  /** The service's own ids of the first questions. */
  synchronized List<String> requestIds() {
    return List.copyOf(requestIds);
  }

  /** The service's own date header of the last answer. */
  synchronized @Nullable String date() {
    return date;
  }
}
