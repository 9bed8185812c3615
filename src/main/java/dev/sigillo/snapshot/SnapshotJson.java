package dev.sigillo.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How manifest and lines stand in JSON. */
final class SnapshotJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build())
          .addModule(new JavaTimeModule())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private SnapshotJson() {}

  static byte[] write(Manifest manifest) {
    try {
      String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(manifest);
      return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a manifest, its schema version first. */
  static Manifest readManifest(String file, byte[] bytes) {
    try {
      JsonNode tree = MAPPER.readTree(bytes);
      if (!tree.path("schemaVersion").isIntegralNumber()) {
        throw new SnapshotException(
            file + ": manifest.json has no schemaVersion; this is not a Sigillo snapshot.");
      }
      if (!tree.path("schemaVersion").canConvertToInt()
          || tree.path("schemaVersion").intValue() != Manifest.SCHEMA_VERSION) {
        throw new SnapshotException(
            "%s: manifest.json has schema version %s; this version of Sigillo reads %d."
                .formatted(file, tree.path("schemaVersion").asText(), Manifest.SCHEMA_VERSION));
      }
      Manifest manifest = MAPPER.treeToValue(tree, Manifest.class);
      if (manifest.start() == null || manifest.end() == null || manifest.toolVersion() == null) {
        throw new SnapshotException(
            file + ": manifest.json lacks start, end or toolVersion; all three are needed.");
      }
      return manifest;
    } catch (IOException | RuntimeException e) {
      if (e instanceof SnapshotException known) {
        throw known;
      }
      throw new SnapshotException(
          "%s: manifest.json cannot be read: %s.".formatted(file, brief(e)), e);
    }
  }

  /** The line of a keyed dataset, or of a tenant-wide one when there is no key. */
  static byte[] line(@Nullable String key, @Nullable ObjectNode row, @Nullable String error) {
    try {
      if (key == null) {
        return MAPPER.writeValueAsBytes(row);
      }
      ObjectNode line = MAPPER.createObjectNode().put("key", key);
      if (row != null) {
        line.set("row", row);
      } else if (error != null) {
        line.put("error", error);
      } else {
        line.put("empty", true);
      }
      return MAPPER.writeValueAsBytes(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads one line from its JSON.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Line line(boolean keyed, long number, JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      throw new IllegalArgumentException("is not a JSON object");
    }
    if (!keyed) {
      return new Line(number, null, object, null);
    }
    String key = object.path("key").textValue();
    JsonNode row = object.get("row");
    JsonNode error = object.get("error");
    boolean oneOf =
        object.size() == 2
            && (row instanceof ObjectNode
                || (error != null && error.isTextual())
                || object.path("empty").booleanValue());
    if (key == null || key.isBlank() || !oneOf) {
      throw new IllegalArgumentException(
          "is none of {key, row}, {key, empty: true} and {key, error: text}");
    }
    return new Line(
        number,
        key,
        row instanceof ObjectNode fields ? fields : null,
        error == null ? null : error.textValue());
  }

  /** First line of a parser's message, without the document's text and without a final stop. */
  static String brief(Exception e) {
    String message =
        e instanceof JsonProcessingException json
            ? json.getOriginalMessage()
                + (json.getLocation() == null
                    ? ""
                    : " (line %d, column %d)"
                        .formatted(
                            json.getLocation().getLineNr(), json.getLocation().getColumnNr()))
            : String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("").replaceAll("[.;:\\s]+$", "");
  }
}
