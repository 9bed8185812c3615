package dev.sigillo.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row as a service would answer it: properties in order, with text, numbers, lists or null. */
final class Row {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where a GUID says how it was made, and what it says when at random. */
  private static final long VERSION = 0xF000L;

  private static final long RANDOM = 0x4000L;

  private final ObjectNode json = JSON.createObjectNode();

  private Row() {}

  /** A row without properties. */
  static Row empty() {
    return new Row();
  }

  /** A row of Exchange, known by its name and by a GUID. */
  static Row exchange(String kind, String identity) {
    return empty().set("Guid", guid(kind + "/" + identity)).set("Identity", identity);
  }

  /** A row of Graph, known by its id. */
  static Row graph(String id) {
    return empty().set("id", id);
  }

  /** Gives a property its value; a later value replaces an earlier one. */
  Row set(String property, @Nullable Object value) {
    json.set(property, JSON.valueToTree(value instanceof Row row ? row.json : value));
    return this;
  }

  /** Gives several properties the value null. */
  Row setNull(String... properties) {
    for (String property : properties) {
      json.putNull(property);
    }
    return this;
  }

  ObjectNode json() {
    return json.deepCopy();
  }

  /** A GUID that depends on nothing but what it stands for, and looks like a random one. */
  static String guid(String what) {
    UUID hash = UUID.nameUUIDFromBytes(("esempio/" + what).getBytes(StandardCharsets.UTF_8));
    long random = (hash.getMostSignificantBits() & ~VERSION) | RANDOM;
    return new UUID(random, hash.getLeastSignificantBits()).toString();
  }
}
