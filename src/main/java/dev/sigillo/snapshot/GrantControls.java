package dev.sigillo.snapshot;

import java.util.List;

/** What a Conditional Access policy demands. */
public record GrantControls(
    Setting<String> operator,
    Setting<List<String>> builtInControls,
    Setting<List<String>> customAuthenticationFactors,
    Setting<List<String>> termsOfUse,
    Setting<AuthenticationStrength> authenticationStrength) {}
