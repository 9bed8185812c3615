package dev.sigillo.mailauth.spf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code check_host} says, and why.
 *
 * @param result the result
 * @param explanation text for those who are refused, visible ASCII; empty unless the result is
 *     "fail" and the domain publishes one
 * @param path the terms that led to the result, from the domain's own record to the one that
 *     decided; where none decided, the redirects followed
 * @param problem what went wrong, for "temperror" and "permerror"
 * @param lookups terms that asked DNS, of 10 allowed
 * @param voidLookups terms whose questions found nothing, of 2 allowed
 */
public record SpfCheck(
    Result result,
    String explanation,
    List<Place> path,
    @Nullable SpfProblem problem,
    int lookups,
    int voidLookups) {

  public SpfCheck {
    path = List.copyOf(path);
  }
}
