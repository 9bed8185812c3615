package dev.sigillo.snapshot;

/** Graph {@code identitySecurityDefaultsEnforcementPolicy}. */
public record SecurityDefaults(RowRef row, Setting<Boolean> isEnabled) implements Fact {}
