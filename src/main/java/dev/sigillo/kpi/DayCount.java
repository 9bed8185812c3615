package dev.sigillo.kpi;

import java.time.LocalDate;

/** Messages of one day, UTC. */
public record DayCount(LocalDate day, long messages) {}
