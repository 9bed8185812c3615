package dev.sigillo.incident.trace;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of the first two numbers in {@code 11/05/2026 09:12} is the day. The machine that made the
 * export decides it and does not say so; the dates of a file together often do, since a trace goes
 * 90 days back: it has at most four months, and seldom fewer than five days.
 */
final class DateOrder {
  private static final Pattern LOCAL =
      Pattern.compile(
          "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})"
              + "(?:,? (\\d{1,2})[:.](\\d\\d)(?:[:.](\\d\\d))?(?:[\\s\\u202f]([AaPp])\\.?[Mm]\\.?)?)?");
  private static final int MONTHS_OF_A_TRACE = 4;

  private final BitSet first = new BitSet();
  private final BitSet second = new BitSet();
  private boolean local;
  private boolean different;

  /** Looks at one more date. */
  void see(String date) {
    Matcher m = LOCAL.matcher(date.strip());
    if (m.matches()) {
      local = true;
      first.set(Integer.parseInt(m.group(1)));
      second.set(Integer.parseInt(m.group(2)));
      different |= Integer.parseInt(m.group(1)) != Integer.parseInt(m.group(2));
    }
  }

  /** Whether the order is known, or does not matter. */
  boolean known() {
    return !local || !different || dayFirst() != null;
  }

  /** Whether it is settled by a number that can be no month, so that no more need be seen. */
  boolean settled() {
    return first.length() > 13 || second.length() > 13;
  }

  private @Nullable Boolean dayFirst() {
    boolean firstIsDay = first.length() > 13 || first.cardinality() > MONTHS_OF_A_TRACE;
    boolean secondIsDay = second.length() > 13 || second.cardinality() > MONTHS_OF_A_TRACE;
    return firstIsDay == secondIsDay ? null : (Boolean) firstIsDay;
  }

  /** The date in ISO form, of a local one; any other text as it is. */
  String iso(String date, @Nullable Boolean givenDayFirst, ZoneOffset offset) {
    Matcher m = LOCAL.matcher(date.strip());
    if (!m.matches()) {
      return date;
    }
    Boolean dayFirst = givenDayFirst != null ? givenDayFirst : dayFirst();
    int a = Integer.parseInt(m.group(1));
    int b = Integer.parseInt(m.group(2));
    if (dayFirst == null && a != b) {
      return date;
    }
    boolean day = dayFirst == null || dayFirst;
    try {
      return LocalDateTime.of(
              Integer.parseInt(m.group(3)), day ? b : a, day ? a : b, hour(m), number(m.group(5)))
          .plusSeconds(number(m.group(6)))
          .toInstant(offset)
          .toString();
    } catch (DateTimeException e) {
      return date;
    }
  }

  private static int hour(Matcher m) {
    int hour = number(m.group(4));
    if (m.group(7) == null) {
      return hour;
    }
    return hour % 12 + (m.group(7).toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
