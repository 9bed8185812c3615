package dev.sigillo.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** On what basis per-person logs were read, as the organisation states it. */
public record Privacy(
    @Nullable String basis,
    @Nullable String reference,
    @Nullable LocalDate validUntil,
    @Nullable Integer retentionDays) {}
