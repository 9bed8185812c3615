package dev.sigillo.mailauth.spf;

/**
 * A macro, {@code %{ir}} (RFC 7208 section 7).
 *
 * @param letter lower case: s l o d i p v h, and c r t in explanations
 * @param escaped whether the letter was upper case, so that the value is URL-escaped
 * @param keep how many parts to keep, counted from the right; 0 for all
 * @param reverse whether the parts are put in reverse order first
 * @param delimiters the characters that part the value; never empty
 */
public record Macro(char letter, boolean escaped, int keep, boolean reverse, String delimiters)
    implements MacroString.Part {

  /** Delimiter where none is written. */
  static final String DOT = ".";

  @Override
  public String toString() {
    return "%{"
        + (escaped ? Character.toUpperCase(letter) : letter)
        + (keep == 0 ? "" : keep)
        + (reverse ? "r" : "")
        + (delimiters.equals(DOT) ? "" : delimiters)
        + "}";
  }
}
