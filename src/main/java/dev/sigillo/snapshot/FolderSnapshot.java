package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A snapshot as a plain folder: hand-made, whatever its manifest claims. */
final class FolderSnapshot {
  private static final int MAX_FILE = 64 << 20;
  private static final List<String> SUFFIXES = List.of(".ndjson", ".json", ".yaml", ".yml");

  private final Path root;
  private final FolderFiles files;

  private FolderSnapshot(Path root, FolderFiles files) {
    this.root = root;
    this.files = files;
  }

  static Snapshot open(Path root) throws IOException {
    FolderSnapshot folder = new FolderSnapshot(root, FolderFiles.of(root));
    Map<String, String> byStem = folder.byStem();
    String about = byStem.remove("manifest");
    JsonNode manifest = about == null ? null : folder.document(about);
    return manifest != null && manifest.has("datasets")
        ? folder.withManifest()
        : folder.withoutManifest(manifest, byStem);
  }

  private Snapshot withManifest() throws IOException {
    byte[] json = files.read(SnapshotZip.MANIFEST, Snapshots.MAX_MANIFEST);
    Manifest manifest = SnapshotJson.readManifest(root.toString(), json);
    Snapshots.verify(root.toString(), manifest, files);
    return new StoredSnapshot(
        root.toString(),
        manifest.with(Origin.HANDMADE),
        Sha256.of(json),
        dataset -> files.open(dataset + SnapshotZip.SUFFIX),
        files);
  }

  private Snapshot withoutManifest(@Nullable JsonNode about, Map<String, String> byStem)
      throws IOException {
    if (byStem.isEmpty()) {
      throw new SnapshotException(
          root
              + " holds no dataset; a snapshot folder has files such as"
              + " exchange/Get-TransportConfig.yaml.");
    }
    Map<String, JsonNode> datasets = new HashMap<>();
    for (Map.Entry<String, String> one : byStem.entrySet()) {
      HandmadeSnapshot.known(root + ": " + Printable.of(one.getKey()), one.getKey());
      datasets.put(one.getKey(), document(one.getValue()));
    }
    return HandmadeSnapshot.of(root.toString(), header(about), datasets);
  }

  /** File names by dataset name; the manifest is among them. */
  private Map<String, String> byStem() {
    Map<String, String> byStem = new TreeMap<>();
    for (String name : files.names()) {
      String suffix =
          SUFFIXES.stream()
              .filter(name::endsWith)
              .findFirst()
              .orElseThrow(
                  () ->
                      new SnapshotException(
                          "%s holds %s; a snapshot folder holds only files ending in %s."
                              .formatted(root, Printable.of(name), String.join(", ", SUFFIXES))));
      String stem = name.substring(0, name.length() - suffix.length());
      String other = byStem.put(stem, name);
      if (other != null) {
        throw new SnapshotException(
            "%s holds both %s and %s; keep one.".formatted(root, other, name));
      }
    }
    return byStem;
  }

  private JsonNode document(String name) throws IOException {
    return Documents.read(root + ": " + name, name, files.read(name, MAX_FILE));
  }

  /** What the folder says about itself; without times, its files' own. */
  private ManifestHeader header(@Nullable JsonNode about) throws IOException {
    List<Instant> modified = files.modified();
    ObjectNode defaults = SnapshotJson.MAPPER.createObjectNode();
    defaults.put("toolVersion", "hand-made");
    defaults.put("start", modified.get(0).toString());
    defaults.put("end", modified.get(modified.size() - 1).toString());
    try {
      if (about instanceof ObjectNode said) {
        said.remove("schemaVersion");
        defaults.setAll(said);
      } else if (about != null) {
        throw new IllegalArgumentException("it is not an object");
      }
      return SnapshotJson.MAPPER.treeToValue(defaults, ManifestHeader.class);
    } catch (IOException | RuntimeException e) {
      throw new SnapshotException(
          "%s: its manifest cannot be read: %s; allowed are toolVersion, tenantId, tenantName,"
                  .formatted(root, SnapshotJson.brief(e))
              + " initialDomain, collectedBy, start, end, hosts and rights.",
          e);
    }
  }
}
