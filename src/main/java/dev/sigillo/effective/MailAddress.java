package dev.sigillo.effective;

import java.util.Locale;

/** Addresses as Exchange writes them, brought to one form. */
final class MailAddress {
  private MailAddress() {}

  /** Lower case, without blanks and without the {@code smtp:} that Exchange puts before it. */
  static String plain(String text) {
    String lower = lower(text);
    return lower.startsWith("smtp:") ? lower.substring("smtp:".length()).strip() : lower;
  }

  /** Whether the text is one address. */
  static boolean is(String text) {
    int at = text.lastIndexOf('@');
    return at > 0 && at < text.length() - 1 && text.chars().noneMatch(c -> c == ' ' || c == '<');
  }

  /** Domain of an address, or the text itself when it is a domain already. */
  static String domain(String addressOrDomain) {
    String plain = plain(addressOrDomain);
    String domain = plain.substring(plain.lastIndexOf('@') + 1);
    return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
  }

  static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether a domain is the other one or lies below it. */
  static boolean within(String domain, String parent) {
    return domain.equals(parent) || domain.endsWith("." + parent);
  }
}
