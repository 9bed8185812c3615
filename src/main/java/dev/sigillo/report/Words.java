package dev.sigillo.report;

import dev.sigillo.assessment.Outcome;
import dev.sigillo.control.Area;
import dev.sigillo.control.Severity;
import dev.sigillo.control.Text;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The report's own words in one language; their only home is {@code reports/text_*.properties}. */
final class Words {
  private final String language;
  private final Locale locale;
  private final Properties words = new Properties();

  Words(String language) {
    this(language, "text");
  }

  private Words(String language, String... files) {
    this.language = language;
    this.locale = language.equals("it") ? Locale.ITALY : Locale.UK;
    for (String file : files) {
      load("reports/" + file + "_" + language + ".properties");
    }
  }

  /** With the words of an incident's dossier beside those of the report. */
  static Words dossier(String language) {
    return new Words(language, "text", "dossier");
  }

  private void load(String resource) {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                Words.class.getClassLoader().getResourceAsStream(resource), resource),
            StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String language() {
    return language;
  }

  Locale locale() {
    return locale;
  }

  /** A sentence, with {@code {0}} and so on filled in; numbers as the language writes them. */
  String say(String key, Object... values) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no words for '" + key + "' in " + language);
    }
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }

  /** Words for a name where there are any, else the name itself. */
  String orSelf(String prefix, String name) {
    return orSelf(prefix, name, name);
  }

  String orSelf(String prefix, String name, String otherwise) {
    return words.getProperty(prefix + name, otherwise);
  }

  /** Whether there are words for it. */
  boolean has(String key) {
    return words.containsKey(key);
  }

  String say(Text text) {
    return text.in(language);
  }

  /** A text somebody states; says so when they do not. */
  String stated(@Nullable Object value) {
    return value == null || value.toString().isBlank() ? say("not-stated") : value.toString();
  }

  /** A text somebody states, as a sentence that ends. */
  String ended(@Nullable String value) {
    String text = stated(value).strip();
    return ".!?…".indexOf(text.charAt(text.length() - 1)) < 0 ? text + "." : text;
  }

  String outcome(Outcome outcome) {
    return say("outcome." + outcome);
  }

  /** The outcome with its sign. */
  String marked(Outcome outcome) {
    return say("mark." + outcome) + " " + outcome(outcome);
  }

  String severity(Severity severity) {
    return say("severity." + severity);
  }

  String area(Area area) {
    return say("area." + area);
  }

  String date(@Nullable LocalDate date) {
    if (date == null) {
      return say("not-stated");
    }
    String pattern = say(date.getDayOfMonth() == 1 ? "pattern.date.first" : "pattern.date");
    return DateTimeFormatter.ofPattern(pattern, locale).format(date);
  }

  /** A moment in the policy's time zone, which it names. */
  String time(@Nullable Instant instant, ZoneId zone) {
    return instant == null
        ? say("not-stated")
        : DateTimeFormatter.ofPattern(say("pattern.time"), locale).format(instant.atZone(zone));
  }

  String number(long value) {
    return String.format(locale, "%,d", value);
  }

  /** A fraction as it is, and rounded down to a tenth beside it. */
  String exact(String fraction) {
    return fraction.contains("/")
        ? say("exact", fraction, decimal(Fractions.tenth(fraction)))
        : fraction;
  }

  String decimal(@Nullable Object value) {
    if (value == null) {
      return "–";
    }
    String text = value.toString();
    return language.equals("it") ? text.replace('.', ',') : text;
  }
}
