package dev.sigillo.report;

import java.util.regex.Pattern;

/**
 * Where a line may end. JasperReports breaks after any hyphen, full stop or colon, which tears ids
 * and times apart; so lines are broken here, at spaces. Only a word that is longer than a line is
 * broken inside: after a slash or comma if it can be, then at punctuation or before a capital, and
 * in the last resort anywhere.
 */
final class Lines {
  /** JasperReports and this class may measure a hair differently. */
  private static final double SAFETY = 0.6;

  private static final Pattern WORDS = Pattern.compile("(?<= )(?! )");
  private static final String AFTER = "/,;|&\\";
  private static final String AROUND = "-_.:=?+)]}>";

  private final Typeface face;
  private final double size;
  private final double width;
  private final StringBuilder out = new StringBuilder();
  private double at;

  private Lines(Typeface face, double size, double width) {
    this.face = face;
    this.size = size;
    this.width = width - SAFETY;
  }

  /** The text with a line feed wherever a line must end; every character of it is kept. */
  static String broken(String text, Typeface face, double size, double width) {
    if (text.length() < 16 && face.width(text, size) < width - SAFETY) {
      return text;
    }
    Lines lines = new Lines(face, size, width);
    String[] paragraphs = text.split("\n", -1);
    for (int i = 0; i < paragraphs.length; i++) {
      if (i > 0) {
        lines.feed();
      }
      for (String word : WORDS.splitAsStream(paragraphs[i]).toList()) {
        lines.word(word);
      }
    }
    return lines.out.toString();
  }

  /** The text on one line, its end left out where there is no room; for running heads. */
  static String single(String text, Typeface face, double size, double width) {
    if (face.width(text, size) <= width - SAFETY) {
      return text;
    }
    int fits = fitting(text, (width - SAFETY) / size - face.width('…'), face);
    return text.substring(0, fits).strip() + "…";
  }

  private void word(String word) {
    double whole = face.width(word.stripTrailing(), size);
    if (at + whole > width && at > 0) {
      feed();
    }
    String rest = word;
    while (face.width(rest.stripTrailing(), size) > width) {
      int end = breakIn(rest, fitting(rest, width / size, face));
      out.append(rest, 0, end);
      feed();
      rest = rest.substring(end);
    }
    out.append(rest);
    at += face.width(rest, size);
  }

  private void feed() {
    out.append('\n');
    at = 0;
  }

  /** The best place to break a word of which so many characters fit. */
  private static int breakIn(String word, int fits) {
    int least = Math.max(1, fits / 3);
    for (int i = fits; i > least; i--) {
      if (AFTER.indexOf(word.charAt(i - 1)) >= 0 || word.charAt(i) == '@') {
        return i;
      }
    }
    for (int i = fits; i > least; i--) {
      char before = word.charAt(i - 1);
      boolean hump = Character.isLowerCase(before) && Character.isUpperCase(word.charAt(i));
      if (hump || AROUND.indexOf(before) >= 0) {
        return i;
      }
    }
    return fits;
  }

  /** How many characters fit, at least one; in lines one unit high. */
  private static int fitting(String text, double room, Typeface face) {
    double used = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      used += face.width(c);
      if (used > room) {
        break;
      }
      i += Character.charCount(c);
    }
    return Math.max(i, Character.charCount(text.codePointAt(0)));
  }
}
