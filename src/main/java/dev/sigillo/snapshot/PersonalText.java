package dev.sigillo.snapshot;

/** Words of or about people that no control needs: a snapshot holds them only when asked to. */
public enum PersonalText {
  /** Names of inbox rules. */
  RULE_TEXTS,
  /** Subjects of messages. */
  SUBJECTS,
  /** Departments of accounts, by which forwarded mail is summed. */
  DEPARTMENTS
}
