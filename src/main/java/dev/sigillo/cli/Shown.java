package dev.sigillo.cli;

import java.util.Locale;

/** Foreign text on a terminal: what would steer or mislead it comes out as {@code \\u{…}}. */
final class Shown {
  private Shown() {}

  /** Words that were read in a charset, where a letter of Latin-1 is one. */
  static String words(String foreign) {
    return shown(foreign, false);
  }

  static String text(String foreign) {
    return shown(foreign, true);
  }

  private static String shown(String foreign, boolean octets) {
    StringBuilder shown = new StringBuilder(foreign.length());
    foreign
        .codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean steers =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.SURROGATE
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR;
              // An octet of DNS stands for itself, not for a letter of Latin-1.
              if (steers || (octets && c >= 0x80 && c < 0x100)) {
                shown.append("\\u{");
                shown.append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append('}');
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
