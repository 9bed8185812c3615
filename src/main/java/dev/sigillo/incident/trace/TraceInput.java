package dev.sigillo.incident.trace;

import dev.sigillo.incident.files.Budget;
import dev.sigillo.incident.files.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A trace as it can be read from its start, again and again: a file, what a gzip file holds, or an
 * entry of a ZIP file.
 *
 * @param path the file
 * @param entry name of the entry of a ZIP file; null for a file that is none
 * @param gzip whether the file is packed with gzip
 */
record TraceInput(Path path, @Nullable String entry, boolean gzip) {
  /** Unpacked bytes: tens of millions of rows. */
  private static final long LARGEST = 8L << 30;

  private static final int MOST_ENTRIES = 1_000;

  /** Of every Excel workbook and of nothing else (ECMA-376 part 2). */
  private static final String WORKBOOK = "[Content_Types].xml";

  /** What a file holds: itself, or the traces that are packed in it, in the archive's order. */
  static List<TraceInput> of(Path path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(2);
    }
    if (start.length == 2 && start[0] == 'P' && start[1] == 'K') {
      return entries(path);
    }
    return List.of(new TraceInput(path, null, isGzip(start)));
  }

  /** Whether bytes begin as gzip does (RFC 1952). */
  static boolean isGzip(byte[] start) {
    return start.length >= 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
  }

  private static List<TraceInput> entries(Path path) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.getEntry(WORKBOOK) != null) {
        throw new RefusedException("is an Excel workbook; save it as CSV");
      }
      List<TraceInput> all =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .limit(MOST_ENTRIES + 1)
              .map(entry -> new TraceInput(path, entry.getName(), false))
              .toList();
      if (all.isEmpty() || all.size() > MOST_ENTRIES) {
        throw new RefusedException(
            "is a ZIP with %s; allowed: 1 to %,d traces in it"
                .formatted(all.isEmpty() ? "nothing in it" : "more files", MOST_ENTRIES));
      }
      return all;
    }
  }

  /** From the start; unpacks up to a bound. */
  InputStream open() throws IOException {
    if (gzip) {
      InputStream unpacked = new GZIPInputStream(Files.newInputStream(path), 1 << 16);
      return bounded(unpacked, unpacked::close);
    }
    if (entry == null) {
      return Files.newInputStream(path);
    }
    ZipFile zip = new ZipFile(path.toFile());
    ZipEntry found = zip.getEntry(entry);
    if (found == null) {
      zip.close();
      throw new RefusedException("was changed while it was read");
    }
    return bounded(zip.getInputStream(found), zip::close);
  }

  private interface End {
    void close() throws IOException;
  }

  private static InputStream bounded(InputStream unpacked, End end) {
    return new FilterInputStream(new Budget(LARGEST).of(unpacked)) {
      @Override
      public void close() throws IOException {
        end.close();
      }
    };
  }

  /** The file, and the entry behind an exclamation mark. */
  String name() {
    return entry == null ? path.toString() : path + "!" + entry;
  }
}
