package dev.sigillo.snapshot;

/** Graph {@code conditionalAccess/policies}. */
public record ConditionalAccessPolicy(
    RowRef row,
    Setting<String> id,
    Setting<String> displayName,
    Setting<String> state,
    Setting<AccessConditions> conditions,
    Setting<GrantControls> grantControls)
    implements Fact, Subject {
  @Override
  public String subjectKey() {
    return row.id();
  }

  @Override
  public String subjectName() {
    return displayName.orElse(row.id());
  }
}
