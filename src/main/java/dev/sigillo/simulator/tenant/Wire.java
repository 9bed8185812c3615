package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rows of Exchange as they go over the wire: lists, numbers, dates and GUIDs come with a property
 * beside them that says what they are.
 */
final class Wire {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}(Z|[+-]\\d\\d:\\d\\d)?");

  private static final int SHORTEST_DATE = 27;

  private Wire() {}

  /** The row with its annotations, each before the property it speaks of. */
  static ObjectNode annotated(ObjectNode row) {
    ObjectNode wire = Shape.JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> property : row.properties()) {
      String name = property.getKey();
      JsonNode value = property.getValue();
      if (value.isArray()) {
        wire.put(name + "@odata.type", "#Collection(String)");
      } else if (value.isBigInteger()) {
        wire.put(name + "@data.type", "System.UInt64");
      } else if (value.isIntegralNumber()) {
        wire.put(name + "@data.type", value.canConvertToInt() ? "System.Int32" : "System.Int64");
      } else if (value.isTextual() && isDate(value.textValue())) {
        wire.put(name + "@data.type", "System.DateTime");
      } else if (name.endsWith("Guid") && GUID.matcher(value.asText()).matches()) {
        wire.put(name + "@data.type", "System.Guid").put(name + "@odata.type", "#Guid");
      }
      wire.set(name, value);
    }
    return wire;
  }

  /** The pattern is asked only about what looks like one, for most texts do not. */
  private static boolean isDate(String text) {
    return text.length() >= SHORTEST_DATE
        && text.charAt(10) == 'T'
        && text.charAt(4) == '-'
        && DATE.matcher(text).matches();
  }
}
