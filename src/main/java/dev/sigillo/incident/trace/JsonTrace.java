package dev.sigillo.incident.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.incident.files.RefusedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A trace in JSON: rows or pages ({@code {"value": [...]}}), one, in a list, or one after the other
 * with or without line ends between.
 */
final class JsonTrace {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
  private static final int DEEPEST = 6;

  private final TraceInput file;
  private final Consumer<ObjectNode> sink;
  private boolean moreFollows;

  JsonTrace(TraceInput file, Consumer<ObjectNode> sink) {
    this.file = file;
    this.sink = sink;
  }

  /** Reads all of it. */
  void read() throws IOException {
    try (JsonParser json = JSON.createParser(TraceText.open(file))) {
      JsonToken token = json.nextToken();
      while (token != null) {
        value(json, token, 0);
        token = json.nextToken();
      }
    } catch (JsonProcessingException e) {
      throw new RefusedException(
          "is no JSON, or was cut short (line %d)"
              .formatted(e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
    }
  }

  /** Whether the last page says where the next one is. */
  boolean cutShort() {
    return moreFollows;
  }

  private void value(JsonParser json, JsonToken token, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new RefusedException("has lists in lists more than %d deep".formatted(DEEPEST));
    }
    if (token == JsonToken.START_OBJECT) {
      object(json, depth);
    } else if (token == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        value(json, json.currentToken(), depth + 1);
      }
    } else if (token != JsonToken.VALUE_NULL) {
      throw new RefusedException(
          "has something else than a row in line %d; allowed: rows of a message trace"
              .formatted(json.currentLocation().getLineNr()));
    }
  }

  private void object(JsonParser json, int depth) throws IOException {
    Map<String, @Nullable String> values = new HashMap<>();
    boolean page = false;
    boolean link = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken token = json.nextToken();
      if (name.equals("value") && token == JsonToken.START_ARRAY) {
        page = true;
        value(json, token, depth + 1);
      } else if (name.endsWith("@odata.nextLink")) {
        link = token == JsonToken.VALUE_STRING;
      } else if (token.isStructStart()) {
        json.skipChildren();
      } else {
        String property = name.contains("@") ? null : TraceRow.property(name);
        if (property != null) {
          values.put(property, token == JsonToken.VALUE_NULL ? null : json.getText());
        }
      }
    }
    if (page) {
      moreFollows = link;
    } else if (!values.containsKey("senderAddress") || !values.containsKey("recipientAddress")) {
      throw new RefusedException(
          "has a row without senderAddress or recipientAddress in line %d; allowed: rows of a message"
              .concat(" trace")
              .formatted(json.currentLocation().getLineNr()));
    } else {
      sink.accept(TraceRow.of(values));
    }
  }
}
