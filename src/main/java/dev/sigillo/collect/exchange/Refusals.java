package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What Exchange's refusals mean. */
final class Refusals {
  private static final int MOST_CHARACTERS = 500;
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+(\\.[\\w-]*)?");
  private static final Pattern NOT_WORDS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
  private static final Pattern LICENCE =
      Pattern.compile("licen[cs]e|isn't available in your organization", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_EXPOSED =
      Pattern.compile(
          "is not recognized as (the name of )?a|access is denied|insufficient permission"
              + "|isn't within|not authorized|UnauthorizedAccess",
          Pattern.CASE_INSENSITIVE);

  private Refusals() {}

  /** A refusal by status, headers and body. */
  static ServiceException of(int status, Map<String, String> headers, @Nullable JsonNode error) {
    String words = words(error);
    return new ServiceException(
        kind(status, words, error),
        "HTTP " + status + (words.isEmpty() ? "" : ": " + words),
        pause(headers));
  }

  /** An answer that makes no sense, or none. */
  static ServiceException broken(String host, IOException e) {
    return new ServiceException(Kind.BROKEN, host + ": " + line(said(e)));
  }

  /** The innermost words about a certificate, else the outermost. */
  private static String said(Throwable e) {
    String said = null;
    for (Throwable one = e; one != null; one = one.getCause()) {
      if (said == null || e instanceof SSLException) {
        said = one.getMessage() == null ? said : one.getMessage();
      }
    }
    return said == null ? e.getClass().getSimpleName() : said;
  }

  private static Kind kind(int status, String words, @Nullable JsonNode error) {
    if (status == 401) {
      return Kind.UNAUTHORIZED;
    } else if (status == 429) {
      return Kind.THROTTLED;
    } else if (status >= 500 || status == 408) {
      return Kind.UNAVAILABLE;
    } else if (words.contains("pagination request")) {
      return Kind.CURSOR_EXPIRED;
    } else if (LICENCE.matcher(words).find()) {
      return Kind.UNLICENSED;
    } else if (status == 403 || NOT_EXPOSED.matcher(words).find()) {
      return Kind.FORBIDDEN;
    } else if (status == 404 || text(error).contains("ManagementObjectNotFoundException")) {
      return Kind.NOT_FOUND;
    }
    return Kind.BAD_REQUEST;
  }

  private static String text(@Nullable JsonNode error) {
    return error == null ? "" : error.toString();
  }

  /** What happened stands deep inside; the outermost words say nothing. */
  private static String words(@Nullable JsonNode error) {
    if (error == null) {
      return "";
    }
    JsonNode inner = error.path("innererror");
    String[] best = {
      error.path("details").path(0).path("message").asText(""),
      inner.path("internalexception").path("message").asText(""),
      inner.path("message").asText(""),
      error.path("message").asText(""),
      error.path("code").asText("")
    };
    for (String one : best) {
      String text = one.substring(one.lastIndexOf('|') + 1).strip();
      if (!text.isEmpty() && !text.startsWith("Exception of type")) {
        return line(text);
      }
    }
    return "";
  }

  /** On one line, not too long, and without a token. */
  static String line(String text) {
    String line = NOT_WORDS.matcher(TOKEN.matcher(text).replaceAll("…")).replaceAll(" ").strip();
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
  }

  /** Seconds or a date, which is compared with the service's own clock. */
  private static @Nullable Duration pause(Map<String, String> headers) {
    Map<String, String> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    any.putAll(headers);
    String asked = any.get("Retry-After");
    if (asked == null) {
      return null;
    }
    String text = asked.strip();
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    Instant now = date(any.get("Date"));
    Instant then = date(text);
    if (now == null || then == null) {
      return null;
    }
    return then.isBefore(now) ? Duration.ZERO : Duration.between(now, then);
  }

  /** A header's date (RFC 9110 section 5.6.7); null when it is none. */
  static @Nullable Instant date(@Nullable String text) {
    try {
      return text == null
          ? null
          : DateTimeFormatter.RFC_1123_DATE_TIME
              .withLocale(Locale.ROOT)
              .parse(text.strip(), Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
