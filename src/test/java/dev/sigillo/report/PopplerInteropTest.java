package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another reader than the one that helped to write the PDF sees the same in it. */
@Tag("interop")
class PopplerInteropTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void pdftotext_reads_every_control_and_finding(String language)
      throws IOException, InterruptedException {
    Assessment assessment = Judged.demo(folder.resolve("assessment.json"));
    Path pdf = PdfReport.render(assessment, language, folder.resolve("audit.pdf"));
    String text = run("pdftotext", "-enc", "UTF-8", pdf.toString(), "-").replaceAll("\\s+", "");
    for (ControlResult control : assessment.controls()) {
      assertThat(text).contains(control.id());
      for (Finding finding :
          control.bad() > 0 ? control.findings() : java.util.List.<Finding>of()) {
        assertThat(text).contains(finding.id());
      }
    }
    assertThat(run("pdfinfo", pdf.toString())).contains("Tagged:").contains("Esempio");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }
}
