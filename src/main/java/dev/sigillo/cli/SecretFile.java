package dev.sigillo.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds one secret and nothing else. */
final class SecretFile {
  private static final int MAX_BYTES = 4096;

  private SecretFile() {}

  /** Its first line; what went wrong never quotes it. */
  static String read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new UsageException(file + ": is too long for a secret");
      }
      String text = Files.readString(file);
      String secret = (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
      if (secret.isEmpty() || secret.lines().count() > 1) {
        throw new UsageException(file + ": holds no secret; allowed: one line with nothing but it");
      }
      return secret;
    } catch (CharacterCodingException e) {
      throw new UsageException(file + ": is not UTF-8");
    } catch (IOException e) {
      throw new UsageException(
          file + ": " + (Files.exists(file) ? "cannot be read" : "does not exist"));
    }
  }
}
