package dev.sigillo.report;

/**
 * Text as it may stand in a cell: a spreadsheet shows it and never runs it. Text that begins like a
 * formula, also behind spaces or quotes, gets an apostrophe in front; what does not show is shown.
 */
public final class CsvCell {
  /** Signs that begin a formula; East Asian spreadsheets take the wide ones too. */
  private static final String FORMULA = "=+-@＝＋－＠";

  private static final String QUOTES = "'\"‘’“”";

  private CsvCell() {}

  /** The text, made harmless. */
  public static String of(String text) {
    String shown = Unseen.shown(text);
    return beginsLikeFormula(text) ? "'" + shown : shown;
  }

  private static boolean beginsLikeFormula(String text) {
    if (text.startsWith("\t") || text.startsWith("\r")) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (FORMULA.indexOf(c) >= 0) {
        return true;
      }
      boolean skipped =
          Character.isSpaceChar(c) || Character.isWhitespace(c) || QUOTES.indexOf(c) >= 0;
      if (!skipped && !Unseen.is(c)) {
        return false;
      }
    }
    return false;
  }
}
