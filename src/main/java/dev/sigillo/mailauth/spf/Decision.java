package dev.sigillo.mailauth.spf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one record's evaluation.
 *
 * @param result the result
 * @param path as in {@link SpfCheck}
 * @param problem as in {@link SpfCheck}
 * @param domain whose record decided, and so whose {@code exp} counts
 * @param explanation that record's {@code exp}
 */
record Decision(
    Result result,
    List<Place> path,
    @Nullable SpfProblem problem,
    String domain,
    @Nullable MacroString explanation) {

  static Decision of(Result result, List<Place> path, String domain) {
    return new Decision(result, path, null, domain, null);
  }

  static Decision error(Result result, SpfProblem problem) {
    List<Place> path =
        problem.position() < 0
            ? List.of()
            : List.of(new Place(problem.domain(), problem.position(), problem.term()));
    return new Decision(result, path, problem, problem.domain(), null);
  }

  Decision explained(@Nullable MacroString exp) {
    return new Decision(result, path, problem, domain, exp);
  }

  /** As seen from the record that led here. */
  Decision after(Place place) {
    List<Place> longer = new ArrayList<>();
    longer.add(place);
    longer.addAll(path);
    return new Decision(result, List.copyOf(longer), problem, domain, explanation);
  }
}
