package dev.sigillo.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parameter values in force for one control.
 *
 * @param control id of the control
 * @param values by name
 */
public record Parameters(String control, Map<String, JsonNode> values) {

  /** A whole number. */
  public long integer(String name) {
    return value(name).longValue();
  }

  /** A switch. */
  public boolean bool(String name) {
    return value(name).booleanValue();
  }

  /** A text. */
  public String string(String name) {
    return value(name).textValue();
  }

  /** A list of texts. */
  public List<String> strings(String name) {
    JsonNode value = value(name);
    List<String> texts = new ArrayList<>(value.size());
    value.forEach(one -> texts.add(one.textValue()));
    return texts;
  }

  private JsonNode value(String name) {
    JsonNode value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "%s has no parameter '%s'; it has %s".formatted(control, name, values.keySet()));
    }
    return value;
  }
}
