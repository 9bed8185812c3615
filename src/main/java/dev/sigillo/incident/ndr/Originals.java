package dev.sigillo.incident.ndr;

import dev.sigillo.incident.files.Budget;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages again that were read before, where they were read, and knows them by the digest of
 * their bytes: what was changed since is not found.
 */
public final class Originals {
  private static final long LARGEST_FILE = 8L << 30;

  /** Takes a message that was found. */
  @FunctionalInterface
  public interface Sink {
    /** The message's bytes; each digest comes once. */
    void found(String sha256, byte[] message) throws IOException;
  }

  private final Set<String> wanted;
  private final Sink sink;

  private Originals(Set<String> wanted, Sink sink) {
    this.wanted = wanted;
    this.sink = sink;
  }

  /**
   * Looks for messages.
   *
   * @param files by digest, where each message was read: a path, {@code box.mbox#3}, {@code
   *     a.zip!b.eml}
   * @return the digests that were not found
   */
  public static Set<String> find(Map<String, String> files, Sink sink) throws IOException {
    Set<String> wanted = new HashSet<>(files.keySet());
    Originals originals = new Originals(wanted, sink);
    Map<Path, Boolean> seen = new LinkedHashMap<>();
    for (String file : files.values()) {
      Path path = container(file);
      if (path != null && seen.putIfAbsent(path, true) == null) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
          originals.file(in, new Budget(LARGEST_FILE), false);
        }
      }
    }
    return wanted;
  }

  /** The file on disk; null when it is no longer there. */
  private static @Nullable Path container(String file) {
    for (String name : new String[] {file, before(file, '!'), before(file, '#')}) {
      try {
        if (!name.isEmpty() && Files.isRegularFile(Path.of(name))) {
          return Path.of(name);
        }
      } catch (InvalidPathException e) {
        // no such name here, so no such file
      }
    }
    return null;
  }

  private static String before(String file, char sign) {
    int at = file.indexOf(sign);
    return at < 0 ? "" : file.substring(0, at);
  }

  private void file(InputStream in, Budget budget, boolean packed) throws IOException {
    byte[] start = start(in);
    switch (FileKind.of(in)) {
      case ZIP -> {
        if (!packed) {
          zip(in, budget);
        }
      }
      case MBOX -> {
        Mbox box = new Mbox(in);
        while (!wanted.isEmpty() && box.next()) {
          message(box.message().readAllBytes());
        }
      }
      case MESSAGE -> {
        byte[] rest = in.readNBytes(MessageLimit.LARGEST);
        byte[] whole = new byte[start.length + rest.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(rest, 0, whole, start.length, rest.length);
        message(whole);
      }
      default -> {}
    }
  }

  /** The byte-order mark, which telling the kind of a file passes over. */
  private static byte[] start(InputStream in) throws IOException {
    in.mark(3);
    byte[] three = in.readNBytes(3);
    in.reset();
    boolean mark =
        three.length == 3
            && (three[0] & 0xff) == 0xef
            && (three[1] & 0xff) == 0xbb
            && (three[2] & 0xff) == 0xbf;
    return mark ? three : new byte[0];
  }

  private void zip(InputStream in, Budget budget) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry();
          entry != null && !wanted.isEmpty();
          entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          file(new BufferedInputStream(budget.of(zip), 1 << 16), budget, true);
        }
      }
    }
  }

  private void message(byte[] message) throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(message);
      String sha256 = HexFormat.of().formatHex(hash);
      if (wanted.remove(sha256)) {
        sink.found(sha256, message);
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
