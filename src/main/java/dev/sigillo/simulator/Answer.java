package dev.sigillo.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A response, and how it goes over the wire.
 *
 * @param headers other than {@code Content-Type} and {@code Content-Length}
 * @param stall how long {@link Delivery#STALL} keeps the connection open
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares answers
record Answer(
    int status,
    Map<String, String> headers,
    String contentType,
    byte[] body,
    Delivery delivery,
    Duration stall) {

  static final String JSON = "application/json; charset=utf-8";

  /** How a response goes over the wire. */
  enum Delivery {
    WHOLE,
    /** Nothing goes: the connection is reset. */
    RESET,
    /** Half of it goes, and then the connection closes. */
    CUT_SHORT,
    /** Half of it goes, and then nothing for a while. */
    STALL
  }

  static Answer of(int status, String contentType, byte[] body) {
    return new Answer(status, Map.of(), contentType, body, Delivery.WHOLE, Duration.ZERO);
  }

  static Answer json(int status, byte[] body) {
    return of(status, JSON, body);
  }

  static Answer text(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer redirect(String location) {
    return of(302, "text/html", new byte[0]).with("Location", location);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, contentType, body, delivery, stall);
  }

  Answer delivered(Delivery how, Duration howLong) {
    return new Answer(status, headers, contentType, body, how, howLong);
  }
}
