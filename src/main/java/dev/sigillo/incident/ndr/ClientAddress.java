package dev.sigillo.incident.ndr;

import dev.sigillo.mailauth.spf.IpAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address that a refusing server names as the one it refuses; never the server's own. */
final class ClientAddress {
  private static final String IP =
      "[\\[(<]?(?:IPv6:)?(?<ip>\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F.]{0,15}){2,8})[\\])>]?";

  /** From the sure to the likely. */
  private static final List<Pattern> FORMS =
      List.of(
          form("\\bclient(?: host| ip| address)?(?: \\S{1,255}?)?[ \\[(=:]{1,3}" + IP),
          form("\\bunknown ?\\[" + IP),
          form(
              "\\b(?:sending|source|sender|your|connecting|originating)"
                  + " (?:ip(?: address)?|address|host|(?:mail )?server|mta|server ip)"
                  + "(?: is)?[ :=,\\[(]{1,3}"
                  + IP),
          form(
              "\\b(?:ip(?:v[46])?|address|mail server|messages? from|e?mail from|connections? from"
                  + "|sender|host|from|blocked|for|listed|rejected)[ :=,]{1,2}(?:ip )?(?:address )?"
                  + "[ :=]{0,2}"
                  + IP),
          form(
              IP
                  + "[)\\]:,]{0,2} ?(?:is|was|has|has been|are)? ?(?:currently |temporarily )?"
                  + "(?:not allowed|blocked|listed|black|block|banned|denied|rejected|on |in |sent|found)"),
          form("[?&=/](?:ip=|query/ip/|lookup/|check/)?(?<ip>\\d{1,3}(?:\\.\\d{1,3}){3})(?!\\d)"));

  /** {@code host mx.example.com[192.0.2.1] said:} names the server that refused. */
  private static final Pattern SERVER =
      Pattern.compile(
          "(?i)[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,10}\\.? ?[\\[(][0-9a-fA-F.:]{3,45}[\\])]"
              + "(?::\\d{1,5})?,? {0,2}(?:\\([^)]{0,80}\\) ?)?"
              + "(?:said|refused|failed|SMTP error|returned|did not like|:)"
              + "|^[0-9a-fA-F.:]{7,45} (?:does not like|failed|said)"
              + "|(?<!client )\\bhost:? \\[?[0-9a-fA-F.:]{7,45}\\]?(?::| said| \\[)"
              + "|connected to [0-9a-fA-F.:]{7,45} but");

  private static final Pattern ZONE =
      Pattern.compile(
          "(?i)\\b(?:blocked|rejected|listed|refused)[^.;]{0,40}? (?:using|by|at|in|on)"
              + " ([\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})");

  private ClientAddress() {}

  static @Nullable String in(String diagnostic) {
    String others = SERVER.matcher(diagnostic).replaceAll("; ");
    for (int i = 0; i < FORMS.size(); i++) {
      Matcher m = FORMS.get(i).matcher(i == 0 ? diagnostic : others);
      while (m.find()) {
        String ip = String.valueOf(m.group("ip"));
        if (IpAddress.parse(ip).isPresent()) {
          return ip;
        }
      }
    }
    return null;
  }

  /** A list that no data file knows, named by its DNS zone. */
  static @Nullable String zone(String diagnostic) {
    Matcher m = ZONE.matcher(diagnostic);
    return m.find() ? Patterns.trimmed(m.group(1)).toLowerCase(Locale.ROOT) : null;
  }

  private static Pattern form(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }
}
