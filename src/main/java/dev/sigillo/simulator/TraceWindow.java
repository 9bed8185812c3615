package dev.sigillo.simulator;

import java.time.Duration;
import java.time.Instant;

/** A question about message traces covers ten days at most. */
final class TraceWindow {
  private static final Duration LONGEST = Duration.ofDays(10);

  private TraceWindow() {}

  /** Refuses a question about more time than that. */
  static void check(Call call) {
    GraphFilter filter = GraphFilter.parse(call.query().get("$filter")).orElse(null);
    if (filter == null) {
      return;
    }
    Instant from = null;
    Instant to = null;
    for (GraphFilter.Term term : filter.terms()) {
      if (term.property().equals("receivedDateTime") && !term.values().isEmpty()) {
        Instant limit = GraphFilter.Term.instant(term.values().get(0));
        if (term.operator().startsWith("g")) {
          from = limit;
        } else {
          to = limit;
        }
      }
    }
    if (from != null && to != null && Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw GraphQuery.bad("The time range between start date and end date exceeds 10 days.");
    }
  }
}
