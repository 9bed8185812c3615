package dev.sigillo.snapshot;

/** Graph {@code appRoleAssignedTo}: an application permission granted to a service principal. */
public record AppRoleAssignment(
    RowRef row,
    Setting<String> id,
    Setting<String> principalId,
    Setting<String> principalDisplayName,
    Setting<String> principalType,
    Setting<String> resourceDisplayName,
    Setting<String> resourceId,
    Setting<String> appRoleId)
    implements Fact {}
