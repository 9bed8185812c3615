package dev.sigillo.report;

import java.util.Locale;

/** Characters that do not show, or that change how others show: a reader is told of each. */
final class Unseen {
  private Unseen() {}

  /** Whether it is a control or direction mark, a line end, or half of a character. */
  static boolean is(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** The text with each of them as <code>&#92;u{202E}</code>. */
  static String shown(String text) {
    if (text.codePoints().noneMatch(Unseen::is)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (is(c)) {
                shown.append("\\u{").append(hex(c)).append('}');
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** Its number as Unicode writes it, without leading zeros. */
  static String hex(int codePoint) {
    return Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
  }
}
