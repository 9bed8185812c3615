package dev.sigillo.mailauth.spf;

import java.util.Locale;

/** Names as octets, one character each, before they become questions. */
final class DomainName {
  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;

  private DomainName() {}

  /** Whether the text between the offsets is a toplabel (RFC 7208 section 7.1). */
  static boolean isTopLabel(String text, int from, int to) {
    boolean numeric = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean digit = Ascii.isDigit(c);
      if (!Ascii.isLetter(c) && !digit && (c != '-' || i == from || i == to - 1)) {
        return false;
      }
      numeric &= digit;
    }
    return from < to && !numeric;
  }

  /** Without the final dot, and cut from the left at a dot to what DNS can carry (section 7.3). */
  static String target(String expanded) {
    String name = expanded.endsWith(".") ? expanded.substring(0, expanded.length() - 1) : expanded;
    while (name.length() > LONGEST) {
      int dot = name.indexOf('.', name.length() - LONGEST - 1);
      if (dot < 0) {
        return name;
      }
      name = name.substring(dot + 1);
    }
    return name;
  }

  /** Whether DNS can be asked about it: labels of 1 to 63 octets, 253 in all. */
  static boolean canBeAsked(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return false;
    }
    int start = 0;
    while (start <= name.length()) {
      int dot = name.indexOf('.', start);
      int end = dot < 0 ? name.length() : dot;
      if (end == start || end - start > LONGEST_LABEL) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  /** Whether {@code check_host} has a domain to check (section 4.3): more than one label, ASCII. */
  static boolean canBeChecked(String name) {
    return canBeAsked(name)
        && name.indexOf('.') >= 0
        && name.charAt(0) != '['
        && name.chars().allMatch(c -> c < 0x80);
  }

  /** Presentation form (RFC 1035 section 5.1): what would mean something else is escaped. */
  static String presentation(String name) {
    return name.chars().allMatch(c -> isPlain((char) c)) ? name : escaped(name);
  }

  private static boolean isPlain(char c) {
    return Ascii.isVisible(c) && "\"();@$\\".indexOf(c) < 0;
  }

  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Ascii.isVisible(c)) {
        escaped.append(String.format(Locale.ROOT, "\\%03d", (int) c));
      } else {
        escaped.append(isPlain(c) ? "" : "\\").append(c);
      }
    }
    return escaped.toString();
  }
}
