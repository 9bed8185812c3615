package dev.sigillo.snapshot;

/** Graph {@code oauth2PermissionGrants}: permissions an application uses on behalf of users. */
public record DelegatedGrant(
    RowRef row,
    Setting<String> id,
    Setting<String> clientId,
    Setting<String> consentType,
    Setting<String> principalId,
    Setting<String> resourceId,
    Setting<String> scope)
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
