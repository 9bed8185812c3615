package dev.sigillo.incident.dossier;

import org.jspecify.annotations.Nullable;

/**
 * An incident as a snapshot tells it.
 *
 * @param source the snapshot
 * @param failures what delivery reports say of refusals, or the trace where there are none; null
 *     when nothing does
 * @param trace what the message trace says; null when none was read
 * @param mailReports what receivers report; null when no report was read
 */
public record Incident(
    Source source,
    @Nullable Failures failures,
    @Nullable Trace trace,
    @Nullable MailReports mailReports) {}
