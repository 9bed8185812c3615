package dev.sigillo.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder, hidden ones left out, links refused. */
final class FolderFiles implements Container {
  private static final int MAX_FILES = 1_000;

  private final Path root;
  private final Map<String, Path> files = new TreeMap<>();

  private FolderFiles(Path root) {
    this.root = root;
  }

  static FolderFiles of(Path root) throws IOException {
    FolderFiles folder = new FolderFiles(root);
    try (Stream<Path> all = Files.walk(root, 3)) {
      for (Path file : all.limit(MAX_FILES).toList()) {
        folder.add(file);
      }
    }
    return folder;
  }

  private void add(Path file) {
    String name = root.relativize(file).toString().replace('\\', '/');
    if (name.startsWith(".") || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new SnapshotException(
          "%s: %s is a link or no regular file; a snapshot holds files only."
              .formatted(root, Printable.of(name)));
    }
    files.put(name, file);
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(files.keySet());
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Files.newInputStream(path(name));
  }

  byte[] read(String name, int limit) throws IOException {
    try (InputStream in = open(name)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new SnapshotException(
            "%s: %s is longer than the %d bytes it may have.".formatted(root, name, limit));
      }
      return bytes;
    }
  }

  /** When the files were last changed, oldest first. */
  List<Instant> modified() throws IOException {
    List<Instant> times = new ArrayList<>();
    for (Path file : files.values()) {
      FileTime time = Files.getLastModifiedTime(file);
      times.add(time.toInstant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }
    Collections.sort(times);
    return times;
  }

  private Path path(String name) {
    Path file = files.get(name);
    if (file == null) {
      throw new IllegalArgumentException(name);
    }
    return file;
  }

  @Override
  public void close() {}
}
