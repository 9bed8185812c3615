package dev.sigillo.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;

/** JSON for tests, with single quotes. */
public final class Json {
  public static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
  public static final Instant END = Instant.parse("2026-11-01T09:00:00Z");
  public static final ManifestHeader HEADER =
      new ManifestHeader("0.1.0", "t", "Contoso", "contoso.onmicrosoft.com", "a test", START, END);

  private Json() {}

  public static JsonNode json(String text) {
    try {
      return SnapshotJson.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ObjectNode object(String text) {
    return (ObjectNode) json(text);
  }

  public static DatasetEntry complete(Origin origin) {
    return new DatasetEntry(
        "",
        origin,
        "a test",
        "Get",
        Status.COMPLETE,
        null,
        0,
        null,
        null,
        null,
        java.util.List.of(),
        java.util.List.of(),
        null,
        null,
        START,
        END);
  }
}
