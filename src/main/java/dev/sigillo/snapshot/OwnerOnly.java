package dev.sigillo.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner can read, where the file system knows such a thing. */
public final class OwnerOnly {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private OwnerOnly() {}

  /** Makes a file that is not there yet. */
  public static OutputStream newOutputStream(Path file) throws IOException {
    return Channels.newOutputStream(
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
            attributes("rw-------")));
  }

  static Path createTempDirectory(Path parent, String prefix) throws IOException {
    return Files.createTempDirectory(parent, prefix, attributes("rwx------"));
  }

  /** Makes a folder that is not there yet. */
  public static void createDirectory(Path folder) throws IOException {
    Files.createDirectory(folder, attributes("rwx------"));
  }

  /** Makes a rename last through a power cut, where folders can be flushed. */
  static void flushFolder(Path file) throws IOException {
    Path folder = file.getParent();
    if (POSIX && folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
