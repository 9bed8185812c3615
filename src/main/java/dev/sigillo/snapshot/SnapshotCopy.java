package dev.sigillo.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/** Copies a snapshot beside the report it was judged for. */
public final class SnapshotCopy {
  private SnapshotCopy() {}

  /**
   * Copies a snapshot: a ZIP byte by byte, a folder into a ZIP of the same lines.
   *
   * @param snapshot the snapshot, whose digests were checked
   * @param source where it was opened from
   * @param target the ZIP to write
   */
  public static void write(Snapshot snapshot, Path source, Path target) throws IOException {
    if (!Files.isDirectory(source)) {
      try (InputStream in = Files.newInputStream(source)) {
        write(in, target);
      }
      return;
    }
    try (SnapshotWriter writer = SnapshotWriter.create(target)) {
      datasets(snapshot, writer, Set.of());
      writer.finish(ManifestHeader.of(snapshot.manifest()));
    }
  }

  /**
   * Copies datasets into another snapshot, line by line.
   *
   * @param except names of those that are left to the caller
   */
  public static void datasets(Snapshot snapshot, SnapshotWriter writer, Set<String> except) {
    for (DatasetEntry entry : snapshot.manifest().datasets()) {
      if (except.contains(entry.name())) {
        continue;
      }
      if (!entry.hasFile()) {
        writer.without(entry);
      } else {
        copy(snapshot, entry, writer);
      }
    }
  }

  /**
   * Writes a snapshot's bytes under its name once they are all there, readable by the owner only.
   */
  public static void write(InputStream bytes, Path target) throws IOException {
    Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
    Files.deleteIfExists(temporary);
    try (OutputStream out = OwnerOnly.newOutputStream(temporary)) {
      bytes.transferTo(out);
    }
    Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(Snapshot snapshot, DatasetEntry entry, SnapshotWriter writer) {
    DatasetWriter dataset = writer.dataset(entry.name());
    try (Snapshot.Lines lines = snapshot.lines(entry.name())) {
      while (lines.hasNext()) {
        Line line = lines.next();
        if (line.key() == null) {
          dataset.row(java.util.Objects.requireNonNull(line.row()));
        } else if (line.error() != null) {
          dataset.error(line.key(), line.error());
        } else if (line.row() != null) {
          dataset.row(line.key(), line.row());
        } else {
          dataset.empty(line.key());
        }
      }
    }
    dataset.end(entry);
  }
}
