package dev.sigillo.snapshot;

import java.util.List;

/** Graph {@code /servicePrincipals}: an application in this tenant. */
public record ServicePrincipal(
    RowRef row,
    Setting<String> id,
    Setting<String> appId,
    Setting<String> displayName,
    Setting<Boolean> accountEnabled,
    Setting<String> appOwnerOrganizationId,
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
