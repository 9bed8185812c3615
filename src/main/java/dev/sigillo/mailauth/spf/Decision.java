package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.spf.SpfCheck.Step;
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
    List<Step> path,
    @Nullable SpfProblem problem,
    String domain,
    @Nullable MacroString explanation) {

  static Decision of(Result result, List<Step> path, String domain) {
    return new Decision(result, path, null, domain, null);
  }

  static Decision error(Result result, SpfProblem problem) {
    List<Step> path =
        problem.position() < 0
            ? List.of()
            : List.of(new Step(problem.domain(), problem.position(), problem.term()));
    return new Decision(result, path, problem, problem.domain(), null);
  }

  Decision explained(@Nullable MacroString exp) {
    return new Decision(result, path, problem, domain, exp);
  }

  /** As seen from the record that led here. */
  Decision after(Step step) {
    List<Step> longer = new ArrayList<>();
    longer.add(step);
    longer.addAll(path);
    return new Decision(result, List.copyOf(longer), problem, domain, explanation);
  }
}
