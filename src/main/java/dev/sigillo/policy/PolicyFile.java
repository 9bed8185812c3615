package dev.sigillo.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of a policy, read whole. */
final class PolicyFile {
  static final List<String> BUNDLED = List.of("default", "cis-m365", "scuba", "microsoft-strict");

  private static final int LIMIT = 4 << 20;

  private final String shown;
  private final String name;
  private final String identity;
  private final @Nullable Path folder;
  private final byte[] bytes;

  private PolicyFile(
      String shown, String name, String identity, @Nullable Path folder, byte[] bytes) {
    this.shown = shown;
    this.name = name;
    this.identity = identity;
    this.folder = folder;
    this.bytes = bytes;
  }

  /** Why a file cannot be had. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }

    String why() {
      return Objects.requireNonNull(getMessage());
    }
  }

  /** How messages call it. */
  String shown() {
    return shown;
  }

  /** How documents call it: without the folders of this machine. */
  String name() {
    return name;
  }

  /** What tells it from other files. */
  String identity() {
    return identity;
  }

  /** What its paths start from; null when they cannot be followed. */
  @Nullable Path folder() {
    return folder;
  }

  /** Its content, to read only. */
  byte[] bytes() {
    return bytes;
  }

  /** A text that was not read from a file. */
  static PolicyFile text(String name, String text) {
    return new PolicyFile(name, name, name, null, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A policy inside the program. */
  static PolicyFile bundled(String name) {
    String resource = "policies/" + name + ".yaml";
    try (InputStream in = PolicyFile.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new PolicyException(resource + ": is missing from the program's jar");
      }
      return new PolicyFile(name, name, "bundled " + name, null, in.readAllBytes());
    } catch (IOException e) {
      throw new PolicyException(resource + ": cannot be read from the program's jar");
    }
  }

  /**
   * A file.
   *
   * @param folder what a relative path starts from; null for the working folder
   */
  static PolicyFile file(String written, @Nullable Path folder) throws Unreadable {
    try {
      Path file = folder == null ? Path.of(written) : folder.resolve(written);
      if (Files.isDirectory(file)) {
        throw new Unreadable("it is a folder");
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
          throw new Unreadable(String.format(Locale.ROOT, "it is larger than %d MiB", LIMIT >> 20));
        }
        Path real = file.toRealPath();
        return new PolicyFile(
            file.toString(),
            String.valueOf(file.getFileName()),
            real.toString(),
            file.toAbsolutePath().getParent(),
            bytes);
      }
    } catch (InvalidPathException | NoSuchFileException e) {
      throw new Unreadable("there is no such file");
    } catch (AccessDeniedException e) {
      throw new Unreadable("reading it is not permitted");
    } catch (IOException e) {
      throw new Unreadable("it cannot be read");
    }
  }
}
