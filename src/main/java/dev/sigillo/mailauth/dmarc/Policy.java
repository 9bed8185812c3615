package dev.sigillo.mailauth.dmarc;

import java.util.Locale;
import java.util.Optional;

/** What a domain wants done with mail that fails DMARC (RFC 9989 section 4.7), weakest first. */
public enum Policy {
  NONE,
  QUARANTINE,
  REJECT;

  /** Reads the value of {@code p}, {@code sp} or {@code np}; case does not matter (section 4.8). */
  static Optional<Policy> of(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "none" -> Optional.of(NONE);
      case "quarantine" -> Optional.of(QUARANTINE);
      case "reject" -> Optional.of(REJECT);
      default -> Optional.empty();
    };
  }

  /** What {@code t=y} makes of it: one level less (RFC 9989 section 4.7). */
  public Policy tested() {
    return this == REJECT ? QUARANTINE : NONE;
  }

  /** Whether it asks for less than another. */
  public boolean isWeakerThan(Policy other) {
    return compareTo(other) < 0;
  }
}
