package dev.sigillo.collect.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text as Windows writes it: UTF-8 or UTF-16 by its byte-order mark, UTF-8 without one if all of it
 * is, else Windows-1252.
 */
final class TextFile {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private TextFile() {}

  /** Opens the file for reading, after its byte-order mark. */
  static Reader open(Path file) throws IOException {
    byte[] head = head(file);
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return reader(file, StandardCharsets.UTF_8, 3);
    } else if (starts(head, 0xFF, 0xFE)) {
      return reader(file, StandardCharsets.UTF_16LE, 2);
    } else if (starts(head, 0xFE, 0xFF)) {
      return reader(file, StandardCharsets.UTF_16BE, 2);
    }
    return reader(file, isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS, 0);
  }

  /** Whether there is nothing in it but a byte-order mark and white space. */
  static boolean isBlank(Path file) throws IOException {
    try (Reader reader = open(file)) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (!Character.isWhitespace(c)) {
          return false;
        }
      }
      return true;
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(3);
    }
  }

  private static boolean starts(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static Reader reader(Path file, Charset charset, int skip) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.skipNBytes(skip);
    return new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
  }

  private static boolean isUtf8(Path file) throws IOException {
    try (Reader strict =
        new InputStreamReader(
            new BufferedInputStream(Files.newInputStream(file), 1 << 16),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      char[] buffer = new char[1 << 15];
      while (strict.read(buffer) >= 0) {
        // Reading is the test.
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
