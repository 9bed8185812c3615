package dev.sigillo.snapshot;

/** To whom a directory role is assigned: a user, a group or an application. */
public record RolePrincipal(
    Setting<String> id,
    Setting<String> displayName,
    Setting<String> userPrincipalName,
    Setting<Boolean> isAssignableToRole) {}
