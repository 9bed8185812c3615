package dev.sigillo.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The admin REST's {@code $batch}: at most ten commands, run one after the other. */
final class ExchangeBatch {
  private static final int MOST = 10;

  private ExchangeBatch() {}

  static Answer answer(Call call, ExchangeAdmin exchange) {
    JsonNode requests;
    try {
      requests = Json.MAPPER.readTree(call.body()).path("requests");
    } catch (IOException e) {
      return ExchangeErrors.invalidOperation("Invalid JSON.", "Microsoft.OData.ODataException");
    }
    if (!requests.isArray() || requests.isEmpty() || requests.size() > MOST) {
      return ExchangeErrors.invalidOperation(
          "The batch has " + requests.size() + " requests; 1 to 10 are allowed.",
          "Microsoft.OData.ODataException");
    }
    List<Answer> answers =
        StreamSupport.stream(requests.spliterator(), false)
            .map(request -> run(call, request, exchange))
            .toList();
    return Answer.json(200, Json.bytes(json -> write(json, requests, answers)));
  }

  private static Answer run(Call batch, JsonNode request, ExchangeAdmin exchange) {
    Map<String, String> headers = new HashMap<>(batch.headers());
    request
        .path("headers")
        .properties()
        .forEach(
            one -> headers.put(one.getKey().toLowerCase(Locale.ROOT), one.getValue().asText()));
    Call item =
        Call.of(
            batch.origin(),
            request.path("method").asText().toUpperCase(Locale.ROOT),
            target(batch, request.path("url").asText()),
            headers,
            request.path("body").toString().getBytes(StandardCharsets.UTF_8),
            batch.at());
    if (!item.method().equals("POST") || !item.path().endsWith("/InvokeCommand")) {
      return ExchangeErrors.invalidOperation(
          "Only InvokeCommand can be batched.", "Microsoft.OData.ODataException");
    }
    Answer answer = exchange.invoke(item);
    return answer.delivery() == Answer.Delivery.WHOLE ? answer : Answer.text(504, "text/html", "");
  }

  /** The item's URL without a host; a relative one is below the tenant. */
  private static String target(Call batch, String url) {
    if (url.startsWith("http")) {
      URI whole = URI.create(url.replace("$", "%24"));
      return whole.getRawPath() + (whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery());
    }
    String below = batch.path().substring(0, batch.path().lastIndexOf('/') + 1);
    if (url.startsWith("/InvokeCommand")) {
      return below + url.substring(1);
    }
    return url.startsWith("/") ? url : below + url;
  }

  private static void write(JsonGenerator json, JsonNode requests, List<Answer> answers)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("responses");
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      json.writeStartObject();
      json.writeStringField("id", requests.get(i).path("id").asText());
      json.writeNumberField("status", answer.status());
      json.writeObjectFieldStart("headers");
      json.writeStringField("Content-Type", answer.contentType());
      for (Map.Entry<String, String> header : answer.headers().entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
      if (answer.body().length > 0 && answer.body()[answer.body().length - 1] == '}') {
        json.writeFieldName("body");
        json.writeRawValue(new String(answer.body(), StandardCharsets.UTF_8));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
