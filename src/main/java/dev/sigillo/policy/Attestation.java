package dev.sigillo.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something a person states because no interface can show it.
 *
 * @param control id of the control it answers
 * @param statement what is stated
 * @param by who states it
 * @param on when
 * @param validUntil last day it counts
 * @param evidence where to find the proof
 */
public record Attestation(
    String control,
    String statement,
    String by,
    LocalDate on,
    LocalDate validUntil,
    @Nullable String evidence) {}
