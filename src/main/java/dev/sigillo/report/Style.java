package dev.sigillo.report;

/**
 * How the template sets a text, so that lines can be broken.
 *
 * @param band name of the template's band
 * @param size of the type, in points
 * @param width of a line, in points
 * @param around what the band adds to the lines, in points
 * @param heads whether it says what comes next, and stands on the same page
 */
record Style(String band, Typeface face, double size, int width, int around, boolean heads) {
  /** Width of the text on a page, in points. */
  private static final int PAGE = 511;

  static final Style SECTION = new Style("section", Typeface.BOLD, 20, PAGE, 30, true);
  static final Style HEADING = new Style("heading", Typeface.BOLD, 12.5, PAGE, 15, true);
  static final Style LABEL = new Style("label", Typeface.SEMIBOLD, 8, PAGE, 10, true);
  static final Style LEAD = new Style("lead", Typeface.TEXT, 10.5, PAGE, 6, false);
  static final Style PARA = new Style("para", Typeface.TEXT, 9, PAGE, 5, false);
  static final Style SMALL = new Style("small", Typeface.TEXT, 7.5, PAGE, 5, true);
  static final Style CALLOUT = new Style("callout", Typeface.TEXT, 9, PAGE - 20, 22, false);
  static final Style CODE = new Style("code", Typeface.CODE, 7.5, PAGE - 16, 20, false);
  static final Style COMMAND = new Style("command", Typeface.CODE, 7.5, PAGE - 16, 20, false);

  /** The most that a line takes, in heights of its type. */
  private static final double LEADING = 1.4;

  private static final double HEAD_LEADING = 1.25;

  /** The text with everything in it visible and its lines broken. */
  String lines(String text) {
    return Lines.broken(Visible.text(text), face, size, width);
  }

  /** Height of the band with lines that are broken already, in points. */
  double height(String lines) {
    double leading = heads ? HEAD_LEADING : LEADING;
    return (lines.chars().filter(c -> c == '\n').count() + 1) * size * leading + around;
  }
}
