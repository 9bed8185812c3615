package dev.sigillo.snapshot;

import java.time.Instant;

/** {@code Get-BlockedSenderAddress}: a sender Microsoft has restricted. */
public record BlockedSender(
    RowRef row,
    Setting<String> senderAddress,
    Setting<String> reason,
    Setting<Instant> createdDatetime)
    implements Fact, Subject {
  @Override
  public String subjectKey() {
    return row.id();
  }

  @Override
  public String subjectName() {
    return senderAddress.orElse(row.id());
  }
}
