package dev.sigillo.snapshot;

/** {@code Get-AdminAuditLogConfig}. */
public record AdminAuditLogConfig(RowRef row, Setting<Boolean> unifiedAuditLogIngestionEnabled)
    implements Fact {}
