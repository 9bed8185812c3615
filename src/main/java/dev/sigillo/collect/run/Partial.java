package dev.sigillo.collect.run;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.OwnerOnly;
import dev.sigillo.snapshot.SnapshotException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a collection that is under way, beside the snapshot that it will become. Only its
 * owner can read it; it goes away when the snapshot is whole.
 */
final class Partial implements AutoCloseable {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final Path folder;
  private final FileChannel lock;
  private final Run run;

  /**
   * What a run was started for: one that goes on has to be started for the same.
   *
   * @param asked tenant and options, by name
   */
  record Run(Instant start, Map<String, String> asked) {}

  private Partial(Path folder, FileChannel lock, Run run) {
    this.folder = folder;
    this.lock = lock;
    this.run = run;
  }

  /** Where the work of this snapshot stands. */
  static Path folder(Path target) {
    return target.resolveSibling(target.getFileName() + ".partial");
  }

  /**
   * Opens the folder.
   *
   * @param resume whether an interrupted run may be gone on with
   * @throws SnapshotException when there is one and it may not, or it was started otherwise, or is
   *     under way
   */
  static Partial open(Path target, boolean resume, Run wanted) {
    Path folder = folder(target);
    try {
      boolean there = Files.isDirectory(folder);
      if (there && !resume) {
        throw new SnapshotException(
            "%s holds an interrupted collection; go on with --resume, or delete it."
                .formatted(folder));
      }
      if (!there) {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        OwnerOnly.createDirectory(folder);
      }
      FileChannel lock = lock(folder);
      Path file = folder.resolve("run.json");
      if (!Files.exists(file)) {
        Path fresh = folder.resolve("run.json.new");
        Files.write(fresh, MAPPER.writeValueAsBytes(wanted));
        Files.move(fresh, file);
        return new Partial(folder, lock, wanted);
      }
      Run known = MAPPER.readValue(file.toFile(), Run.class);
      String other = difference(known, wanted);
      if (other != null) {
        lock.close();
        throw new SnapshotException(
            "%s was started with another %s; resume with the same, or delete it."
                .formatted(folder, other));
      }
      return new Partial(folder, lock, known);
    } catch (IOException e) {
      throw new SnapshotException(
          "%s cannot be written (%s); name a folder that can be."
              .formatted(folder, e.getClass().getSimpleName()),
          e);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new SnapshotException(
          folder + " is in use: another collection into the same file is under way.");
    }
    return channel;
  }

  private static @Nullable String difference(Run known, Run wanted) {
    for (Map.Entry<String, String> one : wanted.asked().entrySet()) {
      if (!one.getValue().equals(known.asked().get(one.getKey()))) {
        return one.getKey();
      }
    }
    return null;
  }

  /** When the first run was started. */
  Instant start() {
    return run.start();
  }

  Path folder() {
    return folder;
  }

  Path file(Dataset dataset) {
    return folder.resolve(dataset.id().replace('/', '.') + ".spool");
  }

  /** The snapshot is whole: the work is of no use any more. */
  void delete() {
    try {
      lock.close();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new SnapshotException("%s cannot be deleted: %s.".formatted(folder, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new SnapshotException("%s cannot be closed: %s.".formatted(folder, e.getMessage()), e);
    }
  }
}
