package dev.sigillo.incident.ndr;

import java.util.List;

/** Text by lines, and lines as one. */
final class Lines {
  private Lines() {}

  static List<String> of(String text) {
    return text.lines().toList();
  }

  /** White space and control characters become one space each run; cut at the given length. */
  static String joined(String text, int longest) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), longest));
    boolean gap = false;
    for (int i = 0; i < text.length() && out.length() < longest; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
        gap = out.length() > 0;
      } else {
        if (gap) {
          out.append(' ');
          gap = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }
}
