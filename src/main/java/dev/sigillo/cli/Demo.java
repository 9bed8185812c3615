package dev.sigillo.cli;

import dev.sigillo.snapshot.SnapshotCopy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The made-up tenant inside the jar: Esempio S.p.A. */
final class Demo {
  private static final String FOLDER = "demo/";

  private Demo() {}

  /** Puts the demo's snapshot where it is asked for. */
  static void copySnapshot(Path target) throws IOException {
    try (InputStream in = open("esempio.zip")) {
      SnapshotCopy.write(in, target);
    }
  }

  /** The demo organisation's policy. */
  static String policy() {
    try (InputStream in = open("policy.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Demo.class.getClassLoader().getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IOException(FOLDER + name + " is missing from the program's jar");
    }
    return in;
  }
}
