package dev.sigillo.mailauth;

/** Whether something is published. */
public enum Presence {
  /** DNS holds it. */
  PRESENT,
  /** DNS said that it does not exist. */
  ABSENT,
  /** A question that decides it has no answer: neither present nor absent. */
  UNKNOWN
}
