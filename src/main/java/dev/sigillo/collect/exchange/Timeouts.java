package dev.sigillo.collect.exchange;

import java.time.Duration;

/**
 * How long an answer may take.
 *
 * @param begin until it begins
 * @param silence between two pieces of it
 * @param whole until it is there in full
 */
public record Timeouts(Duration begin, Duration silence, Duration whole) {

  /** For Exchange Online, which thinks for minutes before it lists a large tenant. */
  public static Timeouts standard() {
    return new Timeouts(Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofMinutes(10));
  }
}
