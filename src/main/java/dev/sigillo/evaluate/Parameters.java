package dev.sigillo.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameter values in force for one control. */
public final class Parameters {
  private final String control;
  private final Map<String, JsonNode> values;
  private final Map<String, List<String>> lists = new HashMap<>();

  Parameters(String control, Map<String, JsonNode> values) {
    this.control = control;
    this.values = values;
    values.forEach((name, value) -> lists.put(name, texts(value)));
  }

  /** Id of the control. */
  public String control() {
    return control;
  }

  /** All values, by name. */
  public Map<String, JsonNode> values() {
    return values;
  }

  /** A whole number. */
  public long integer(String name) {
    return value(values, name).longValue();
  }

  /** A switch. */
  public boolean bool(String name) {
    return value(values, name).booleanValue();
  }

  /** A text. */
  public String string(String name) {
    return value(values, name).textValue();
  }

  /** A list of texts. */
  public List<String> strings(String name) {
    return value(lists, name);
  }

  private <T> T value(Map<String, T> from, String name) {
    T value = from.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "%s has no parameter '%s'; it has %s".formatted(control, name, values.keySet()));
    }
    return value;
  }

  private static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>(value.size());
    value.forEach(one -> texts.add(one.textValue()));
    return List.copyOf(texts);
  }
}
