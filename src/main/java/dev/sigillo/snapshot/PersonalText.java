package dev.sigillo.snapshot;

/** Words of people's own, which no control needs: a snapshot holds them only when asked to. */
public enum PersonalText {
  /** Names of inbox rules. */
  RULE_TEXTS,
  /** Subjects of messages. */
  SUBJECTS
}
