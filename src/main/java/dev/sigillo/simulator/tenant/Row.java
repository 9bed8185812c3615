package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row in the making: a shape, and what a scenario says otherwise. */
final class Row {
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
    return of(shape).identity(org, shape.substring(shape.indexOf('-') + 1), name);
  }

  /** Adds what every object of the directory has. */
  Row identity(Org org, String kind, String name) {
    String partition = "EURP250A006.PROD.OUTLOOK.COM";
    String unit = org.initial();
    String guid = org.guid(kind.toLowerCase(Locale.ROOT) + "/" + name);
    return set("AdminDisplayName", "")
        .set("ExchangeVersion", "0.20 (15.0.0.0)")
        .set("Name", name)
        .set(
            "DistinguishedName",
            "CN=%s,CN=Configuration,CN=%s,CN=ConfigurationUnits,DC=EURP250A006,DC=PROD,DC=OUTLOOK,DC=COM"
                .formatted(name, unit))
        .set("Identity", name)
        .set("Id", name)
        .set("ObjectCategory", partition + "/Configuration/Schema/ms-Exch-" + kind)
        .set("ObjectClass", List.of("top", "msExch" + kind))
        .set("WhenChanged", "2026-05-04T07:31:21.0000000+00:00")
        .set("WhenCreated", "2021-04-27T00:46:52.0000000+00:00")
        .set("WhenChangedUTC", "2026-05-04T07:31:21.0000000Z")
        .set("WhenCreatedUTC", "2021-04-27T00:46:52.0000000Z")
        .set("ExchangeObjectId", guid)
        .set("OrganizationalUnitRoot", unit)
        .set(
            "OrganizationId",
            "%s/Microsoft Exchange Hosted Organizations/%s - %s/ConfigurationUnits/%s/Configuration"
                .formatted(partition, unit, partition, unit))
        .set("Guid", guid)
        .set("OriginatingServer", "AM9P250A06DC005." + partition)
        .set("IsValid", true)
        .set("ObjectState", "Unchanged");
  }

  /** Gives a property its value; a later value replaces an earlier one. */
  Row set(String property, @Nullable Object value) {
    json.set(property, Shape.JSON.valueToTree(value instanceof Row row ? row.json : value));
    return this;
  }

  /** Gives a property of a nested object its value. */
  Row within(String object, String property, @Nullable Object value) {
    ((ObjectNode) json.path(object))
        .set(property, Shape.JSON.valueToTree(value instanceof Row row ? row.json : value));
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

  ObjectNode json() {
    return json.deepCopy();
  }
}
