package dev.sigillo.snapshot;

/**
 * {@code Get-LimitsEnforcementStatus}: how much of the tenant's allowance of external recipients in
 * 24 hours is used.
 */
public record LimitsEnforcement(RowRef row, Setting<Long> observedValue, Setting<Long> threshold)
    implements Fact {}
