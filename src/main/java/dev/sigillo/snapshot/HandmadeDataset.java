package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One dataset written by hand: its line of the manifest and its NDJSON. */
final class HandmadeDataset {
  private static final Set<String> KEYS =
      Set.of("status", "reason", "rows", "total", "window", "withheld", "start", "end");

  private final DatasetEntry entry;
  private final byte[] file;

  private HandmadeDataset(DatasetEntry entry, byte[] file) {
    this.entry = entry;
    this.file = file;
  }

  DatasetEntry entry() {
    return entry;
  }

  /** Empty when there is none. */
  byte[] file() {
    return file;
  }

  static HandmadeDataset of(String place, Dataset dataset, JsonNode node) {
    if (node instanceof ArrayNode rows) {
      return of(place, dataset, rows, SnapshotJson.MAPPER.createObjectNode());
    }
    if (!(node instanceof ObjectNode about)) {
      throw new SnapshotException(
          place + " is neither a list of rows nor an object with status and reason.");
    }
    about
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw new SnapshotException(
                    "%s has a key %s; allowed are %s."
                        .formatted(
                            place,
                            Printable.of(key),
                            String.join(", ", KEYS.stream().sorted().toList())));
              }
            });
    JsonNode rows = about.get("rows");
    if (rows != null && !(rows instanceof ArrayNode)) {
      throw new SnapshotException(place + ": rows is not a list.");
    }
    return of(place, dataset, (ArrayNode) rows, about);
  }

  private static HandmadeDataset of(
      String place, Dataset dataset, @Nullable ArrayNode rows, ObjectNode about) {
    Status status = status(place, about, rows != null);
    if (rows == null) {
      if (status == Status.COMPLETE || status == Status.TRUNCATED) {
        throw new SnapshotException(
            "%s is %s and has no rows; an empty list says that there are none."
                .formatted(place, status));
      }
      return new HandmadeDataset(entry(place, dataset, about, status, null, null), new byte[0]);
    }
    boolean keyed = dataset.keyed() != Dataset.Keyed.NO;
    List<Line> lines = new ArrayList<>();
    for (JsonNode row : rows) {
      try {
        lines.add(SnapshotJson.line(keyed, lines.size() + 1L, row));
      } catch (IllegalArgumentException e) {
        throw new SnapshotException(
            "%s: row %d %s.".formatted(place, lines.size() + 1, e.getMessage()), e);
      }
    }
    if (keyed) {
      lines.sort(Comparator.comparing(line -> String.valueOf(line.key()), KeyOrder.BY_CODE_POINT));
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (Line line : lines) {
      file.writeBytes(SnapshotJson.line(line.key(), line.row(), line.error()));
      file.write('\n');
    }
    byte[] bytes = file.toByteArray();
    return new HandmadeDataset(entry(place, dataset, about, status, lines, bytes), bytes);
  }

  private static Status status(String place, ObjectNode about, boolean rows) {
    String text = about.path("status").asText(rows ? "COMPLETE" : "");
    try {
      return Status.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new SnapshotException(
          "%s: status \"%s\" is none of %s."
              .formatted(place, Printable.of(text), List.of(Status.values())),
          e);
    }
  }

  private static DatasetEntry entry(
      String place,
      Dataset dataset,
      ObjectNode about,
      Status status,
      @Nullable List<Line> lines,
      byte @Nullable [] file) {
    ObjectNode entry = about.deepCopy();
    entry.put("name", dataset.id()).put("origin", "handmade").put("status", status.name());
    entry.put("rows", 0);
    if (lines != null) {
      entry.put("rows", lines.stream().filter(line -> line.row() != null).count());
      if (dataset.keyed() != Dataset.Keyed.NO) {
        Set<String> keys = new HashSet<>();
        Set<String> failed = new HashSet<>();
        for (Line line : lines) {
          keys.add(String.valueOf(line.key()));
          if (line.error() != null) {
            failed.add(String.valueOf(line.key()));
          }
        }
        entry.put("covered", keys.size() - failed.size());
        if (dataset == Dataset.MAILBOX && !entry.has("total")) {
          entry.put("total", keys.size());
        }
      }
    }
    if (file != null) {
      entry.put("sha256", Sha256.of(file));
    }
    try {
      return SnapshotJson.MAPPER.treeToValue(entry, DatasetEntry.class);
    } catch (java.io.IOException | RuntimeException e) {
      throw new SnapshotException("%s: %s.".formatted(place, SnapshotJson.brief(e)), e);
    }
  }
}
