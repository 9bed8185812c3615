package dev.sigillo.snapshot;

import java.util.Locale;

/** Texts compared without regard to case, as PowerShell does; quick for ASCII. */
final class SameText {
  private SameText() {}

  /** Whether both are the same in lower case. */
  static boolean ignoringCase(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a > 0x7F || b > 0x7F) {
        // One letter may become two, so nothing can be said place by place.
        return left.toLowerCase(Locale.ROOT).equals(right.toLowerCase(Locale.ROOT));
      }
      if (a != b && lower(a) != lower(b)) {
        return false;
      }
    }
    return left.length() == right.length();
  }

  private static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}
