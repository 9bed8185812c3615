package dev.sigillo.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A value of a control that a policy may change.
 *
 * @param type what it holds
 * @param defaultValue when no policy says otherwise
 * @param why why an organisation would change it
 */
public record Parameter(Type type, @JsonProperty("default") JsonNode defaultValue, Text why) {
  /** What a parameter holds. */
  public enum Type {
    INTEGER,
    BOOLEAN,
    STRING,
    STRINGS;

    /** Name in documents. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a value is of this type. */
    public boolean accepts(JsonNode value) {
      return switch (this) {
        case INTEGER -> value.isIntegralNumber();
        case BOOLEAN -> value.isBoolean();
        case STRING -> value.isTextual();
        case STRINGS -> value.isArray() && stream(value).allMatch(JsonNode::isTextual);
      };
    }

    private static Stream<JsonNode> stream(JsonNode array) {
      return StreamSupport.stream(array.spliterator(), false);
    }
  }
}
