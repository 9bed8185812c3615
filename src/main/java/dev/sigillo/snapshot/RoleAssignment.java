package dev.sigillo.snapshot;

/** Graph {@code /roleManagement/directory/roleAssignments}, with the principal. */
public record RoleAssignment(
    RowRef row,
    Setting<String> id,
    Setting<String> roleDefinitionId,
    Setting<String> principalId,
    Setting<RolePrincipal> principal)
    implements Fact {

  /** Whether the role is a group's; only groups say whether a role may be assigned to them. */
  public boolean isToGroup() {
    RolePrincipal who = principal.orNull();
    return who != null && who.isAssignableToRole().is(true);
  }

  /** What people call the principal; its id where the answer does not tell. */
  public Setting<String> principalName() {
    RolePrincipal who = principal.orNull();
    return who != null && who.displayName().notEmpty() ? who.displayName() : principalId;
  }
}
