package dev.sigillo.evaluate;

import dev.sigillo.policy.Policy;
import dev.sigillo.snapshot.Snapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to evaluate.
 *
 * @param snapshot the evidence
 * @param policy the organisation's choices
 * @param asOf the instant every date is compared with; null for the snapshot's end
 * @param workers threads that judge mailboxes, at least 1; the result does not depend on it
 * @param toolVersion version of Sigillo, for the assessment
 * @param progress told how far it is
 */
public record Request(
    Snapshot snapshot,
    Policy policy,
    @Nullable Instant asOf,
    int workers,
    String toolVersion,
    Progress progress) {

  /** The instant in force. */
  Instant instant() {
    Instant end = snapshot.manifest().end();
    if (asOf == null) {
      return end;
    }
    if (asOf.isBefore(end)) {
      throw new EvaluationException(
          "the as-of instant %s is earlier than the snapshot's end %s; allowed: that instant or later"
              .formatted(asOf, end));
    }
    return asOf;
  }
}
