package dev.sigillo.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Opens snapshots: a ZIP, or the same tree as a plain folder (which is then hand-made evidence, and
 * may hold YAML or JSON arrays and no manifest).
 */
public final class Snapshots {
  static final int MAX_MANIFEST = 16 << 20;

  private Snapshots() {}

  /**
   * Opens a snapshot after checking every digest in it.
   *
   * @throws SnapshotException when it is not a snapshot, not of this schema version, not whole or
   *     not unchanged
   */
  public static Snapshot open(Path path) {
    if (!Files.exists(path)) {
      throw new SnapshotException(path + ": there is no such file.");
    }
    try {
      return Files.isDirectory(path) ? FolderSnapshot.open(path) : openZip(path);
    } catch (IOException e) {
      throw new SnapshotException(
          "%s cannot be read: %s.".formatted(path, SnapshotJson.brief(e)), e);
    }
  }

  private static Snapshot openZip(Path path) throws IOException {
    ZipContainer zip = ZipContainer.open(path);
    try {
      if (!zip.names().contains(SnapshotZip.MANIFEST)) {
        throw new SnapshotException(path + " holds no manifest.json; this is not a snapshot.");
      }
      byte[] json = zip.readChecked(SnapshotZip.MANIFEST, MAX_MANIFEST);
      Manifest manifest = SnapshotJson.readManifest(path.toString(), json);
      verify(path.toString(), manifest, zip);
      return new StoredSnapshot(
          path.toString(),
          manifest,
          Sha256.of(json),
          dataset -> zip.open(dataset + SnapshotZip.SUFFIX),
          zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** Checks that the files are those of the manifest, no more and no less, and unchanged. */
  static void verify(String label, Manifest manifest, Container files) throws IOException {
    Set<String> foreign = new HashSet<>(files.names());
    foreign.remove(SnapshotZip.MANIFEST);
    Set<String> seen = new HashSet<>();
    for (DatasetEntry entry : manifest.datasets()) {
      check(label, entry, seen);
      String name = entry.name() + SnapshotZip.SUFFIX;
      if (entry.status() == Status.PURGED && foreign.contains(name)) {
        throw new SnapshotException(
            "%s: %s is there, though the manifest says that it was removed."
                .formatted(label, name));
      }
      String expected = entry.sha256();
      if (expected != null && entry.hasFile()) {
        if (!foreign.remove(name)) {
          throw new SnapshotException(
              "%s: %s is missing, though the manifest names it.".formatted(label, name));
        }
        if (!expected.equals(digest(label, name, files))) {
          throw new SnapshotException(
              "%s: %s was changed after it was written (its SHA-256 is not the manifest's)."
                  .formatted(label, name));
        }
      }
    }
    if (!foreign.isEmpty()) {
      throw new SnapshotException(
          "%s holds %s, which its manifest does not name; a snapshot holds nothing else."
              .formatted(label, Printable.of(foreign.stream().sorted().iterator().next())));
    }
  }

  private static void check(String label, DatasetEntry entry, Set<String> seen) {
    String name = String.valueOf(entry.name());
    if (!SnapshotZip.DATASET_NAME.matcher(name).matches()) {
      throw new SnapshotException(
          "%s: manifest.json names a dataset %s; a name looks like exchange/Get-TransportConfig."
              .formatted(label, Printable.of(name)));
    }
    if (!seen.add(name)) {
      throw new SnapshotException("%s: manifest.json names %s twice.".formatted(label, name));
    }
    if (entry.status() == null || entry.origin() == null) {
      throw new SnapshotException(
          "%s: manifest.json gives no status or no origin for %s.".formatted(label, name));
    }
    boolean evidence = entry.status() == Status.COMPLETE || entry.status() == Status.TRUNCATED;
    if (evidence && entry.sha256() == null) {
      throw new SnapshotException(
          "%s: manifest.json calls %s %s and gives no SHA-256 for it."
              .formatted(label, name, entry.status()));
    }
  }

  private static String digest(String label, String name, Container files) {
    try (InputStream in = files.open(name)) {
      return Sha256.of(in);
    } catch (IOException e) {
      throw new SnapshotException(
          "%s: %s is damaged: %s.".formatted(label, name, SnapshotJson.brief(e)), e);
    }
  }
}
