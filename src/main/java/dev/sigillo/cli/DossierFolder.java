package dev.sigillo.cli;

import dev.sigillo.snapshot.OwnerOnly;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder that is filled under another name, and stands whole under its own or not at all. */
final class DossierFolder implements AutoCloseable {
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Path target;
  private final Path work;

  private DossierFolder(Path target, Path work) {
    this.target = target;
    this.work = work;
  }

  static DossierFolder of(Path out) throws IOException {
    Path target = out.toAbsolutePath().normalize();
    if (zipped(target)) {
      Target.file(target);
    } else {
      Target.folder(target);
      if (Files.isDirectory(target) && !list(target).isEmpty()) {
        throw new UsageException(out + ": is not empty; allowed: a new or an empty folder");
      }
    }
    Path parent = target.getParent();
    if (parent == null) {
      throw new UsageException(out + ": is no folder to make; allowed: a new folder");
    }
    Files.createDirectories(parent);
    Path work = parent.resolve("." + target.getFileName() + ".tmp");
    if (Files.exists(work)) {
      delete(work);
    }
    OwnerOnly.createDirectory(work);
    return new DossierFolder(target, work);
  }

  private static boolean zipped(Path target) {
    return target.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  Path path() {
    return work;
  }

  /** Gives it its name. */
  void settle() throws IOException {
    if (!zipped(target)) {
      Files.deleteIfExists(target);
      Files.move(work, target);
      return;
    }
    Path packed = target.resolveSibling(target.getFileName() + ".tmp");
    Files.deleteIfExists(packed);
    try (OutputStream out = new BufferedOutputStream(OwnerOnly.newOutputStream(packed));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : list(work)) {
        ZipEntry entry = new ZipEntry(work.relativize(file).toString().replace('\\', '/'));
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    Files.move(packed, target, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(work)) {
      delete(work);
    }
  }

  /** Its files, in order of name. */
  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !Files.isDirectory(file)).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
