package dev.sigillo.bench;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.report.FindingsCsv;
import dev.sigillo.report.RemediationScript;
import java.nio.file.Path;

/**
 * Writes {@code findings.csv} and {@code remediation.ps1}: {@code WriteLists ASSESSMENT FOLDER}.
 */
public final class WriteLists {
  private WriteLists() {}

  public static void main(String[] args) {
    AssessmentReader reader = AssessmentReader.open(Path.of(args[0]));
    Assessment assessment = reader.read(0);
    Path folder = Path.of(args[1]);
    FindingsCsv.write(assessment, reader, "en", null, folder.resolve("findings.csv"));
    RemediationScript.write(assessment, reader, "en", folder.resolve("remediation.ps1"));
  }
}
