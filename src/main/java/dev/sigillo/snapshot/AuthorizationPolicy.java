package dev.sigillo.snapshot;

import java.util.List;

/** Graph {@code authorizationPolicy}: what users may consent to. */
public record AuthorizationPolicy(
    RowRef row,
    Setting<List<String>> permissionGrantPolicyIdsAssignedToDefaultUserRole,
    Setting<DefaultUserRolePermissions> defaultUserRolePermissions)
    implements Fact {}
