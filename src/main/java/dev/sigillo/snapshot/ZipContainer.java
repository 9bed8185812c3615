package dev.sigillo.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A snapshot's ZIP. Evidence does not compress beyond {@link #MAX_RATIO}; bombs do. */
final class ZipContainer implements Container {
  private static final int MAX_FILES = 1_000;
  private static final long MAX_RATIO = 250;
  private static final long SMALL = 4L << 20;

  private final Path path;
  private final ZipFile zip;
  private final long size;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

  private ZipContainer(Path path, ZipFile zip, long size) {
    this.path = path;
    this.zip = zip;
    this.size = size;
  }

  static ZipContainer open(Path path) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (IOException | RuntimeException e) {
      throw new SnapshotException(
          "%s is not a whole ZIP file (%s); it was cut short or is no snapshot."
              .formatted(path, SnapshotJson.brief(e)),
          e);
    }
    ZipContainer container = new ZipContainer(path, zip, Files.size(path));
    try {
      container.index();
    } catch (SnapshotException e) {
      zip.close();
      throw e;
    }
    return container;
  }

  private void index() {
    if (zip.size() > MAX_FILES) {
      throw new SnapshotException(
          "%s holds %d files; a snapshot has at most %d.".formatted(path, zip.size(), MAX_FILES));
    }
    Enumeration<? extends ZipEntry> all = zip.entries();
    while (all.hasMoreElements()) {
      ZipEntry entry = all.nextElement();
      if (entries.put(entry.getName(), entry) != null) {
        throw new SnapshotException(
            "%s holds %s twice; a snapshot holds each file once."
                .formatted(path, Printable.of(entry.getName())));
      }
    }
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  @Override
  public InputStream open(String name) throws IOException {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(name);
    }
    long packed = Math.min(Math.max(entry.getCompressedSize(), 0), size);
    return new BoundedInput(
        zip.getInputStream(entry),
        Math.max(SMALL, packed * MAX_RATIO),
        "%s: %s unpacks to more than %d times its size; this is no evidence, but a ZIP bomb."
            .formatted(path, name, MAX_RATIO));
  }

  /** Reads a small file whole and checks it against the ZIP's own checksum. */
  byte[] readChecked(String name, int limit) throws IOException {
    ZipEntry entry = entries.get(name);
    CRC32 crc = new CRC32();
    byte[] bytes;
    try (InputStream in = new CheckedInputStream(open(name), crc)) {
      bytes = in.readNBytes(limit + 1);
    }
    if (bytes.length > limit) {
      throw new SnapshotException(
          "%s: %s is longer than the %d bytes it may have.".formatted(path, name, limit));
    }
    if (entry == null || entry.getCrc() != crc.getValue()) {
      throw new SnapshotException(
          "%s: %s was changed after it was written (its checksum differs).".formatted(path, name));
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
