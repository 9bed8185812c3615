package dev.sigillo.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that arrived, or one that a batch carries.
 *
 * @param origin scheme, host and port it was sent to, without a final slash
 * @param path decoded, with its first slash
 * @param query decoded parameters in their order
 * @param headers by name in lower case
 * @param at when it arrived
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares calls
record Call(
    String origin,
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    Instant at) {

  /** A request whose path and query are as they went over the wire. */
  static Call of(
      String origin,
      String method,
      String target,
      Map<String, String> headers,
      byte[] body,
      Instant at) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    return new Call(
        origin,
        method,
        decoded(path.replace("+", "%2B")),
        parameters(mark < 0 ? "" : target.substring(mark + 1)),
        headers,
        body,
        at);
  }

  /** Parameters of a query or of a form. */
  static Map<String, String> parameters(String text) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        all.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return all;
  }

  /** A header's value, whatever the case of its name. */
  @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** A header's value. */
  String header(String name, String otherwise) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), otherwise);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
