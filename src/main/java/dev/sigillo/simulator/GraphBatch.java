package dev.sigillo.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Graph's {@code $batch}: at most 20 requests, each judged alone, answered in another order. */
final class GraphBatch {
  private static final int MOST = 20;

  private GraphBatch() {}

  static Answer answer(Call call, Graph graph, Throttle throttle) {
    JsonNode requests;
    try {
      requests = Json.MAPPER.readTree(call.body()).path("requests");
    } catch (IOException e) {
      return GraphErrors.error(call, 400, "BadRequest", "Invalid JSON.");
    }
    if (!requests.isArray() || requests.isEmpty() || requests.size() > MOST) {
      return GraphErrors.error(
          call,
          400,
          "BadRequest",
          "Number of batch request steps is " + requests.size() + "; 1 to 20 are allowed.");
    }
    Set<String> ids = new HashSet<>();
    List<Call> calls = new ArrayList<>();
    boolean mail = false;
    for (JsonNode request : requests) {
      if (!ids.add(request.path("id").asText()) || !request.path("id").isTextual()) {
        return GraphErrors.error(call, 400, "BadRequest", "Every request needs an id of its own.");
      }
      calls.add(item(call, request));
      mail |= request.path("url").asText().contains("mailFolders");
    }
    if (mail) {
      int rounds = (calls.size() + Limit.OUTLOOK_AT_ONCE - 1) / Limit.OUTLOOK_AT_ONCE;
      throttle.work(Limit.OUTLOOK.serviceTime().multipliedBy(rounds));
    }
    List<Answer> answers = calls.stream().map(item -> deliverable(item, graph)).toList();
    return Answer.json(200, Json.bytes(json -> write(json, requests, answers)))
        .with("request-id", GraphErrors.requestId(call));
  }

  private static Call item(Call batch, JsonNode request) {
    Map<String, String> headers = new HashMap<>(batch.headers());
    headers.keySet().retainAll(Set.of("authorization", "client-request-id"));
    request
        .path("headers")
        .properties()
        .forEach(
            one -> headers.put(one.getKey().toLowerCase(Locale.ROOT), one.getValue().asText()));
    String url = request.path("url").asText();
    return Call.of(
        batch.origin(),
        request.path("method").asText().toUpperCase(Locale.ROOT),
        "/v1.0" + (url.startsWith("/") ? url : "/" + url),
        headers,
        request.has("body")
            ? request.get("body").toString().getBytes(StandardCharsets.UTF_8)
            : new byte[0],
        batch.at());
  }

  /** A fault of the connection cannot strike inside a batch: the item times out. */
  private static Answer deliverable(Call item, Graph graph) {
    Answer answer = graph.one(item, false);
    boolean json = answer.contentType().startsWith("application/json");
    return answer.delivery() == Answer.Delivery.WHOLE && (json || answer.status() == 302)
        ? answer
        : GraphErrors.error(item, 504, "UnknownError", "The gateway timed out.");
  }

  /** Writes the answers from the middle on, then the first half. */
  private static void write(JsonGenerator json, JsonNode requests, List<Answer> answers)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("responses");
    for (int i = 0; i < answers.size(); i++) {
      int at = (i + answers.size() / 2) % answers.size();
      Answer answer = answers.get(at);
      json.writeStartObject();
      json.writeStringField("id", requests.get(at).path("id").asText());
      json.writeNumberField("status", answer.status());
      json.writeObjectFieldStart("headers");
      for (Map.Entry<String, String> header : answer.headers().entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeStringField("Content-Type", "application/json");
      json.writeEndObject();
      if (answer.body().length > 0 && wellFormed(answer)) {
        json.writeFieldName("body");
        json.writeRawValue(new String(answer.body(), StandardCharsets.UTF_8));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static boolean wellFormed(Answer answer) {
    return answer.body()[answer.body().length - 1] == '}';
  }
}
