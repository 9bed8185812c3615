package dev.sigillo.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where an audit's results go. Without names, the folder holds nothing that has them: a snapshot
 * that was collected for it stands beside it.
 *
 * @param path the folder
 * @param redacted whether it names nobody
 */
record AuditFolder(Path path, boolean redacted) {
  /** What an audit with names leaves that one without does not replace. */
  private static final List<String> NAMING =
      List.of("snapshot.zip", "snapshot.zip.partial", "remediation.ps1");

  /** Refuses a file, and a folder whose names one without would stand among. */
  AuditFolder {
    Target.folder(path);
    for (String name : redacted ? NAMING : List.<String>of()) {
      if (Files.exists(path.resolve(name))) {
        throw new UsageException(
            "%s: holds %s of an audit with names; allowed with --redact: another folder"
                .formatted(path, name));
      }
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
