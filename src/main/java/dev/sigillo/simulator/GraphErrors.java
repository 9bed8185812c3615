package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
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
        .put("date", call.at().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""))
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
    long print = call.path().hashCode() * 31L + call.query().hashCode();
    return new UUID(Faults.mixed(print), Faults.mixed(~print)).toString();
  }
}
