package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way from a real tenant's settings to the report. */
class ScubaGearAuditTest {
  private static final String EXPORT = "src/test/resources/scubagear/ProviderSettingsExport.json";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({"en, Summary", "it, Sintesi"})
  void an_export_becomes_a_report(String language, String heading) throws IOException {
    String snapshot = folder.resolve("snapshot.zip").toString();
    Path target = folder.resolve("audit");

    assertThat(run("import", "scubagear", EXPORT, "-o", snapshot)).as("%s", err).isZero();
    assertThat(
            run(
                "audit",
                "--snapshot",
                snapshot,
                "--lang",
                language,
                "--quiet",
                "--out",
                target.toString()))
        .as("%s", err)
        .isEqualTo(ExitCode.FINDINGS.code());

    for (String file :
        new String[] {"assessment.json", "snapshot.zip", "findings.csv", "remediation.ps1"}) {
      assertThat(target.resolve(file)).isNotEmptyFile();
    }
    try (PDDocument pdf = Loader.loadPDF(target.resolve("audit.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("tqhjy.onmicrosoft.com", heading)
          .doesNotContain("SKIPPED", "TRUNCATED", "sigillo:", "(null)", "{0}");
    }
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
