package dev.sigillo.snapshot;

import java.util.List;

/** Graph {@code /applications}: an application registered in this tenant, with its credentials. */
public record AppRegistration(
    RowRef row,
    Setting<String> id,
    Setting<String> appId,
    Setting<String> displayName,
    Setting<List<AppCredential>> passwordCredentials,
    Setting<List<AppCredential>> keyCredentials)
    implements Fact, Subject {
  @Override
  public String subjectKey() {
    return row.id();
  }

  @Override
  public String subjectName() {
    return displayName.orElse(appId.orElse(row.id()));
  }
}
