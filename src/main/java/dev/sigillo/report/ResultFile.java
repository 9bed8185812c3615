package dev.sigillo.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ResultFile {
  private ResultFile() {}

  interface Content {
    void to(OutputStream out) throws IOException;
  }

  static Path write(Path target, Content content) {
    try (OutputStream out = Files.newOutputStream(target)) {
      content.to(out);
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
