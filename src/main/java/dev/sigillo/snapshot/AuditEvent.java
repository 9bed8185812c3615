package dev.sigillo.snapshot;

import java.time.Instant;

/** Unified audit log: a change to forwarding, inbox rules or transport rules. */
public record AuditEvent(
    RowRef row,
    Setting<String> id,
    Setting<Instant> creationDate,
    Setting<String> operation,
    Setting<String> userId,
    Setting<String> objectId,
    Setting<String> parameters)
    implements Fact, Subject {
  @Override
  public String subjectKey() {
    return row.id();
  }

  @Override
  public String subjectName() {
    return row.id();
  }
}
