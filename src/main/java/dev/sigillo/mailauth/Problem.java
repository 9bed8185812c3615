package dev.sigillo.mailauth;

/**
 * Something wrong with, or remarkable in, what a name publishes. Whether it matters is for a rule
 * to say.
 *
 * @param code what
 * @param name the name asked, as {@link Question} writes names; empty for a record that was parsed
 *     on its own
 * @param at octets of the joined text before it; -1 when it concerns no place in a text
 * @param text the offending text, shortened, octets outside printable ASCII as {@code \DDD}; may be
 *     empty
 */
public record Problem(ProblemCode code, String name, int at, String text) {
  private static final int LONGEST = 80;

  public Problem {
    text = shown(text);
  }

  /** A problem of a whole name. */
  public static Problem of(ProblemCode code, String name, String text) {
    return new Problem(code, name, -1, text);
  }

  /** The same problem, found at a name. */
  public Problem at(String where) {
    return new Problem(code, where, at, text);
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (shown.length() >= LONGEST) {
        return shown.append('…').toString();
      }
      char c = text.charAt(i);
      if (c >= ' ' && c <= '~') {
        shown.append(c);
      } else {
        shown.append('\\').append(c / 100 % 10).append(c / 10 % 10).append(c % 10);
      }
    }
    return shown.toString();
  }
}
