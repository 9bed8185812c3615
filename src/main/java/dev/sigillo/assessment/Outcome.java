package dev.sigillo.assessment;

/** How a control came out. */
public enum Outcome {
  /** Every subject is good. */
  PASS,
  /** At least one subject is bad. */
  FAIL,
  /** Nothing is bad, but some findings are accepted by a live waiver. */
  ACCEPTED,
  /** Nothing is known to be bad, and something is not known. */
  NOT_ASSESSED,
  /** There is no subject to judge. */
  NOT_APPLICABLE
}
