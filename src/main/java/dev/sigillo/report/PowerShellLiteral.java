package dev.sigillo.report;

/**
 * Foreign text as PowerShell takes it for data: a string in single quotes, in which every quote
 * that PowerShell takes for one is doubled. Characters that do not show are added by number, so
 * that the script stays readable line by line and no name changes how the next words look.
 */
final class PowerShellLiteral {
  private static final String QUOTES = "'\u2018\u2019\u201A\u201B";

  private PowerShellLiteral() {}

  static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  /** An expression whose value is exactly the text. */
  static String of(String text) {
    StringBuilder out = new StringBuilder("'");
    boolean[] sum = {false};
    text.codePoints()
        .forEach(
            c -> {
              if (Unseen.is(c)) {
                sum[0] = true;
                out.append('\'');
                for (char unit : Character.toChars(c)) {
                  out.append(" + [char]0x").append(Unseen.hex(unit));
                }
                out.append(" + '");
                return;
              }
              if (Character.isBmpCodePoint(c) && isQuote((char) c)) {
                out.appendCodePoint(c);
              }
              out.appendCodePoint(c);
            });
    out.append('\'');
    return sum[0] ? "(" + out + ")" : out.toString();
  }
}
