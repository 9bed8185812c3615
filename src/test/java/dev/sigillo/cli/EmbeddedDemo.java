package dev.sigillo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The demonstration's snapshot: the scenario {@code esempio}, collected with everything. */
public final class EmbeddedDemo {
  /** Where it stands among the product's resources. */
  static final Path FILE = Path.of("src/main/resources/demo/esempio.zip");

  private EmbeddedDemo() {}

  /** Collects the embedded snapshot anew. */
  public static void main(String[] args) throws IOException {
    Path fresh = collect(Files.createTempDirectory("esempio"));
    Files.copy(fresh, FILE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Collects a fresh one. */
  static Path collect(Path folder) {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code =
        Main.run(
            err,
            err,
            "audit",
            "--simulate",
            "esempio",
            "--inbox-rules",
            "full",
            "--logs",
            "30",
            "--out",
            folder.toString());
    if (code == ExitCode.USAGE.code() || code == ExitCode.UNEXPECTED.code()) {
      throw new IllegalStateException("the scenario could not be collected");
    }
    return folder.resolve("snapshot.zip");
  }
}
