package dev.sigillo.evaluate;

import dev.sigillo.assessment.Outcome;
import dev.sigillo.control.Area;
import dev.sigillo.control.Severity;

/**
 * What the score needs to know of one control.
 *
 * @param id control id
 * @param area its area
 * @param severity severity in force
 * @param catalogueSeverity severity the catalogue gives it
 * @param selected whether the policy selects it
 * @param declared whether it rests on a declaration
 * @param good good subjects
 * @param bad bad subjects
 * @param waived waived subjects
 * @param unknown unknown subjects
 * @param listIncomplete whether there may be more subjects
 * @param blocked whether something that concerns every subject is missing
 * @param unasked whether it rests on mail traffic that nobody asked to be read
 */
record Judged(
    String id,
    Area area,
    Severity severity,
    Severity catalogueSeverity,
    boolean selected,
    boolean declared,
    long good,
    long bad,
    long waived,
    long unknown,
    boolean listIncomplete,
    boolean blocked,
    boolean unasked) {

  /** Bad, else unknown, else waived, else nothing, else good. */
  Outcome outcome() {
    if (bad > 0) {
      return Outcome.FAIL;
    }
    if (unknown > 0 || listIncomplete || blocked) {
      return Outcome.NOT_ASSESSED;
    }
    if (waived > 0) {
      return Outcome.ACCEPTED;
    }
    return good == 0 ? Outcome.NOT_APPLICABLE : Outcome.PASS;
  }

  /** Whether it is a part of the whole that coverage and the score's range are told of. */
  boolean counts() {
    return switch (outcome()) {
      case NOT_APPLICABLE -> false;
      case NOT_ASSESSED -> !unasked;
      case PASS, ACCEPTED, FAIL -> true;
    };
  }

  long known() {
    return good + bad + waived;
  }
}
