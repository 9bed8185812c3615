package dev.sigillo.snapshot;

/**
 * Graph {@code userRegistrationDetails}: what an account has registered for multifactor
 * authentication.
 */
public record UserRegistration(
    RowRef row,
    Setting<String> userPrincipalName,
    Setting<Boolean> isMfaCapable,
    Setting<Boolean> isMfaRegistered,
    Setting<Boolean> isAdmin)
    implements Fact {}
