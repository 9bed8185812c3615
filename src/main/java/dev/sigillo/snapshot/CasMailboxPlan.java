package dev.sigillo.snapshot;

/** {@code Get-CASMailboxPlan}: client access a new mailbox gets. */
public record CasMailboxPlan(
    RowRef row,
    Setting<String> name,
    Setting<String> displayName,
    Setting<Boolean> popEnabled,
    Setting<Boolean> imapEnabled)
    implements Fact, Subject {
  @Override
  public String subjectKey() {
    return row.id();
  }

  @Override
  public String subjectName() {
    return displayName.orElse(name.orElse(row.id()));
  }
}
