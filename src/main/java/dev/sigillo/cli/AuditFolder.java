package dev.sigillo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an audit's results go. Without names, the folder holds nothing that has them: a snapshot
 * that was collected for it stands beside it.
 *
 * @param path the folder
 * @param redacted whether it names nobody
 */
record AuditFolder(Path path, boolean redacted) {
  /** What an audit with names may leave that one without does not replace. */
  private static final Pattern NAMING =
      Pattern.compile(
          "snapshot\\.zip.*|remediation.*\\.ps1|\\.(assessment|sigillo).*\\.tmp"
              + "|(audit|findings|assessment) \\(\\d+\\)\\..*");

  /** Refuses a file, and a folder whose names one without would stand among. */
  AuditFolder {
    Target.folder(path);
    if (redacted && Files.isDirectory(path)) {
      String left = naming(path);
      if (left != null) {
        throw new UsageException(
            "%s: holds %s, which an audit with names may have left; allowed with --redact: another folder"
                .formatted(path, left));
      }
    }
  }

  private static @Nullable String naming(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(one -> String.valueOf(one.getFileName()))
          .filter(name -> NAMING.matcher(name).matches())
          .min(Comparator.naturalOrder())
          .orElse(null);
    } catch (IOException e) {
      throw new UsageException("%s: cannot be read: %s".formatted(folder, e.getMessage()));
    }
  }

  /** Where the snapshot is, if one is kept. */
  Path snapshot() {
    if (!redacted) {
      return path.resolve("snapshot.zip");
    }
    Path folder = path.toAbsolutePath().normalize();
    Path name = folder.getFileName();
    if (name == null) {
      throw new UsageException(path + ": has no place beside it; allowed: another folder");
    }
    return folder.resolveSibling(name + "-snapshot.zip");
  }

  /** Where a result of that name is. */
  Path of(String name) {
    return path.resolve(name);
  }
}
