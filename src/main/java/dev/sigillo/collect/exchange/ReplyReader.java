package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads answers as they come; numbers keep every digit, annotations are dropped. */
final class ReplyReader {
  private static final long MOST_BYTES = 512L << 20;

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxDocumentLength(MOST_BYTES).build());
  }

  private ReplyReader() {}

  /** A page of rows, or an error. */
  static Reply page(InputStream body) throws IOException {
    try (JsonParser json = MAPPER.createParser(body)) {
      Reply reply = page(json);
      if (json.nextToken() != null) {
        throw new IOException("something follows the answer");
      }
      return reply;
    }
  }

  /** The same of an item of a batch. */
  static Reply page(JsonNode body) throws IOException {
    try (JsonParser json = MAPPER.treeAsTokens(body)) {
      return page(json);
    }
  }

  /** The items of a batch. */
  static List<JsonNode> batch(InputStream body) throws IOException {
    JsonNode responses = MAPPER.readTree(body).path("responses");
    if (!responses.isArray()) {
      throw new IOException("the answer has no responses");
    }
    List<JsonNode> items = new ArrayList<>();
    responses.forEach(items::add);
    return items;
  }

  /** What an error says; null when it says nothing that can be read, such as NUL bytes. */
  static @Nullable JsonNode error(byte[] body) {
    try {
      JsonNode error = MAPPER.readTree(body).get("error");
      return error != null && error.isObject() ? error : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static Reply page(JsonParser json) throws IOException {
    List<ObjectNode> rows = null;
    List<String> warnings = new ArrayList<>();
    String next = null;
    JsonNode error = null;
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("the answer is no object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "value" -> rows = rows(json);
        case "@odata.nextLink" -> next = json.getValueAsString();
        case "@adminapi.warnings" -> warnings(MAPPER.readTree(json), warnings);
        case "error" -> error = MAPPER.readTree(json);
        default -> json.skipChildren();
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new IOException("the answer was cut short");
    }
    if (rows == null && error == null) {
      throw new IOException("the answer has no rows");
    }
    return new Reply(
        rows == null ? List.of() : rows, next, List.copyOf(warnings), error, null, null);
  }

  private static List<ObjectNode> rows(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new IOException("the rows are no list");
    }
    List<ObjectNode> rows = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT
          || !(MAPPER.readTree(json) instanceof ObjectNode row)) {
        throw new IOException("a row is no object");
      }
      rows.add(plain(row));
    }
    return rows;
  }

  private static void warnings(@Nullable JsonNode texts, List<String> warnings) {
    if (texts != null) {
      texts.forEach(text -> warnings.add(text.asText()));
    }
  }

  private static ObjectNode plain(ObjectNode row) {
    row.fieldNames()
        .forEachRemaining(
            name -> {
              JsonNode value = row.get(name);
              if (name.indexOf('@') < 0) {
                plainWithin(value);
              }
            });
    row.properties().removeIf(property -> property.getKey().indexOf('@') >= 0);
    return row;
  }

  private static void plainWithin(JsonNode value) {
    if (value instanceof ObjectNode object) {
      plain(object);
    } else if (value.isArray()) {
      value.forEach(ReplyReader::plainWithin);
    }
  }
}
