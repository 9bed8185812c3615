package dev.sigillo.evaluate;

import dev.sigillo.policy.SubjectPattern;
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

  /**
   * Whether it is live and names a subject of a control, by name or key; a blanket one names none.
   */
  public boolean names(String control, Subject subject) {
    SubjectPattern pattern = SubjectPattern.of(waiver.subject());
    return state == WaiverState.LIVE
        && !blanket
        && waiver.control().equalsIgnoreCase(control)
        && (pattern.matches(subject.subjectName()) || pattern.matches(subject.subjectKey()));
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
