package dev.sigillo.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a dataset came from, best first: the worst one of a snapshot marks the whole report. */
public enum Origin {
  /** Read from the tenant by Sigillo. */
  @JsonProperty("live")
  LIVE,
  /** Read from an export somebody made. */
  @JsonProperty("imported")
  IMPORTED,
  /** Answered by the simulated tenant. */
  @JsonProperty("simulated")
  SIMULATED,
  /** Written by hand. */
  @JsonProperty("handmade")
  HANDMADE
}
