package dev.sigillo.snapshot;

/** Where a dataset came from, best first: the worst one of a snapshot marks the whole report. */
public enum Origin {
  /** Read from the tenant by Sigillo. */
  LIVE,
  /** Read from an export somebody made. */
  IMPORTED,
  /** Answered by the simulated tenant. */
  SIMULATED,
  /** Written by hand. */
  HANDMADE
}
