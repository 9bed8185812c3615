package dev.sigillo.snapshot;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes logs of what people did out of a snapshot. Their lines in the manifest stay, with the
 * status {@link Status#PURGED}, so that nobody takes the gap for tampering, nor for an answer.
 */
public final class Purge {
  private Purge() {}

  /**
   * Writes a snapshot without its logs.
   *
   * @param source the snapshot's ZIP, left as it is unless it is the target too
   * @param target where the snapshot without logs goes
   * @param when noted in the manifest
   * @return names of the datasets removed; when there are none, nothing is written
   */
  public static List<String> logs(Path source, Path target, Instant when) {
    if (Files.isDirectory(source)) {
      throw new SnapshotException(
          source + " is a folder; remove its files yourself, or name a snapshot's ZIP.");
    }
    Path whole = target.toAbsolutePath();
    Path beside = whole.resolveSibling(whole.getFileName() + ".purging");
    List<String> names;
    try (Snapshot snapshot = Snapshots.open(source)) {
      List<DatasetEntry> logs =
          snapshot.manifest().datasets().stream()
              .filter(DatasetEntry::hasFile)
              .filter(entry -> Dataset.of(entry.name()).map(Dataset::isLog).orElse(false))
              .toList();
      names = logs.stream().map(DatasetEntry::name).toList();
      if (names.isEmpty()) {
        return names;
      }
      try (SnapshotWriter writer = SnapshotWriter.create(beside)) {
        SnapshotCopy.datasets(snapshot, writer, names.stream().collect(Collectors.toSet()));
        logs.forEach(entry -> writer.without(entry.purged(when)));
        writer.finish(ManifestHeader.of(snapshot.manifest()));
      }
    }
    settle(beside, whole);
    return names;
  }

  /** The old file is closed by now: Windows does not replace one that is open. */
  private static void settle(Path beside, Path target) {
    try {
      try {
        Files.move(
            beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new SnapshotException(
          "%s cannot be written: %s; the snapshot without logs is %s."
              .formatted(target, SnapshotJson.brief(e), beside),
          e);
    }
  }
}
