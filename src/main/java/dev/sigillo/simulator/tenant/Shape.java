package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Rows in full as a service answers them, with neutral values: {@code simulator/shapes}. */
final class Shape {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, ObjectNode> SHAPES = new ConcurrentHashMap<>();

  private Shape() {}

  /** A row of its own. */
  static ObjectNode of(String name) {
    return SHAPES.computeIfAbsent(name, Shape::read).deepCopy();
  }

  private static ObjectNode read(String name) {
    String path = "simulator/shapes/" + name + ".json";
    try (InputStream in = Shape.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException(path + " is missing from the program's jar");
      }
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
