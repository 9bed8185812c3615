package dev.sigillo.incident.dossier;

import java.time.Instant;

/**
 * Refusals of one hour.
 *
 * @param start when it begins, UTC
 * @param failed recipients that were not reached
 * @param blocked of them, refused for the address that sent
 */
public record Hour(Instant start, long failed, long blocked) {}
