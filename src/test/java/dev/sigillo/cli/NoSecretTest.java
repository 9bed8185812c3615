package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.tenant.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an application signs in with is nowhere in what is written, whatever goes wrong. */
class NoSecretTest {
  @TempDir private Path folder;

  @Test
  void no_file_and_no_line_holds_a_secret_or_a_token() throws IOException {
    StringWriter said = new StringWriter();
    Path out = folder.resolve("out");

    Main.run(
        new PrintWriter(said),
        new PrintWriter(said),
        "audit",
        "--verbose",
        "--logs",
        "7",
        "--simulate",
        "faulty",
        "--out",
        out.toString());

    Map<String, String> written = new TreeMap<>();
    written.put("said", said.toString());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        read(file, written);
      }
    }
    assertThat(written).containsKeys("audit.pdf", "snapshot.zip!manifest.json", "assessment.json");
    for (Application application : Scenario.bundled("faulty").tenant().applications()) {
      assertThat(written)
          .allSatisfy(
              (name, text) ->
                  assertThat(text)
                      .as(name)
                      .doesNotContain(application.secret())
                      .doesNotContain("Bearer ")
                      .doesNotContainPattern("eyJ[A-Za-z0-9_-]{10,}\\."));
    }
  }

  private static void read(Path file, Map<String, String> written) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".zip")) {
      try (InputStream in = Files.newInputStream(file);
          ZipInputStream zip = new ZipInputStream(in)) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          written.put(
              name + "!" + entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } else if (name.endsWith(".pdf")) {
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        written.put(name, new PDFTextStripper().getText(pdf));
      }
    } else {
      written.put(name, Files.readString(file));
    }
  }
}
