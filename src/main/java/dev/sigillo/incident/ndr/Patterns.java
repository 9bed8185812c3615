package dev.sigillo.incident.ndr;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The small grammar of delivery reports: addresses, reply codes, status codes, host names. */
final class Patterns {
  /** Every quantifier has a bound, so that no text makes a search slow. */
  static final String ADDRESS =
      "[^\\s<>\"'(),:;\\[\\]|@]{1,128}"
          + "@[\\p{L}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){0,10}";

  static final Pattern MAILBOX = Pattern.compile(ADDRESS);

  /** RFC 3463 section 2, and not a piece of an IP address. */
  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d.a-zA-Z-])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d]|\\.\\d)");

  /** RFC 5321 section 4.2: a reply with its text. */
  private static final Pattern REPLY =
      Pattern.compile(
          "(?<![\\w.:/@-])([45][0-5]\\d)(?:[ -]#?[45]\\.\\d{1,3}\\.\\d{1,3}|(?:[ -]|: |; )(?=\\S))");

  private static final Pattern HOST_SAID =
      Pattern.compile(
          "(?i)\\bhost:? ([\\w.-]{1,253})\\s?\\[[^\\]]{1,60}\\][^:]{0,80}?(?:said|:)"
              + "|(?:remote )?host:? ([\\w.-]{1,253}|\\[[^\\]]{1,60}\\]) (?:said|refused)"
              + "|\\bhost:? ([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,10})\\b"
              + "|\\btalking to ([\\w.-]{1,253}?)\\.?:"
              + "|\\bby ([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,10})\\.? \\[[\\da-fA-F.:]{3,45}\\]"
              + "|^([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,10}) \\[[\\da-fA-F.:]{3,45}\\] did not like");

  private Patterns() {}

  static @Nullable String mailbox(String text) {
    Matcher m = MAILBOX.matcher(text);
    return m.find() ? trimmed(m.group()) : null;
  }

  static String trimmed(String mailbox) {
    int end = mailbox.length();
    while (end > 0 && ".-".indexOf(mailbox.charAt(end - 1)) >= 0) {
      end--;
    }
    return mailbox.substring(0, end);
  }

  static @Nullable String status(String text) {
    Matcher m = STATUS.matcher(text);
    return m.find() ? m.group(1) : null;
  }

  static boolean hasReply(String text) {
    return REPLY.matcher(text).find();
  }

  static @Nullable String host(String text) {
    Matcher m = HOST_SAID.matcher(text);
    if (m.find()) {
      for (int i = 1; i <= m.groupCount(); i++) {
        if (m.group(i) != null) {
          return m.group(i);
        }
      }
    }
    return null;
  }
}
