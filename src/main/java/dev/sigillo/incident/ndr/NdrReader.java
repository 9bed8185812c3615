package dev.sigillo.incident.ndr;

import dev.sigillo.incident.files.Budget;
import dev.sigillo.incident.files.RefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads delivery reports from files, mbox files, Maildirs, folders and ZIP files of them. What
 * cannot be read is refused with a sentence, and the run goes on. Memory does not grow with the
 * input.
 */
public final class NdrReader {
  private static final int DEEPEST_FOLDER = 40;
  private static final int MOST_FILES_OF_FOLDER = 1_000_000;
  private static final int MOST_ENTRIES = 1_000_000;

  /** Unpacked bytes of one ZIP. */
  private static final long LARGEST_ZIP = 8L << 30;

  private final BounceSink sink;
  private long messages;
  private long reports;
  private long complaints;
  private long refused;

  private NdrReader(BounceSink sink) {
    this.sink = sink;
  }

  /** Reads everything the paths name, in their order, folders by name. */
  public static NdrTally read(List<Path> paths, BounceSink sink) {
    NdrReader reader = new NdrReader(sink);
    paths.forEach(path -> reader.path(path, 0));
    return new NdrTally(reader.messages, reader.reports, reader.complaints, reader.refused);
  }

  private void path(Path path, int depth) {
    String name = path.toString();
    try {
      if (Files.isDirectory(path)) {
        folder(path, depth);
      } else if (!Files.isRegularFile(path)) {
        refuse(name, "is no file and no folder");
      } else {
        try (DigestInputStream raw = hashed(Files.newInputStream(path));
            InputStream in = new BufferedInputStream(raw, 1 << 16)) {
          file(name, in, raw, false);
        }
      }
    } catch (RefusedException e) {
      refuse(name, String.valueOf(e.getMessage()));
    } catch (IOException | DirectoryIteratorException e) {
      refuse(name, "cannot be read: " + e.getMessage());
    }
  }

  private void folder(Path folder, int depth) throws IOException {
    if (depth > DEEPEST_FOLDER) {
      throw new RefusedException("is more than %d folders deep".formatted(DEEPEST_FOLDER));
    }
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (paths.size() >= MOST_FILES_OF_FOLDER) {
          throw new RefusedException("holds more than %,d files".formatted(MOST_FILES_OF_FOLDER));
        }
        if (isMail(entry)) {
          paths.add(entry);
        }
      }
    }
    Collections.sort(paths);
    paths.forEach(path -> path(path, depth + 1));
  }

  /** Hidden files, links, and what a Maildir is still writing are passed over. */
  private static boolean isMail(Path path) {
    String name = String.valueOf(path.getFileName());
    boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    boolean maildirFolder = folder && Files.isDirectory(path.resolve("cur"));
    boolean writing = folder && name.equals("tmp") && Files.isDirectory(path.resolveSibling("cur"));
    return (maildirFolder || !name.startsWith(".")) && !writing && !Files.isSymbolicLink(path);
  }

  /** Beneath every buffer, so that each byte is counted once. */
  private static DigestInputStream hashed(InputStream in) {
    try {
      return new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void file(String name, InputStream in, DigestInputStream raw, boolean packed)
      throws IOException {
    switch (FileKind.of(in)) {
      case ZIP -> {
        if (packed) {
          throw new RefusedException("is a ZIP in a ZIP; unpack it first");
        }
        zip(name, in);
      }
      case MBOX -> mbox(name, in);
      case MESSAGE -> message(name, in, raw);
      case EMPTY -> throw new RefusedException("is empty");
      case OUTLOOK ->
          throw new RefusedException(
              "is an Outlook item; save it as .eml (RFC 5322) and read that");
      case NONE ->
          throw new RefusedException(
              "is no mail; allowed: a message (.eml), an mbox, a Maildir, a ZIP of them");
    }
  }

  private void mbox(String name, InputStream in) throws IOException {
    Mbox box = new Mbox(in);
    boolean more = box.next();
    for (int number = 1; more; number++) {
      InputStream message = box.message();
      more = box.next();
      one(number == 1 && !more ? name : name + "#" + number, message);
    }
  }

  /** The entries as they come; the directory at the end, which may lie, is not looked at. */
  private void zip(String name, InputStream in) throws IOException {
    Budget budget = new Budget(LARGEST_ZIP);
    try (ZipInputStream zip = new ZipInputStream(in)) {
      ZipEntry entry;
      int count = 0;
      while ((entry = zip.getNextEntry()) != null) {
        if (++count > MOST_ENTRIES) {
          throw new RefusedException("has more than %,d entries".formatted(MOST_ENTRIES));
        }
        if (!entry.isDirectory()) {
          InputStream unpacked = budget.of(zip);
          entry(name + "!" + entry.getName(), unpacked);
          unpacked.transferTo(OutputStream.nullOutputStream());
        }
      }
      if (count == 0) {
        throw new RefusedException("is a ZIP without entries, or a broken one");
      }
    } catch (IllegalArgumentException e) {
      throw new RefusedException("is a broken ZIP: an entry's name is unreadable");
    }
  }

  private void entry(String name, InputStream in) throws IOException {
    try {
      DigestInputStream raw = hashed(in);
      file(name, new BufferedInputStream(raw, 1 << 16), raw, true);
    } catch (RefusedException e) {
      refuse(name, String.valueOf(e.getMessage()));
    }
  }

  private void one(String name, InputStream in) throws IOException {
    try {
      DigestInputStream raw = hashed(in);
      message(name, raw, in.available() > MessageLimit.LARGEST ? null : raw);
    } catch (RefusedException e) {
      refuse(name, String.valueOf(e.getMessage()));
    }
  }

  private void message(String name, InputStream in, @Nullable DigestInputStream whole)
      throws IOException {
    MessageLimit limit = new MessageLimit(in);
    MailPart message = MailParser.parse(limit);
    String sha256 = whole == null || limit.reached() ? null : digest(in, whole);
    List<Bounce> bounces = Extraction.of(name, sha256, message);
    if (bounces.isEmpty() && message.cut) {
      throw new RefusedException(
          "has no delivery report in its first %d MiB, and is longer; allowed: a report at the start"
              .formatted(MessageLimit.LARGEST >> 20));
    }
    messages++;
    reports += bounces.isEmpty() ? 0 : 1;
    complaints += message.complaint && bounces.isEmpty() ? 1 : 0;
    bounces.forEach(sink::bounce);
  }

  /** Of the whole message, with what the parser left. */
  private static String digest(InputStream in, DigestInputStream whole) throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(whole.getMessageDigest().digest());
  }

  private void refuse(String name, String rest) {
    refused++;
    sink.refused(name + " " + Lines.joined(rest, 500) + ".");
  }
}
