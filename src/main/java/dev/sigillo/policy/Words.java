package dev.sigillo.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How values that stand for something are written, in policies and in tables. */
final class Words {
  static final String A_DATE = "a date such as 2026-11-24";
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Words() {}

  /** How an enum's constants are written: in lower case. */
  static <E extends Enum<E>> List<String> all(Class<E> type) {
    return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
        .map(Words::written)
        .toList();
  }

  /** The constant that is written so; null when none is. */
  static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String word) {
    return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
        .filter(constant -> written(constant).equals(word))
        .findFirst()
        .orElse(null);
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A day in ISO form; null when the text is none. */
  static @Nullable LocalDate date(String text) {
    try {
      return DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
