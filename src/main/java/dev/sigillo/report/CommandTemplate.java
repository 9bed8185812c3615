package dev.sigillo.report;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A control's command with {@code {subject}} and {@code {key}}.
 *
 * @param text the command as the control has it
 */
record CommandTemplate(String text) {
  private static final Pattern CMDLET =
      Pattern.compile("(?:^|[\\s({;|=])[A-Z][A-Za-z]*-[A-Z][A-Za-z]+", Pattern.MULTILINE);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:subject|key)}");
  private static final Pattern ROW_NUMBER = Pattern.compile("#\\d+");
  private static final String DOUBLE_QUOTES = "\"\u201C\u201D\u201E";

  /** Whether it speaks of a subject; otherwise it is run once for the tenant. */
  boolean perSubject() {
    return PLACEHOLDER.matcher(text).find();
  }

  /**
   * Whether it can stand in a script: it calls a cmdlet (a DNS record does not), and every
   * placeholder stands where a literal is a literal, outside strings and before any comment. A
   * {@code #} or a here-string before a placeholder counts as no: the answer errs on the safe side.
   */
  boolean runnable() {
    return CMDLET.matcher(text).find() && placeholdersStandFree();
  }

  private boolean placeholdersStandFree() {
    boolean single = false;
    boolean twofold = false;
    boolean doubtful = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (PLACEHOLDER.matcher(text).region(i, text.length()).lookingAt()) {
        if (single || twofold || doubtful) {
          return false;
        }
      } else if (PowerShellLiteral.isQuote(c) && !twofold) {
        doubtful |= !single && i > 0 && text.charAt(i - 1) == '@';
        single = !single;
      } else if (DOUBLE_QUOTES.indexOf(c) >= 0 && !single) {
        doubtful |= !twofold && i > 0 && text.charAt(i - 1) == '@';
        twofold = !twofold;
      } else if (c == '`' && !single) {
        i++;
      } else if (c == '#' && !single && !twofold) {
        doubtful = true;
      }
    }
    return true;
  }

  /** The command for one subject, its name and key as quoted literals. */
  String forSubject(String subject, String key) {
    return Placeholders.fill(
        text,
        Map.of(
            "subject", PowerShellLiteral.of(subject),
            "key", PowerShellLiteral.of(identity(subject, key))));
  }

  /** The same for reading, not for running. */
  String toRead(String subject, String key) {
    return Placeholders.fill(
        text,
        Map.of("subject", Unseen.shown(subject), "key", Unseen.shown(identity(subject, key))));
  }

  /** The key where the service gives one; a row known by its number only has nothing but a name. */
  private static String identity(String subject, String key) {
    return ROW_NUMBER.matcher(key).matches() ? subject : key;
  }
}
