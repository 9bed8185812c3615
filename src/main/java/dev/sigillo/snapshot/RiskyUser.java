package dev.sigillo.snapshot;

import java.time.Instant;

/** Graph {@code /identityProtection/riskyUsers}: an account that Microsoft holds at risk. */
public record RiskyUser(
    RowRef row,
    Setting<String> id,
    Setting<String> userPrincipalName,
    Setting<String> riskState,
    Setting<Instant> riskLastUpdatedDateTime)
    implements Fact, Subject {
  @Override
  public String subjectKey() {
    return row.id();
  }

  @Override
  public String subjectName() {
    return userPrincipalName.orElse(row.id());
  }
}
