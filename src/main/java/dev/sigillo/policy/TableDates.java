package dev.sigillo.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a table that Excel wrote in the user's own notation. Day or month first? All cells
 * follow the same order, so one that leaves no choice (a 15 is no month) decides for all of them;
 * without one, a date that could be two is refused.
 */
final class TableDates {
  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
  private static final Pattern DOTS = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");

  private boolean dayFirst;
  private boolean monthFirst;

  /** Learns the order from a cell. */
  void learn(String cell) {
    Matcher slashes = SLASHES.matcher(cell);
    if (slashes.matches()) {
      dayFirst |= Integer.parseInt(slashes.group(1)) > 12;
      monthFirst |= Integer.parseInt(slashes.group(2)) > 12;
    }
  }

  /** The day in a cell. */
  LocalDate read(Place place, String column, String cell) {
    Matcher iso = ISO.matcher(cell);
    Matcher dots = DOTS.matcher(cell);
    Matcher slashes = SLASHES.matcher(cell);
    LocalDate date = null;
    if (iso.matches()) {
      date = day(iso.group(1), iso.group(2), iso.group(3));
    } else if (dots.matches()) {
      date = day(dots.group(3), dots.group(2), dots.group(1));
    } else if (slashes.matches()) {
      LocalDate european = day(slashes.group(3), slashes.group(2), slashes.group(1));
      LocalDate american = day(slashes.group(3), slashes.group(1), slashes.group(2));
      if (european == null || american == null || european.equals(american)) {
        date = european == null ? american : european;
      } else if (dayFirst == monthFirst) {
        throw place.error(
            "'%s' is '%s', which could be two days; allowed: %s", column, cell, Words.A_DATE);
      } else {
        date = dayFirst ? european : american;
      }
    }
    if (date == null) {
      throw place.error("'%s' is '%s'; allowed: %s", column, cell, Words.A_DATE);
    }
    return date;
  }

  private static @Nullable LocalDate day(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
