package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Evidence written by hand, in memory: test cases, training, folders without a manifest. Strict: a
 * dataset or line that does not exist is an error.
 */
public final class HandmadeSnapshot {
  private HandmadeSnapshot() {}

  /**
   * Makes a snapshot of rows.
   *
   * @param datasets by name: an array of rows (of {@code {key, row}}, {@code {key, empty: true}},
   *     {@code {key, error}} in keyed datasets), or an object {@code {status, reason}} for one that
   *     could not be read; {@code rows}, {@code total}, {@code window}, {@code withheld}, {@code
   *     start} and {@code end} may stand there too
   * @throws SnapshotException on an unknown dataset, a malformed line or an unknown key
   */
  public static Snapshot of(ManifestHeader header, Map<String, JsonNode> datasets) {
    return of("hand-made snapshot", header, datasets);
  }

  static Snapshot of(String label, ManifestHeader header, Map<String, JsonNode> datasets) {
    List<DatasetEntry> entries = new ArrayList<>();
    Map<String, byte[]> files = new HashMap<>();
    Map<String, JsonNode> sorted = new TreeMap<>(KeyOrder.BY_CODE_POINT);
    sorted.putAll(datasets);
    sorted.forEach(
        (name, node) -> {
          String place = label + ": " + Printable.of(name);
          HandmadeDataset made = HandmadeDataset.of(place, known(place, name), node);
          entries.add(made.entry());
          if (made.entry().sha256() != null) {
            files.put(name, made.file());
          }
        });
    Manifest manifest = header.with(entries);
    return new StoredSnapshot(
        label,
        manifest,
        Sha256.of(SnapshotJson.write(manifest)),
        name -> new ByteArrayInputStream(files.getOrDefault(name, new byte[0])),
        null);
  }

  static Dataset known(String place, String name) {
    return Dataset.of(name)
        .orElseThrow(
            () ->
                new SnapshotException(
                    "%s is no dataset; known are %s."
                        .formatted(
                            place,
                            String.join(
                                ", ",
                                List.of(Dataset.values()).stream().map(Dataset::id).toList()))));
  }
}
