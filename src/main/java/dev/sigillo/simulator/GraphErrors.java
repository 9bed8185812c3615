package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Errors as Graph words them. */
final class GraphErrors {
  private GraphErrors() {}

  static Answer error(Call call, int status, String code, String message) {
    String request = requestId(call);
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error").put("code", code).put("message", message);
    error
        .putObject("innerError")
        .put("date", "2026-11-24T03:00:00")
        .put("request-id", request)
        .put("client-request-id", call.header("client-request-id", request));
    return Answer.json(status, body.toString().getBytes(StandardCharsets.UTF_8))
        .with("request-id", request)
        .with("client-request-id", call.header("client-request-id", request));
  }

  static Answer throttled(Call call) {
    return error(call, 429, "TooManyRequests", "Too Many Requests");
  }

  /** An id that follows from the request. */
  static String requestId(Call call) {
    return UUID.nameUUIDFromBytes(
            (call.method() + call.path() + call.query()).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
