package dev.sigillo.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A result that is either whole or not there: written under a temporary name, readable by its owner
 * only, and renamed at the end.
 */
final class ResultFile {
  private static final int MOST_NAMES = 1_000;

  private ResultFile() {}

  /** What goes into the file. */
  @FunctionalInterface
  interface Content {
    /** Writes all of it; the stream is buffered and closed by the caller. */
    void to(OutputStream out) throws IOException;
  }

  /**
   * Writes a result.
   *
   * @param target where it should end up; an older result there is replaced
   * @return where it is: the target, or a free name beside it such as {@code findings (2).csv} when
   *     another program holds the target open
   * @throws UncheckedIOException if it cannot be written; nothing is left behind
   */
  static Path write(Path target, Content content) {
    Path folder = target.toAbsolutePath().getParent();
    try {
      if (folder == null) {
        throw new FileSystemException(target.toString(), null, "is not a file name");
      }
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, ".sigillo", ".tmp", ownerOnly(folder));
      try {
        try (OutputStream out =
            new BufferedOutputStream(
                Channels.newOutputStream(
                    Files.newByteChannel(temporary, Set.of(StandardOpenOption.WRITE))),
                1 << 16)) {
          content.to(out);
        }
        return settle(temporary, target);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(target + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static Path settle(Path temporary, Path target) throws IOException {
    try {
      replace(temporary, target);
      return target;
    } catch (FileSystemException held) {
      return beside(temporary, target, held);
    }
  }

  private static void replace(Path temporary, Path target) throws IOException {
    try {
      Files.move(
          temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path beside(Path temporary, Path target, FileSystemException held)
      throws IOException {
    String name = String.valueOf(target.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String extension = dot > 0 ? name.substring(dot) : "";
    for (int i = 2; i <= MOST_NAMES; i++) {
      Path free = target.resolveSibling("%s (%d)%s".formatted(stem, i, extension));
      try {
        Files.move(temporary, free);
        return free;
      } catch (FileAlreadyExistsException taken) {
        // the name is taken, try the next
      }
    }
    throw held;
  }
}
