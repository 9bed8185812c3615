package dev.sigillo.kpi;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server's answer in a message trace says of a block list: servers that consult one answer
 * {@code Client host [192.0.2.1] blocked using bl.example.net}.
 *
 * @param zone the list's DNS zone; null when none is named
 * @param address the refused address; null when none is named
 */
record Refusal(@Nullable String zone, @Nullable String address) {
  private static final Pattern ZONE =
      Pattern.compile("(?i)\\bblocked using ([a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8})");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\bclient host \\[?([0-9a-f]{1,4}[0-9a-f.:]{2,42})");
  private static final int LONGEST = 10_000;

  static Refusal of(String answer) {
    String text = answer.length() > LONGEST ? answer.substring(0, LONGEST) : answer;
    Matcher zone = ZONE.matcher(text);
    Matcher address = ADDRESS.matcher(text);
    return new Refusal(
        zone.find() ? zone.group(1).toLowerCase(Locale.ROOT) : null,
        address.find() ? address.group(1) : null);
  }
}
