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

  /** A name as questions carry it. */
  public static String normal(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") && !lower.endsWith("\\.")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }
}
