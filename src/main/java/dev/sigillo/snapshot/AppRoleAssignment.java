package dev.sigillo.snapshot;

/**
 * Graph {@code appRoleAssignedTo}: an application permission granted to a service principal.
 *
 * @param appRoleValue the permission's name as the resource itself lists it in the tenant such as
 *     {@code Mail.Send}; null when it does not, absent in older exports
 */
public record AppRoleAssignment(
    RowRef row,
    Setting<String> id,
    Setting<String> principalId,
    Setting<String> principalDisplayName,
    Setting<String> principalType,
    Setting<String> resourceDisplayName,
    Setting<String> resourceId,
    Setting<String> appRoleId,
    Setting<String> appRoleValue)
    implements Fact {}
