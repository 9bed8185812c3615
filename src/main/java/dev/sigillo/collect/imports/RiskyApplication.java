package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An application as ScubaGear's {@code risky_applications} shows it, in the shape of Graph's {@code
 * /applications}: ScubaGear merges the credentials of the application with those of its service
 * principal and says of each whose it is.
 */
final class RiskyApplication {
  private RiskyApplication() {}

  static ObjectNode row(ObjectNode merged) {
    ObjectNode row = JsonRows.MAPPER.createObjectNode();
    JsonNode id = merged.path("ObjectId");
    row.set("id", id.isObject() ? id.path("Application") : id);
    for (String name : List.of("AppId", "DisplayName")) {
      if (merged.has(name)) {
        row.set(name, merged.get(name));
      }
    }
    for (String name : List.of("PasswordCredentials", "KeyCredentials")) {
      if (merged.has(name)) {
        row.set(name, own(merged.get(name)));
      }
    }
    return row;
  }

  /** The application's own credentials; null, which ScubaGear writes for none, stays null. */
  private static JsonNode own(JsonNode credentials) {
    if (credentials.isNull()) {
      return credentials;
    }
    ArrayNode own = JsonRows.MAPPER.createArrayNode();
    for (JsonNode one : credentials.isArray() ? credentials : List.of(credentials)) {
      if (one.path("IsFromApplication").asBoolean()) {
        own.add(one);
      }
    }
    return own;
  }
}
