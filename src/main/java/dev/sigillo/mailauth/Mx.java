package dev.sigillo.mailauth;

import java.util.Optional;

/**
 * The data of an MX record (RFC 1035 section 3.3.9).
 *
 * @param preference lower is tried first
 * @param exchange the host, as {@link Question} writes names; empty for a null MX (RFC 7505)
 */
public record Mx(int preference, String exchange) {

  /** Reads presentation form; empty when it is none. */
  public static Optional<Mx> of(String data) {
    String[] parts = data.strip().split("\\s+", 2);
    if (parts.length != 2 || !parts[0].matches("\\d{1,5}")) {
      return Optional.empty();
    }
    return Optional.of(new Mx(Integer.parseInt(parts[0]), Question.normal(parts[1])));
  }

  /** Whether it says that the domain takes no mail (RFC 7505). */
  public boolean isNull() {
    return exchange.isEmpty();
  }
}
