package dev.sigillo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for what has names and is needed for a while only, readable by its owner. Everything in
 * it goes when it is closed, and when the process is told to end.
 */
final class WorkFolder implements AutoCloseable {
  private final Path path;
  private final Thread hook;

  private WorkFolder(Path path) {
    this.path = path;
    this.hook = new Thread(this::clear);
  }

  static WorkFolder make() throws IOException {
    WorkFolder made = new WorkFolder(Files.createTempDirectory("sigillo-redacted"));
    Runtime.getRuntime().addShutdownHook(made.hook);
    return made;
  }

  Path path() {
    return path;
  }

  /** Empties and removes it; what stays is told, for it has names. */
  @Override
  public void close() throws IOException {
    try {
      delete();
    } finally {
      unhook();
    }
  }

  private void clear() {
    try {
      delete();
    } catch (IOException e) {
      System.err.println(path + ": cannot be deleted, and holds names: " + e.getMessage());
    }
  }

  /** Everything that can be deleted is, whatever cannot. */
  private void delete() throws IOException {
    IOException failed = null;
    for (Path one : deepestFirst()) {
      try {
        Files.deleteIfExists(one);
      } catch (IOException e) {
        if (failed == null) {
          failed = e;
        } else {
          failed.addSuppressed(e);
        }
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  private List<Path> deepestFirst() throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }

  private void unhook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook does the same.
    }
  }
}
