package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Errors as Exchange's admin REST words them. */
final class ExchangeErrors {
  private static final int NULS = 4096;

  private ExchangeErrors() {}

  /** 403 whose body is NUL bytes: a directory role is missing, or the cmdlet is not in it. */
  static Answer forbidden() {
    return Answer.of(403, Answer.JSON, new byte[NULS]);
  }

  /** 401 without a body: the token is missing, expired, or has no role of the application's. */
  static Answer unauthorized() {
    return Answer.of(401, "text/html", new byte[0])
        .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  }

  /** 400 whose words say nothing; what happened is inside. */
  static Answer invalidOperation(String words, String type) {
    ObjectNode body = Json.object();
    ObjectNode error =
        body.putObject("error").put("code", "BadRequest").put("message", "Invalid Operation");
    ObjectNode inner =
        error
            .putObject("innererror")
            .put("message", "Invalid Operation")
            .put("type", "Microsoft.Exchange.Admin.OData.Core.ODataServiceException")
            .put("stacktrace", "   at Microsoft.Exchange.AdminApi.CommandInvocation(...)");
    inner
        .putObject("internalexception")
        .put("message", words)
        .put("type", type)
        .put("stacktrace", "");
    return json(400, body);
  }

  static Answer expiredPage() {
    return invalidOperation(
        "Expired or Invalid pagination request. Default Expiry time is 00:30:00",
        "System.Exception");
  }

  /** A cmdlet that ran and failed. */
  static Answer refused(ServiceRefusal refusal) {
    if (refusal.status() != 404) {
      return invalidOperation(refusal.words(), refusal.code());
    }
    ObjectNode body = Json.object();
    ObjectNode error =
        body.putObject("error").put("code", "NotFound").put("message", "Error executing request. ");
    error
        .putArray("details")
        .addObject()
        .put("code", "Context")
        .put("target", "")
        .put("message", "Ex6F9304|" + refusal.code() + "|" + refusal.words());
    ObjectNode inner =
        error
            .putObject("innererror")
            .put("message", "Error executing cmdlet")
            .put("type", "Microsoft.Exchange.Admin.OData.Core.ODataServiceException");
    String thrown =
        "Microsoft.Exchange.Management.PSDirectInvoke.DirectInvokeCmdletExecutionException";
    inner
        .putObject("internalexception")
        .put("message", "Exception of type '" + thrown + "' was thrown.")
        .put("type", thrown);
    error.put("adminapi.warnings@odata.type", "#Collection(String)");
    error.putArray("@adminapi.warnings");
    return json(404, body);
  }

  static Answer throttled() {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", "TooManyRequests").put("message", "Too Many Requests");
    return json(429, body);
  }

  static Answer json(int status, ObjectNode body) {
    return Answer.json(status, body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
