package dev.sigillo.report;

import java.text.MessageFormat;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts a reason into words: a code of Sigillo's own, such as {@code sigillo:file-missing|Get-User},
 * in the report's language; what the service or another program said word for word, as a quotation.
 */
public final class Said {
  private static final String OWN = "sigillo:";

  private final Words words;

  Said(Words words) {
    this.words = words;
  }

  /** The reason in English, without quotation marks, for a terminal. */
  public static String plainly(String reason) {
    return reason.startsWith(OWN) ? new Said(new Words("en")).of(reason) : reason;
  }

  /** The reason as a sentence or quotation; empty when there is none. */
  String of(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      return "";
    }
    if (reason.startsWith(OWN)) {
      String[] parts = reason.substring(OWN.length()).split("\\|", -1);
      String key = "note." + parts[0];
      Object[] values = Arrays.copyOfRange(parts, 1, parts.length, Object[].class);
      if (words.has(key) && values(key) == values.length) {
        return words.say(key, values);
      }
    }
    return words.say("quoted", reason.strip());
  }

  private int values(String key) {
    return new MessageFormat(words.say(key)).getFormatsByArgumentIndex().length;
  }
}
