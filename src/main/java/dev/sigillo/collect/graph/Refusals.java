package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Graph means when it does not answer. */
final class Refusals {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST = 500;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

  /** Words by which Graph says that a licence is missing; it has no code for that. */
  private static final List<String> LICENCE =
      List.of("nonpremiumtenant", "premium", "licens", "licenc");

  /** Words of a 400 that mean a page link. */
  private static final List<String> PAGE = List.of("pagetoken", "skiptoken", "page token");

  private Refusals() {}

  /**
   * The headers of an answer, or of one inside a batch.
   *
   * @param retryAfter seconds or a date, as sent
   * @param date the service's own
   */
  record Headers(@Nullable String retryAfter, @Nullable String date) {}

  /**
   * What a status means.
   *
   * @param body as far as it was read
   * @param page whether a page link was followed
   */
  static ServiceException of(int status, byte[] body, Headers headers, boolean page) {
    JsonNode error = error(body);
    String code = error.path("code").asText("");
    String words = (code + " " + error.path("message").asText("")).strip();
    String message = (status + " " + line(words)).strip();
    String lower = words.toLowerCase(Locale.ROOT);
    return new ServiceException(kind(status, lower, page), message, wait(headers));
  }

  private static Kind kind(int status, String words, boolean page) {
    boolean licence = has(words, LICENCE);
    if (status == 401) {
      return Kind.UNAUTHORIZED;
    } else if (status == 403) {
      return licence ? Kind.UNLICENSED : Kind.FORBIDDEN;
    } else if (status == 429 || status == 509) {
      return Kind.THROTTLED;
    } else if (status == 408 || status == 423 || status == 424 || status >= 500) {
      return Kind.UNAVAILABLE;
    } else if (status == 400 && licence) {
      return Kind.UNLICENSED;
    } else if (status == 410
        || (page && (status == 400 || status == 404))
        || (status == 400 && has(words, PAGE))) {
      return Kind.CURSOR_EXPIRED;
    } else if (status == 404) {
      return Kind.NOT_FOUND;
    }
    return status >= 400 ? Kind.BAD_REQUEST : Kind.BROKEN;
  }

  private static boolean has(String words, List<String> any) {
    return any.stream().anyMatch(words::contains);
  }

  private static JsonNode error(byte[] body) {
    try {
      JsonNode tree = MAPPER.readTree(body);
      return tree == null ? MAPPER.missingNode() : tree.path("error");
    } catch (IOException e) {
      return MAPPER.missingNode();
    }
  }

  /** How long to wait: seconds, or a date that is measured from the answer's own. */
  private static @Nullable Duration wait(Headers headers) {
    String text = headers.retryAfter();
    if (text == null) {
      return null;
    }
    try {
      Duration wait =
          text.strip().matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text.strip()))
              : Duration.between(date(headers.date()), date(text));
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static ZonedDateTime date(@Nullable String text) {
    return ZonedDateTime.parse(
        text == null ? "" : text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  /** Words of others on one line, and not too many. */
  static String line(String words) {
    String line = UNPRINTABLE.matcher(words).replaceAll(" ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
