package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a JSON value into the value of a setting; null means that it cannot be read as such. Takes
 * what the services send and what exports make of it.
 */
interface Reading {

  @Nullable Object read(JsonNode node);

  /** True, false, or PowerShell's text for them. */
  static @Nullable Boolean bool(JsonNode node) {
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return switch (text(node).toLowerCase(Locale.ROOT)) {
      case "true", "$true" -> true;
      case "false", "$false" -> false;
      default -> null;
    };
  }

  /** A whole number, or its text. */
  static @Nullable Long number(JsonNode node) {
    if (node.isNumber()) {
      return node.canConvertToExactIntegral() && node.canConvertToLong() ? node.longValue() : null;
    }
    String text = text(node);
    try {
      return text.matches("-?\\d{1,19}") ? Long.valueOf(text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A number or the word Unlimited. */
  static @Nullable Limit limit(JsonNode node) {
    if (text(node).equalsIgnoreCase("Unlimited")) {
      return Limit.UNLIMITED;
    }
    Long number = number(node);
    return number == null ? null : Limit.of(number);
  }

  static @Nullable Instant instant(JsonNode node) {
    JsonNode value = node.isObject() && node.has("value") ? node.get("value") : node;
    return Times.instant(text(value)).orElse(null);
  }

  /** Text, or the object that PowerShell makes of a time span. */
  static @Nullable Duration duration(JsonNode node) {
    JsonNode ticks = node.get("Ticks");
    if (ticks != null && ticks.canConvertToLong() && ticks.isIntegralNumber()) {
      long hundredNanos = ticks.longValue();
      return Duration.ofSeconds(hundredNanos / 10_000_000, hundredNanos % 10_000_000 * 100);
    }
    return Times.duration(text(node)).orElse(null);
  }

  /** Text as it is; a number would be an enumeration that lost its meaning. */
  static @Nullable String string(JsonNode node) {
    return node.isTextual() && !TypeName.is(node.textValue()) ? node.textValue() : null;
  }

  /** Text, or a number that is an identity. */
  static @Nullable String identity(JsonNode node) {
    return node.isIntegralNumber() ? node.asText() : string(node);
  }

  /** A list of texts, one text, or a list flattened to one text. */
  static @Nullable List<String> strings(JsonNode node, boolean joined) {
    if (node.isTextual()) {
      return TypeName.is(node.textValue()) ? null : Texts.split(node.textValue()).orElse(null);
    }
    if (!node.isArray()) {
      return null;
    }
    List<String> all = new ArrayList<>(node.size());
    for (JsonNode element : node) {
      if (element.isNull()) {
        continue;
      }
      String text = string(element);
      Optional<List<String>> parts = text == null || !joined ? Optional.empty() : Texts.split(text);
      if (text == null) {
        return null;
      }
      parts.ifPresentOrElse(all::addAll, () -> all.add(text));
    }
    return List.copyOf(all);
  }

  /** Whatever it is, unless only the name of its type is left. */
  static @Nullable JsonNode any(JsonNode node) {
    return node.isTextual() && TypeName.is(node.textValue()) ? null : node;
  }

  /** Many, or one where a list is expected; nulls are left out. */
  static @Nullable List<Object> list(JsonNode node, Reading element) {
    List<Object> all = new ArrayList<>();
    for (JsonNode one : node.isArray() ? node : List.of(node)) {
      if (!one.isNull()) {
        Object value = element.read(one);
        if (value == null) {
          return null;
        }
        all.add(value);
      }
    }
    return List.copyOf(all);
  }

  /** An object, bound to a record. */
  static @Nullable Object record(JsonNode node, RecordBinding binding) {
    return node instanceof ObjectNode object ? binding.read(null, object) : null;
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.textValue().strip() : "";
  }
}
