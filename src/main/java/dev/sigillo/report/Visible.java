package dev.sigillo.report;

/**
 * Text that shows all it holds: control and direction marks, and characters the report's typefaces
 * lack, come out as {@code \\u{…}} instead of vanishing or misleading.
 */
final class Visible {
  private Visible() {}

  static String text(String raw) {
    StringBuilder shown = null;
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!plain(c)) {
        if (shown == null) {
          shown = new StringBuilder(raw.substring(0, i));
        }
        shown
            .append("\\u{")
            .append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT))
            .append('}');
      } else if (shown != null) {
        shown.appendCodePoint(c);
      }
      i = next;
    }
    return shown == null ? raw : shown.toString();
  }

  private static boolean plain(int c) {
    if (c == '\n' || (c >= ' ' && c < 0x7F)) {
      return true;
    }
    int type = Character.getType(c);
    if (type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED) {
      return false;
    }
    return (Typeface.TEXT.has(c) && Typeface.CODE.has(c)) || MARKS.indexOf(c) >= 0;
  }

  /** Signs of our own that stand in Inter alone. */
  private static final String MARKS = "✓✗⚠–—…·→≥≤×“”‘’«»•€";
}
