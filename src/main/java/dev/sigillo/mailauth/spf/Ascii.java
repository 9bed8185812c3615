package dev.sigillo.mailauth.spf;

/** The character classes of RFC 5234; letters of other scripts are none here. */
final class Ascii {
  private Ascii() {}

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isVisible(char c) {
    return c > 0x20 && c < 0x7f;
  }
}
