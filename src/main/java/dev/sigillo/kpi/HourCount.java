package dev.sigillo.kpi;

import java.time.Instant;

/**
 * Messages of one hour.
 *
 * @param hour when it begins, UTC
 * @param messages recipients with a final answer
 * @param failed of them, not delivered
 */
public record HourCount(Instant hour, long messages, long failed) {}
