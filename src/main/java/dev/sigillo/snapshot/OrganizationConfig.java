package dev.sigillo.snapshot;

/** {@code Get-OrganizationConfig}. */
public record OrganizationConfig(
    RowRef row,
    Setting<Boolean> oAuth2ClientProfileEnabled,
    Setting<Boolean> rejectDirectSend,
    Setting<Boolean> auditDisabled,
    Setting<String> defaultAuthenticationPolicy,
    Setting<Boolean> sendFromAliasEnabled)
    implements Fact {}
