package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names in rows, found whatever their case. */
final class Names {
  private Names() {}

  /** The property's value; null when the row does not have it. */
  static @Nullable JsonNode get(ObjectNode row, String name) {
    JsonNode exact = row.get(name);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, JsonNode> property : row.properties()) {
      if (property.getKey().equalsIgnoreCase(name)) {
        return property.getValue();
      }
    }
    return null;
  }

  /** Text or number as text, stripped; null when there is none. */
  static @Nullable String text(ObjectNode row, String name) {
    JsonNode value = get(row, name);
    if (value == null || !(value.isTextual() || value.isIntegralNumber())) {
      return null;
    }
    String text = value.asText().strip();
    return text.isEmpty() ? null : text;
  }

  /** The first of the names that has a text. */
  static @Nullable String first(ObjectNode row, List<String> names) {
    for (String name : names) {
      String text = text(row, name);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** As names are compared: lower case, without blanks around. */
  static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
