package dev.sigillo.mailauth;

import java.util.ArrayList;
import java.util.List;

/**
 * The data of a TXT record (RFC 1035 section 3.3.14).
 *
 * @param strings its character-strings, one character an octet (0 to 255), so that no octet is lost
 *     and none is taken for something else
 */
public record Txt(List<String> strings) {
  public Txt {
    strings = List.copyOf(strings);
  }

  /**
   * Reads presentation form: quoted or bare strings, {@code \DDD} for an octet, {@code \X} for the
   * character itself (RFC 1035 section 5.1). Text that breaks off is taken as far as it goes.
   */
  public static Txt of(String data) {
    List<String> strings = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    boolean quoted = false;
    boolean open = false;
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      if (c == '\\' && i + 1 < data.length()) {
        int octet = octet(data, i + 1);
        current.append(octet < 0 ? data.charAt(i + 1) : (char) octet);
        i += octet < 0 ? 1 : 3;
        open = true;
      } else if (c == '"') {
        if (quoted || open) {
          strings.add(current.toString());
          current.setLength(0);
        }
        quoted = !quoted;
        open = false;
      } else if (!quoted && (c == ' ' || c == '\t')) {
        if (open) {
          strings.add(current.toString());
          current.setLength(0);
        }
        open = false;
      } else {
        current.append(c);
        open = true;
      }
    }
    if (open || quoted) {
      strings.add(current.toString());
    }
    return new Txt(strings);
  }

  /** The strings joined without anything between them (RFC 7208 section 3.3). */
  public String text() {
    return String.join("", strings);
  }

  /** The octet of {@code \DDD} whose first digit stands there; -1 when there are no such digits. */
  static int octet(String data, int at) {
    if (at + 3 > data.length()) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + 3; i++) {
      char c = data.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value < 256 ? value : -1;
  }
}
