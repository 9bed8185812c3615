package dev.sigillo.snapshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A snapshot whose digests have been checked. */
final class StoredSnapshot implements Snapshot {

  /** Opens a dataset's file. */
  interface Files {
    InputStream open(String dataset) throws IOException;
  }

  private final String label;
  private final Manifest manifest;
  private final String digest;
  private final Files files;
  private final @Nullable Container container;

  StoredSnapshot(
      String label, Manifest manifest, String digest, Files files, @Nullable Container container) {
    this.label = label;
    this.manifest = manifest;
    this.digest = digest;
    this.files = files;
    this.container = container;
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public Lines lines(String dataset) {
    DatasetEntry entry = manifest.dataset(dataset).orElse(null);
    InputStream in;
    try {
      in =
          entry == null || !entry.hasFile()
              ? new ByteArrayInputStream(new byte[0])
              : files.open(dataset);
    } catch (IOException e) {
      throw new SnapshotException(
          "%s: %s cannot be read: %s.".formatted(label, dataset, SnapshotJson.brief(e)), e);
    }
    long rows = entry == null || !entry.hasFile() ? 0 : entry.rows();
    return new LineReader(label + ": " + dataset, in, keyed(dataset, entry), rows);
  }

  private static boolean keyed(String dataset, @Nullable DatasetEntry entry) {
    return Dataset.of(dataset)
        .map(d -> d.keyed() != Dataset.Keyed.NO)
        .orElseGet(() -> entry != null && entry.covered() != null);
  }

  @Override
  public void close() {
    if (container != null) {
      try {
        container.close();
      } catch (IOException e) {
        throw new SnapshotException(
            "%s cannot be closed: %s.".formatted(label, SnapshotJson.brief(e)), e);
      }
    }
  }
}
