package dev.sigillo.cli;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Score;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The few lines on stdout that say how an audit went. */
final class Summary {
  private final PrintWriter out;

  Summary(PrintWriter out) {
    this.out = out;
  }

  void print(Assessment assessment) {
    Score score = assessment.score();
    if (score.value() == null) {
      out.println("Score: none, nothing was assessed");
    } else {
      out.printf(
          "Score: %s of 100 (%s to %s), grade %s%s, coverage %s %%%n",
          score.value(),
          score.low(),
          score.high(),
          score.grade() == null ? "none" : score.grade(),
          score.provisional() ? " (provisional)" : "",
          score.coverage());
    }
    out.println(
        Arrays.stream(Outcome.values())
            .map(
                outcome ->
                    outcome
                        + " "
                        + assessment.controls().stream()
                            .filter(c -> c.outcome() == outcome)
                            .count())
            .collect(Collectors.joining(", ", "Controls: ", "")));
  }
}
