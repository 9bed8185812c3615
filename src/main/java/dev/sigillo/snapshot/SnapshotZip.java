package dev.sigillo.snapshot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The ZIP form: dataset files in order of name, the manifest last, one fixed time for all. */
final class SnapshotZip {
  static final String MANIFEST = "manifest.json";
  static final String SUFFIX = ".ndjson";
  static final Pattern DATASET_NAME =
      Pattern.compile("[a-z][a-z0-9]{1,20}/[A-Za-z][A-Za-z0-9-]{1,80}");

  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private SnapshotZip() {}

  static void write(Path target, Manifest manifest, byte[] json, Function<String, Path> files)
      throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(OwnerOnly.newOutputStream(target), 1 << 16))) {
      zip.setLevel(Deflater.DEFAULT_COMPRESSION);
      for (DatasetEntry dataset : manifest.datasets()) {
        if (dataset.hasFile()) {
          Path file = files.apply(dataset.name());
          begin(zip, dataset.name() + SUFFIX);
          Files.copy(file, zip);
          zip.closeEntry();
          Files.delete(file);
        }
      }
      begin(zip, MANIFEST);
      zip.write(json);
      zip.closeEntry();
    }
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
  }
}
