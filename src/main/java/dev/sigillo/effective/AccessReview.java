package dev.sigillo.effective;

import dev.sigillo.snapshot.ConditionalAccessPolicy;
import java.util.List;

/**
 * How far Conditional Access reaches a goal.
 *
 * @param uncovered what no enforced policy covers: {@code All}, client types or roles; empty when
 *     the goal is reached
 * @param nearest the policies that come nearest to covering it, each with what it lacks: {@code
 *     Require MFA (state: disabled; excludeGroups: [id])}
 * @param policies the same policies, as evidence
 */
public record AccessReview(
    List<String> uncovered, List<String> nearest, List<ConditionalAccessPolicy> policies) {
  public AccessReview {
    uncovered = List.copyOf(uncovered);
    nearest = List.copyOf(nearest);
    policies = List.copyOf(policies);
  }

  /** Nothing is left uncovered. */
  public boolean reached() {
    return uncovered.isEmpty();
  }

  /** Policies try to reach the goal, but none is for it without reserve. */
  public boolean missedNarrowly() {
    return !reached() && !nearest.isEmpty();
  }

  /** No policy even tries. */
  public boolean missing() {
    return !reached() && nearest.isEmpty();
  }

  /** The policies as an array, as a finding takes its evidence. */
  public ConditionalAccessPolicy[] evidence() {
    return policies.toArray(new ConditionalAccessPolicy[0]);
  }
}
