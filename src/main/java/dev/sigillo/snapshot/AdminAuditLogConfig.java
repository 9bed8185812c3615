package dev.sigillo.snapshot;

import java.time.Instant;

/**
 * {@code Get-AdminAuditLogConfig}.
 *
 * @param row where it stands in the snapshot
 * @param unifiedAuditLogIngestionEnabled whether the unified audit log is written
 * @param unifiedAuditLogFirstOptInDate since when at the earliest it is
 */
public record AdminAuditLogConfig(
    RowRef row,
    Setting<Boolean> unifiedAuditLogIngestionEnabled,
    Setting<Instant> unifiedAuditLogFirstOptInDate)
    implements Fact {}
