package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Refusals as Entra words them, with their AADSTS codes. */
final class EntraErrors {
  private EntraErrors() {}

  static Answer unknownTenant(Call call, String named) {
    return error(
        call,
        400,
        "invalid_request",
        90002,
        "Tenant '"
            + named
            + "' not found. Check to make sure you have the correct tenant ID and are signing into"
            + " the correct cloud. Check with your subscription administrator, this may happen if"
            + " there are no active subscriptions for the tenant.");
  }

  static Answer unknownApplication(Call call, Map<String, String> form, String directory) {
    return error(
        call,
        400,
        "unauthorized_client",
        700016,
        "Application with identifier '"
            + form.getOrDefault("client_id", "")
            + "' was not found in the directory '"
            + directory
            + "'. This can happen if the application has not been installed by the administrator"
            + " of the tenant or consented to by any user in the tenant. You may have sent your"
            + " authentication request to the wrong tenant.");
  }

  static Answer unknownResource(Call call, Map<String, String> form, String directory) {
    return error(
        call,
        400,
        "invalid_resource",
        500011,
        "The resource principal named "
            + form.getOrDefault("scope", "")
            + " was not found in the tenant named "
            + directory
            + ".");
  }

  static Answer error(Call call, int status, String kind, int code, String words) {
    String stamp = call.at().toString().substring(0, 19).replace('T', ' ') + "Z";
    ObjectNode body = Json.object().put("error", kind);
    body.put(
        "error_description",
        "AADSTS"
            + code
            + ": "
            + words
            + " Trace ID: 00000000-0000-0000-0000-000000000001 Correlation ID:"
            + " 00000000-0000-0000-0000-000000000002 Timestamp: "
            + stamp);
    ArrayNode codesOf = body.putArray("error_codes");
    codesOf.add(code);
    body.put("timestamp", stamp)
        .put("trace_id", "00000000-0000-0000-0000-000000000001")
        .put("correlation_id", "00000000-0000-0000-0000-000000000002")
        .put("error_uri", "https://login.microsoftonline.com/error?code=" + code);
    return json(status, body);
  }

  static Answer json(int status, ObjectNode body) {
    return Answer.json(status, body.toString().getBytes(StandardCharsets.UTF_8))
        .with("Cache-Control", "no-store, no-cache");
  }
}
