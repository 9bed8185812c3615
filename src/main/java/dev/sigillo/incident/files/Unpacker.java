package dev.sigillo.incident.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Opens files, folders, ZIP files, gzip files and e-mail, whatever they are called, and hands over
 * what is inside. What cannot be read is refused with a sentence, and the run goes on.
 */
public final class Unpacker {
  /** Unpacked bytes of one document: a report of a year of a large domain is smaller. */
  public static final int LARGEST = 64 << 20;

  /** A report in a gzip in an e-mail in a ZIP is the deepest that occurs. */
  static final int DEEPEST = 4;

  private static final int DEEPEST_FOLDER = 40;
  private static final int MOST_FILES = 1_000_000;
  private static final long LARGEST_WHOLE = 8L << 30;
  private static final int LOOK = 4_096;
  private static final Pattern MAIL = Pattern.compile("(?s)[!-9;=-z~]{1,80}[ \\t]?:(?!//).*");

  private final DocumentSink sink;

  private Unpacker(DocumentSink sink) {
    this.sink = sink;
  }

  /** Opens everything the paths name, in their order, folders by name. */
  public static void open(List<Path> paths, DocumentSink sink) {
    Unpacker unpacker = new Unpacker(sink);
    paths.forEach(path -> unpacker.path(path, 0));
  }

  private void path(Path path, int depth) {
    try {
      if (Files.isDirectory(path)) {
        folder(path, depth);
      } else if (!Files.isRegularFile(path)) {
        throw new RefusedException("is no file and no folder");
      } else {
        String sha256 = digest(path);
        try (InputStream in = Files.newInputStream(path)) {
          new Outermost(sha256).content(path.toString(), in, 0);
        }
      }
    } catch (RefusedException e) {
      refuse(path.toString(), e);
    } catch (IOException | DirectoryIteratorException e) {
      refuse(
          path.toString(), new RefusedException("cannot be read, or is broken: " + e.getMessage()));
    }
  }

  private void folder(Path folder, int depth) throws IOException {
    if (depth > DEEPEST_FOLDER) {
      throw new RefusedException("is more than %d folders deep".formatted(DEEPEST_FOLDER));
    }
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (paths.size() >= MOST_FILES) {
          throw new RefusedException("holds more than %,d files".formatted(MOST_FILES));
        }
        if (!String.valueOf(entry.getFileName()).startsWith(".")
            && !Files.isSymbolicLink(entry)
            && (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(entry))) {
          paths.add(entry);
        }
      }
    }
    Collections.sort(paths);
    paths.forEach(path -> path(path, depth + 1));
  }

  private static String digest(Path path) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void refuse(String name, IOException e) {
    sink.refused(name + " " + e.getMessage() + ".");
  }

  /** One file of the user's, and all that it unpacks to. */
  private final class Outermost implements MailAttachments.Sink {
    private final String sha256;
    private final Budget budget = new Budget(LARGEST_WHOLE);

    Outermost(String sha256) {
      this.sha256 = sha256;
    }

    void content(String name, InputStream raw, int depth) throws IOException {
      if (depth > DEEPEST) {
        throw new RefusedException(
            "is packed more than %d times over; a report is packed at most that often"
                .formatted(DEEPEST));
      }
      InputStream in = new BufferedInputStream(budget.of(raw), 1 << 16);
      in.mark(LOOK);
      String start = new String(in.readNBytes(LOOK), StandardCharsets.ISO_8859_1);
      in.reset();
      if (start.startsWith("\u001f\u008b")) {
        content(name, new GZIPInputStream(in, 1 << 15), depth + 1);
      } else if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
        zip(name, in, depth);
      } else if (MAIL.matcher(start.stripLeading()).matches()) {
        MailAttachments.read(name, in, depth, this);
      } else {
        document(name, in);
      }
    }

    @Override
    public void attachment(String name, InputStream in, int depth) throws IOException {
      entry(name, in, depth + 1);
    }

    private void zip(String name, InputStream in, int depth) throws IOException {
      try (ZipInputStream zip = new ZipInputStream(in)) {
        ZipEntry entry;
        int count = 0;
        while ((entry = zip.getNextEntry()) != null) {
          if (++count > MOST_FILES) {
            throw new RefusedException("has more than %,d entries".formatted(MOST_FILES));
          }
          if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
            entry(name + "!" + entry.getName(), unclosed(zip), depth + 1);
            budget.of(zip).transferTo(OutputStream.nullOutputStream());
          }
        }
        if (count == 0) {
          throw new RefusedException("is a ZIP without entries, or a broken one");
        }
      } catch (IllegalArgumentException e) {
        throw new RefusedException("is a broken ZIP: an entry's name is unreadable");
      }
    }

    /** What is wrong with one entry is no reason to leave the others. */
    private void entry(String name, InputStream in, int depth) throws IOException {
      try {
        content(name, in, depth);
      } catch (RefusedException e) {
        refuse(name, e);
      } catch (ZipException | EOFException e) {
        refuse(name, new RefusedException("is broken: " + e.getMessage()));
      }
    }

    private void document(String name, InputStream in) throws IOException {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new RefusedException(
            "unpacks to more than %d MiB, which no report does".formatted(LARGEST >> 20));
      }
      if (new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1)
          .isBlank()) {
        throw new RefusedException("is empty");
      }
      sink.document(new Document(name, sha256, bytes));
    }
  }

  /** Closing an entry must not close its ZIP. */
  private static InputStream unclosed(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() {}
    };
  }
}
