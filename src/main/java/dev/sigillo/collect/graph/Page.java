package dev.sigillo.collect.graph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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

/**
 * A page of a list as Graph sends it, whole or not at all.
 *
 * @param rows values as sent
 * @param next the link to the next page; null on the last
 */
record Page(List<ObjectNode> rows, @Nullable String next) {
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  Page {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a list.
   *
   * @throws IOException when it is cut short, or is no list
   */
  static Page list(InputStream body) throws IOException {
    try (JsonParser json = MAPPER.createParser(body)) {
      Page page = read(json);
      if (json.nextToken() != null) {
        throw new IOException("something follows the answer");
      }
      return page;
    }
  }

  /** Reads a list where the parser is about to begin an object. */
  static Page read(JsonParser json) throws IOException {
    require(json.nextToken() == JsonToken.START_OBJECT);
    List<ObjectNode> rows = null;
    String next = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "value" -> rows = rows(json);
        case "@odata.nextLink" -> next = json.getValueAsString();
        case "error" -> {
          JsonNode error = MAPPER.readTree(json);
          throw new IOException("the answer breaks off: " + error.path("message").asText());
        }
        default -> json.skipChildren();
      }
    }
    require(json.currentToken() == JsonToken.END_OBJECT);
    if (rows == null) {
      throw new IOException("the answer is no list");
    }
    return new Page(rows, next);
  }

  /**
   * Reads a single object.
   *
   * @throws IOException when it is cut short, or is none
   */
  static ObjectNode object(InputStream body) throws IOException {
    JsonNode tree = MAPPER.readTree(body);
    if (tree instanceof ObjectNode object && !object.has("error")) {
      return object;
    }
    throw new IOException("the answer is no object");
  }

  private static List<ObjectNode> rows(JsonParser json) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY);
    List<ObjectNode> rows = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken() == JsonToken.START_OBJECT);
      rows.add(
          MAPPER
              .readerFor(ObjectNode.class)
              .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readValue(json));
    }
    return rows;
  }

  private static void require(boolean condition) throws IOException {
    if (!condition) {
      throw new IOException("the answer is no list");
    }
  }
}
