package dev.sigillo.evaluate;

import dev.sigillo.policy.Waiver;
import dev.sigillo.policy.WaiverState;
import dev.sigillo.snapshot.Subject;

/**
 * A waiver as a subject.
 *
 * @param waiver what the organisation accepts
 * @param state whether it counts at the instant of the audit
 * @param blanket whether its pattern matches everything
 */
public record DeclaredWaiver(Waiver waiver, WaiverState state, boolean blanket) implements Subject {

  /** Past its last day. */
  public boolean expired() {
    return state == WaiverState.EXPIRED;
  }

  @Override
  public String subjectKey() {
    return waiver.control() + " " + waiver.subject() + " " + waiver.approvedOn();
  }

  @Override
  public String subjectName() {
    return waiver.control() + " " + waiver.subject();
  }
}
