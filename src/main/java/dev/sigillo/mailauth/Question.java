package dev.sigillo.mailauth;

import java.util.Locale;

/**
 * One question to DNS.
 *
 * @param name absolute name in presentation form (RFC 1035 section 5.1), lower case, without the
 *     final dot; the root is the empty text
 * @param type type of the records asked for
 */
public record Question(String name, RecordType type) {
  public Question {
    name = normal(name);
  }

  /**
   * A name as questions carry it: octets outside printable ASCII, blanks and quotation marks as
   * {@code \DDD}, dots and backslashes within a label as {@code \X}, all others as they are.
   */
  public static String normal(String name) {
    String one = isPlain(name) ? name.toLowerCase(Locale.ROOT) : spelt(name);
    return one.endsWith(".") && !one.endsWith("\\.") ? one.substring(0, one.length() - 1) : one;
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static String spelt(String name) {
    StringBuilder one = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean escaped = c == '\\' && i + 1 < name.length();
      if (escaped) {
        int octet = Txt.octet(name, i + 1);
        c = octet < 0 ? name.charAt(i + 1) : (char) octet;
        i += octet < 0 ? 1 : 3;
      }
      if (c == '\\' || (c == '.' && escaped)) {
        one.append('\\').append(c);
      } else if (c > ' ' && c < 0x7f && c != '"') {
        one.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      } else if (c < 0x100) {
        one.append('\\').append(c / 100).append(c / 10 % 10).append(c % 10);
      } else {
        one.append(c);
      }
    }
    return one.toString();
  }
}
