package dev.sigillo.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A value of a control that a policy may change.
 *
 * @param type what it holds
 * @param defaultValue when no policy says otherwise
 * @param looser which values make the control easier to pass; null when that cannot be said
 * @param why why an organisation would change it
 */
public record Parameter(
    Type type, @JsonProperty("default") JsonNode defaultValue, @Nullable Looser looser, Text why) {
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
  }

  /** Which values make a control easier to pass. */
  public enum Looser {
    /** A higher number, {@code true}, a list with more in it. */
    MORE,
    /** A lower number, {@code false}, a list with less in it. */
    LESS;

    /** Name in documents. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a value in place of another is sure not to make the control easier to pass. */
  public boolean tightens(JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return true;
    }
    if (looser == null) {
      return false;
    }
    return looser == Looser.MORE ? within(after, before) : within(before, after);
  }

  /** Whether one value is part of the other: not higher, not more often true, nothing besides. */
  private boolean within(JsonNode part, JsonNode whole) {
    return switch (type) {
      case INTEGER -> part.longValue() <= whole.longValue();
      case BOOLEAN -> !part.booleanValue() || whole.booleanValue();
      case STRING -> false;
      case STRINGS -> words(whole).containsAll(words(part));
    };
  }

  private static Set<String> words(JsonNode array) {
    return stream(array)
        .map(word -> word.textValue().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
