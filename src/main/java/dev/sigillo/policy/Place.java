package dev.sigillo.policy;

import java.util.Collection;
import java.util.Locale;

/**
 * A line of a file that people wrote, for one-sentence errors.
 *
 * @param file as they named it
 * @param line from 1
 */
record Place(String file, int line) {
  private static final int LONGEST = 80;

  /**
   * What is wrong here, and what is allowed. Texts come from the file: they are shortened and made
   * fit for a terminal. Collections are ours, and are listed whole.
   */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would need one more library
  PolicyException error(String what, Object... values) {
    Object[] shown = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      shown[i] =
          values[i] instanceof Collection<?> all
              ? String.join(", ", all.stream().map(String::valueOf).toList())
              : values[i] instanceof String text ? printable(text, LONGEST) : values[i];
    }
    return new PolicyException(
        String.format(
            Locale.ROOT,
            "%s:%d: %s",
            printable(file, Integer.MAX_VALUE),
            line,
            String.format(Locale.ROOT, what, shown)));
  }

  /** Foreign text on one line, without anything that steers a terminal or turns text around. */
  static String printable(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    int count = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (++count > longest) {
        return shown.append('…').toString();
      }
      int c = text.codePointAt(i);
      switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            shown.append(String.format(Locale.ROOT, "\\u%04X", c));
        default -> shown.appendCodePoint(c);
      }
    }
    return shown.toString();
  }
}
