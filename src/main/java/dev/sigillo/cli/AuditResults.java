package dev.sigillo.cli;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.redact.Pseudonyms;
import dev.sigillo.redact.Redaction;
import dev.sigillo.report.FindingsCsv;
import dev.sigillo.report.PdfReport;
import dev.sigillo.report.RemediationScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Writes what an audit results in, and says where it is. */
final class AuditResults {
  private final AuditFolder folder;
  private final String language;
  private final @Nullable Character separates;
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * @param separates cells in {@code findings.csv}; null for what the language is used to
   */
  AuditResults(
      AuditFolder folder, String language, @Nullable Character separates, CommandSpec spec) {
    this.folder = folder;
    this.language = language;
    this.separates = separates;
    this.out = spec.commandLine().getOut();
    this.err = spec.commandLine().getErr();
  }

  /**
   * Everything, with the names of people.
   *
   * @param judge writes the assessment into a file
   */
  Assessment named(Function<Path, Assessment> judge) {
    Path json = folder.of("assessment.json");
    Assessment judged = judge.apply(json);
    new Summary(out).print(judged);
    AssessmentReader reader = AssessmentReader.open(json);
    Assessment assessment = reader.read(PdfReport.FINDINGS_SHOWN);
    documents(reader, assessment);
    Path wanted = folder.of("remediation.ps1");
    said("Remediation", wanted, RemediationScript.write(assessment, reader, language, wanted));
    return judged;
  }

  /** Without them; the assessment that has them is kept for as long as the other is made. */
  Assessment redacted(Function<Path, Assessment> judge, RedactOptions redact) {
    try (WorkFolder work = WorkFolder.make()) {
      Path whole = work.path().resolve("assessment.json");
      Assessment judged = judge.apply(whole);
      Pseudonyms names = redact.names(judged.snapshot().tenantId(), folder.path(), err);
      Path json = folder.of("assessment.json");
      Redaction.write(AssessmentReader.open(whole), json, names);
      new Summary(out).print(judged);
      AssessmentReader reader = AssessmentReader.open(json);
      documents(reader, reader.read(PdfReport.FINDINGS_SHOWN));
      return judged;
    } catch (IOException e) {
      throw new UncheckedIOException(folder.path() + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private void documents(AssessmentReader reader, Assessment assessment) {
    Path pdf = folder.of("audit.pdf");
    said("Report", pdf, PdfReport.render(assessment, language, pdf));
    said("Assessment", folder.of("assessment.json"), folder.of("assessment.json"));
    Path csv = folder.of("findings.csv");
    said("Findings", csv, FindingsCsv.write(assessment, reader, language, separates, csv));
  }

  private void said(String what, Path wanted, Path written) {
    Target.explain(wanted, written, err);
    out.printf("%-12s %s%n", what + ":", written);
  }
}
