package dev.sigillo.snapshot;

/** How the collection of a dataset ended. Only {@link #COMPLETE} is evidence. */
public enum Status {
  /** Everything that was asked was answered. */
  COMPLETE,
  /** The service returned less than it has. */
  TRUNCATED,
  /** The identity was not allowed to read it. */
  FORBIDDEN,
  /** The tenant's licences do not include it. */
  UNLICENSED,
  /** The service kept refusing for load. */
  THROTTLED,
  /** The call failed. */
  FAILED,
  /** It was not asked for, or the source does not hold it. */
  SKIPPED,
  /** Removed on purpose after collection. */
  PURGED
}
