package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A row in the making: a shape, and what a scenario says otherwise. */
final class Row {
  private record Kind(Org org, String shape) {}

  private static final Map<Kind, ObjectNode> KINDS = new ConcurrentHashMap<>();

  private final ObjectNode json;

  private Row(ObjectNode json) {
    this.json = json;
  }

  /** A row of Graph, or one that is no object of the directory. */
  static Row of(String shape) {
    return new Row(Shape.of(shape));
  }

  /** A row without properties. */
  static Row empty() {
    return new Row(Shape.JSON.createObjectNode());
  }

  /** A row of Graph, known by its id. */
  static Row graph(String shape, String id) {
    return of(shape).set("id", id);
  }

  /** An object of Exchange's directory: what every one has comes with it. */
  static Row exchange(Org org, String shape, String name) {
    ObjectNode kind = KINDS.computeIfAbsent(new Kind(org, shape), k -> kind(org, shape));
    return new Row(kind.deepCopy()).identity(org, kind(shape), name);
  }

  /** Adds what every object of the directory has: the most of it follows from its kind. */
  private Row identity(Org org, String kind, String name) {
    String guid = org.guid(kind.toLowerCase(Locale.ROOT) + "/" + name);
    json.put("Name", name)
        .put("DistinguishedName", "CN=" + name + json.path("DistinguishedName").textValue())
        .put("Identity", name)
        .put("Id", name)
        .put("ExchangeObjectId", guid)
        .put("Guid", guid);
    return this;
  }

  /** What is the same of all objects of a kind. */
  private static ObjectNode kind(Org org, String shape) {
    String kind = kind(shape);
    String partition = "EURP250A006.PROD.OUTLOOK.COM";
    String unit = org.initial();
    String tail = ",CN=ConfigurationUnits,DC=EURP250A006,DC=PROD,DC=OUTLOOK,DC=COM";
    Row row =
        of(shape)
            .set("AdminDisplayName", "")
            .set("ExchangeVersion", "0.20 (15.0.0.0)")
            .set("Name", "")
            .set("DistinguishedName", ",CN=Configuration,CN=" + unit + tail)
            .set("Identity", "")
            .set("Id", "")
            .set("ObjectCategory", partition + "/Configuration/Schema/ms-Exch-" + kind)
            .set("ObjectClass", List.of("top", "msExch" + kind))
            .set("WhenChanged", "2026-05-04T07:31:21.0000000+00:00")
            .set("WhenCreated", "2021-04-27T00:46:52.0000000+00:00")
            .set("WhenChangedUTC", "2026-05-04T07:31:21.0000000Z")
            .set("WhenCreatedUTC", "2021-04-27T00:46:52.0000000Z")
            .set("ExchangeObjectId", "")
            .set("OrganizationalUnitRoot", unit)
            .set(
                "OrganizationId",
                "%s/Microsoft Exchange Hosted Organizations/%s - %s/ConfigurationUnits/%s/Configuration"
                    .formatted(partition, unit, partition, unit))
            .set("Guid", "")
            .set("OriginatingServer", "AM9P250A06DC005." + partition)
            .set("IsValid", true)
            .set("ObjectState", "Unchanged");
    return row.json;
  }

  private static String kind(String shape) {
    return shape.substring(shape.indexOf('-') + 1);
  }

  /** Gives a property its value; a later value replaces an earlier one. */
  Row set(String property, @Nullable Object value) {
    json.set(property, tree(value));
    return this;
  }

  /** Jackson's own way takes a detour through text. */
  private static JsonNode tree(@Nullable Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value == null) {
      return nodes.nullNode();
    }
    if (value instanceof Row row) {
      return row.json;
    }
    if (value instanceof JsonNode node) {
      return node;
    }
    if (value instanceof String text) {
      return nodes.textNode(text);
    }
    if (value instanceof Boolean yes) {
      return nodes.booleanNode(yes);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = nodes.arrayNode(list.size());
      list.forEach(one -> array.add(tree(one)));
      return array;
    }
    return Shape.JSON.valueToTree(value);
  }

  /** Gives a property of a nested object its value. */
  Row within(String object, String property, @Nullable Object value) {
    ((ObjectNode) json.path(object)).set(property, tree(value));
    return this;
  }

  /** Takes over every property of another row. */
  Row addAll(Row other) {
    json.setAll(other.json);
    return this;
  }

  /** Gives several properties the value null. */
  Row setNull(String... properties) {
    for (String property : properties) {
      json.putNull(property);
    }
    return this;
  }

  /** Takes a property away, as if the service had never heard of it. */
  Row drop(String property) {
    json.remove(property);
    return this;
  }

  /** Text of a property, empty when there is none. */
  String text(String property) {
    return json.path(property).asText("");
  }

  JsonNode get(String property) {
    return json.path(property);
  }

  Row copy() {
    return new Row(json.deepCopy());
  }

  ObjectNode json() {
    return json.deepCopy();
  }
}
