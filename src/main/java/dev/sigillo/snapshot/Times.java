package dev.sigillo.snapshot;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and time spans as .NET, PowerShell, Excel and Graph write them; no zone means UTC. */
final class Times {
  private static final Pattern EPOCH_MILLIS =
      Pattern.compile("\\\\?/Date\\((-?\\d{1,15})([+-]\\d{4})?\\)\\\\?/");
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)"
              + "\\s?(Z|[+-]\\d\\d:?\\d\\d)?)?");
  private static final Pattern LOCAL =
      Pattern.compile(
          "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})"
              + "(?:,? (\\d{1,2})[:.](\\d\\d)(?:[:.](\\d\\d))?(?:\\s([AaPp])\\.?[Mm]\\.?)?)?");
  private static final Pattern TIME_SPAN =
      Pattern.compile("(-)?(?:(\\d{1,8})\\.)?(\\d{1,2}):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,7}))?");

  private Times() {}

  /** The instant, or nothing when the text is no date or could be two. */
  static Optional<Instant> instant(String text) {
    try {
      Matcher epoch = EPOCH_MILLIS.matcher(text);
      if (epoch.matches()) {
        return Optional.of(Instant.ofEpochMilli(Long.parseLong(epoch.group(1))));
      }
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        String time = iso.group(2) == null ? "00:00" : iso.group(2);
        String zone = iso.group(3) == null ? "Z" : iso.group(3);
        LocalDateTime local = LocalDate.parse(iso.group(1)).atTime(LocalTime.parse(time));
        return Optional.of(OffsetDateTime.of(local, ZoneOffset.of(zone)).toInstant());
      }
      Matcher written = LOCAL.matcher(text);
      return written.matches() ? local(written) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Day and month in either order: only when one order is possible, or both mean the same. */
  private static Optional<Instant> local(Matcher written) {
    int first = Integer.parseInt(written.group(1));
    int second = Integer.parseInt(written.group(2));
    int year = Integer.parseInt(written.group(3));
    if (first <= 12 && second <= 12 && first != second) {
      return Optional.empty();
    }
    LocalDate date =
        first > 12 ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
    return Optional.of(date.atTime(time(written)).toInstant(ZoneOffset.UTC));
  }

  private static LocalTime time(Matcher written) {
    if (written.group(4) == null) {
      return LocalTime.MIDNIGHT;
    }
    int hour = Integer.parseInt(written.group(4));
    if (written.group(7) != null) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("no such hour");
      }
      hour = hour % 12 + (written.group(7).toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
    }
    int second = written.group(6) == null ? 0 : Integer.parseInt(written.group(6));
    return LocalTime.of(hour, Integer.parseInt(written.group(5)), second);
  }

  /** A .NET time span such as {@code 90.00:00:00}, or an ISO 8601 duration. */
  static Optional<Duration> duration(String text) {
    Matcher span = TIME_SPAN.matcher(text);
    if (!span.matches()) {
      try {
        return text.startsWith("P") ? Optional.of(Duration.parse(text)) : Optional.empty();
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    long days = span.group(2) == null ? 0 : Long.parseLong(span.group(2));
    int hours = Integer.parseInt(span.group(3));
    int minutes = Integer.parseInt(span.group(4));
    int seconds = Integer.parseInt(span.group(5));
    if (hours > 23 || minutes > 59 || seconds > 59) {
      return Optional.empty();
    }
    String fraction = span.group(6) == null ? "" : span.group(6);
    long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
    Duration length =
        Duration.ofDays(days)
            .plusHours(hours)
            .plusMinutes(minutes)
            .plusSeconds(seconds)
            .plusNanos(nanos);
    return Optional.of(span.group(1) == null ? length : length.negated());
  }
}
