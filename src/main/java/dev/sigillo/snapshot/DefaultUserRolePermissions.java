package dev.sigillo.snapshot;

import java.util.List;

/** What every user may do; on the v1.0 endpoint it also holds the consent policies. */
public record DefaultUserRolePermissions(Setting<List<String>> permissionGrantPoliciesAssigned) {}
