package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-RoleAssignmentPolicy}: what users may do with their own mailbox. */
public record RoleAssignmentPolicy(
    RowRef row, Setting<String> name, Setting<List<String>> assignedRoles)
    implements Fact, Subject {
  @Override
  public String subjectKey() {
    return row.id();
  }

  @Override
  public String subjectName() {
    return name.orElse(row.id());
  }
}
