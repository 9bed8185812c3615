package dev.sigillo.mailauth.transport;

import java.util.Locale;
import java.util.Optional;

/**
 * The data of a TLSA record (RFC 6698 section 2.1).
 *
 * @param usage what the certificate must be: 2 a trust anchor, 3 the host's own
 * @param selector 0 for the whole certificate, 1 for its key
 * @param matching 0 for the thing itself, 1 for its SHA-256, 2 for its SHA-512
 * @param data hexadecimal, lower case
 */
public record Tlsa(int usage, int selector, int matching, String data) {

  /** Reads presentation form; empty when it is none. */
  public static Optional<Tlsa> of(String data) {
    String[] parts = data.strip().split("\\s+", 4);
    if (parts.length != 4) {
      return Optional.empty();
    }
    String hex = parts[3].replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    for (int i = 0; i < 3; i++) {
      if (!parts[i].matches("[0-9]{1,3}") || Integer.parseInt(parts[i]) > 255) {
        return Optional.empty();
      }
    }
    if (hex.length() % 2 != 0 || !hex.matches("[0-9a-f]*")) {
      return Optional.empty();
    }
    return Optional.of(
        new Tlsa(
            Integer.parseInt(parts[0]),
            Integer.parseInt(parts[1]),
            Integer.parseInt(parts[2]),
            hex));
  }

  /** Whether its usage is one that SMTP supports (RFC 7672 section 3.1). */
  public boolean isForMail() {
    return usage == 2 || usage == 3;
  }

  /** Whether its other values are known and its data has the length they ask for. */
  public boolean isSound() {
    int octets = data.length() / 2;
    return usage <= 3
        && selector <= 1
        && switch (matching) {
          case 0 -> octets > 0;
          case 1 -> octets == 32;
          case 2 -> octets == 64;
          default -> false;
        };
  }
}
