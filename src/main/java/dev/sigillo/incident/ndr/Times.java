package dev.sigillo.incident.ndr;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.james.mime4j.field.datetime.parser.DateTimeParser;
import org.apache.james.mime4j.field.datetime.parser.ParseException;
import org.apache.james.mime4j.field.datetime.parser.TokenMgrError;
import org.jspecify.annotations.Nullable;

/** Dates of RFC 5322 as UTC; what is no date is no time. */
final class Times {
  private Times() {}

  static @Nullable Instant of(@Nullable String date) {
    if (date == null || date.isBlank() || date.length() > 200) {
      return null;
    }
    try {
      return new DateTimeParser(new StringReader(date)).parseAll().getDate().toInstant();
    } catch (ParseException | TokenMgrError | DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  /** The first that is a date. */
  static @Nullable Instant firstOf(@Nullable String... dates) {
    for (String date : dates) {
      Instant time = of(date);
      if (time != null) {
        return time;
      }
    }
    return null;
  }
}
