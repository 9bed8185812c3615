package dev.sigillo.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a snapshot without ever holding it in memory: datasets go to a private folder beside the
 * target, {@link #finish} packs them, flushes and renames. Until then nothing stands under the
 * target's name; closing without finishing leaves nothing behind. Equal content gives equal bytes.
 */
public final class SnapshotWriter implements AutoCloseable {

  /** A step that may fail on the disk. */
  interface Step {
    void run() throws IOException;
  }

  private final Path target;
  private final Path work;
  private final List<DatasetEntry> entries = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<DatasetWriter> open = new ArrayList<>();

  private SnapshotWriter(Path target, Path work) {
    this.target = target;
    this.work = work;
  }

  /**
   * Starts a snapshot.
   *
   * @param target the ZIP to write; replaced when it exists
   */
  public static SnapshotWriter create(Path target) {
    Path file = target.toAbsolutePath();
    Path parent = file.getParent();
    if (parent == null || Files.isDirectory(file)) {
      throw new SnapshotException(target + " is a folder; name a file to write the snapshot to.");
    }
    try {
      Files.createDirectories(parent);
      return new SnapshotWriter(file, OwnerOnly.createTempDirectory(parent, ".sigillo-"));
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /** Begins a dataset that has a file; several may be open at once. */
  public DatasetWriter dataset(String name) {
    claim(name);
    boolean keyed = Dataset.of(name).map(d -> d.keyed() != Dataset.Keyed.NO).orElse(false);
    try {
      DatasetWriter writer = new DatasetWriter(this, name, keyed, file(name));
      synchronized (this) {
        open.add(writer);
      }
      return writer;
    } catch (IOException e) {
      throw cannotWrite(target, e);
    }
  }

  /** Notes a dataset that has no file: not allowed, not licensed, skipped, failed. */
  public void without(DatasetEntry entry) {
    claim(entry.name());
    ended(entry);
  }

  /**
   * Packs everything under the target's name.
   *
   * @return the snapshot's digest
   */
  public String finish(ManifestHeader header) {
    Manifest manifest;
    synchronized (this) {
      if (entries.size() != names.size()) {
        throw new IllegalStateException("a dataset was begun and not ended");
      }
      entries.sort(Comparator.comparing(DatasetEntry::name, KeyOrder.BY_CODE_POINT));
      manifest = header.with(entries);
    }
    byte[] json = SnapshotJson.write(manifest);
    io(
        () -> {
          Path packed = work.resolve("snapshot.zip");
          SnapshotZip.write(packed, manifest, json, this::file);
          try (FileChannel channel = FileChannel.open(packed, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
          Files.move(
              packed, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
          OwnerOnly.flushFolder(target);
        });
    return Sha256.of(json);
  }

  @Override
  public void close() {
    io(
        () -> {
          for (DatasetWriter writer : open) {
            writer.abandon();
          }
          try (Stream<Path> left = Files.list(work)) {
            for (Path file : left.toList()) {
              Files.delete(file);
            }
          }
          Files.delete(work);
        });
  }

  synchronized void ended(DatasetEntry entry) {
    entries.add(entry);
  }

  void io(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw cannotWrite(target, e);
    }
  }

  private synchronized void claim(String name) {
    if (!SnapshotZip.DATASET_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a dataset's name: " + name);
    }
    if (!names.add(name)) {
      throw new IllegalStateException(name + " was written already");
    }
  }

  private Path file(String name) {
    return work.resolve(name.replace('/', '.') + ".ndjson");
  }

  private static SnapshotException cannotWrite(Path target, IOException e) {
    return new SnapshotException(
        "%s cannot be written: %s.".formatted(target, SnapshotJson.brief(e)), e);
  }
}
