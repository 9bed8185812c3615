package dev.sigillo.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads small documents written by people: JSON, NDJSON and YAML. */
final class Documents {
  private static final YAMLFactory YAML = yaml();

  private Documents() {}

  private static YAMLFactory yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(16 << 20);
    options.setNestingDepthLimit(100);
    return YAMLFactory.builder()
        .loaderOptions(options)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  /** Reads a document by its name's ending; NDJSON becomes an array. */
  static JsonNode read(String place, String name, byte[] bytes) {
    try {
      if (name.endsWith(".ndjson")) {
        ArrayNode rows = SnapshotJson.MAPPER.createArrayNode();
        try (MappingIterator<JsonNode> all =
            SnapshotJson.MAPPER.readerFor(JsonNode.class).readValues(bytes)) {
          while (all.hasNext()) {
            rows.add(all.next());
          }
        }
        return rows;
      }
      if (name.endsWith(".json")) {
        return SnapshotJson.MAPPER.readTree(bytes);
      }
      refuseAliases(place, bytes);
      try (JsonParser parser = YAML.createParser(bytes)) {
        JsonNode tree = SnapshotJson.MAPPER.readTree(parser);
        if (tree == null) {
          throw new SnapshotException(place + " is empty; write [] for no rows.");
        }
        return tree;
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof SnapshotException known) {
        throw known;
      }
      throw new SnapshotException(
          "%s cannot be read: %s.".formatted(place, SnapshotJson.brief(e)), e);
    }
  }

  private static void refuseAliases(String place, byte[] bytes) throws IOException {
    try (YAMLParser parser = YAML.createParser(bytes)) {
      while (parser.nextToken() != null) {
        if (parser.isCurrentAlias()) {
          throw new SnapshotException(
              "%s: line %d: YAML aliases (*name) are not allowed here."
                  .formatted(place, parser.currentLocation().getLineNr()));
        }
      }
    }
  }
}
