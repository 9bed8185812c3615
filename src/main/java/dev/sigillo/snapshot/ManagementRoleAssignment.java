package dev.sigillo.snapshot;

/** {@code Get-ManagementRoleAssignment}: an Exchange role given to an application. */
public record ManagementRoleAssignment(
    RowRef row,
    Setting<String> name,
    Setting<String> role,
    Setting<String> roleAssignee,
    Setting<String> roleAssigneeName,
    Setting<String> roleAssigneeType,
    Setting<Boolean> enabled,
    Setting<String> customResourceScope,
    Setting<String> recipientWriteScope)
    implements Fact {}
