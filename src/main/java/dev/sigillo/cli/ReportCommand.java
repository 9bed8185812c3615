package dev.sigillo.cli;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.redact.Pseudonyms;
import dev.sigillo.redact.Redaction;
import dev.sigillo.report.FindingsCsv;
import dev.sigillo.report.PdfReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lays an assessment out. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Lay an assessment out as a PDF, or list its findings as CSV.",
      "With --redact nobody is named, and the assessment itself can be written without names. Whoever"
          + " wrote free text in the policy may still name somebody: read it before you pass it on."
    },
    footer = {
      "",
      "Examples: sigillo report assessment.json --lang it -o audit.pdf",
      "          sigillo report assessment.json --redact -o share/audit.pdf -o share/findings.csv"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ASSESSMENT", description = "assessment.json.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description =
          "Where a result goes, a PDF unless it ends in .csv or, with --redact, .json; may be repeated.")
  private List<Path> outputs;

  @Mixin private final LanguageOption language = new LanguageOption();
  @Mixin private final RedactOptions redact = new RedactOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    boolean redacted = redact.asked();
    for (Path output : outputs) {
      Target.file(output);
      if (kind(output).equals("json") && !redacted) {
        throw new UsageException(
            output + ": an assessment is written with --redact only; allowed: .pdf or .csv");
      }
    }
    AssessmentReader reader = AssessmentReader.open(file);
    if (!redacted) {
      write(reader);
      return ExitCode.OK.code();
    }
    Pseudonyms names = redact.names(reader.read(0).snapshot().tenantId(), folder(), err());
    try {
      Path folder = Files.createTempDirectory("sigillo-redacted");
      Path json = folder.resolve("assessment.json");
      try {
        Redaction.write(reader, json, names);
        write(AssessmentReader.open(json));
      } finally {
        Files.deleteIfExists(json);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the redacted assessment cannot be written", e);
    }
    for (Path output : outputs) {
      if (kind(output).equals("json")) {
        Redaction.write(reader, output, names);
        spec.commandLine().getOut().println("Assessment: " + output);
      }
    }
    return ExitCode.OK.code();
  }

  private void write(AssessmentReader reader) {
    Assessment assessment = reader.read(PdfReport.FINDINGS_SHOWN);
    for (Path output : outputs) {
      switch (kind(output)) {
        case "csv" ->
            said(
                "CSV",
                output,
                FindingsCsv.write(assessment, reader, language.code(), null, output));
        case "pdf" -> said("PDF", output, PdfReport.render(assessment, language.code(), output));
        default -> {} // the assessment itself, written last
      }
    }
  }

  private void said(String what, Path asked, Path written) {
    Target.explain(asked, written, err());
    spec.commandLine().getOut().println(what + ": " + written);
  }

  /** Folder of the first result. */
  private Path folder() {
    Path parent = outputs.get(0).toAbsolutePath().getParent();
    return parent == null ? outputs.get(0).toAbsolutePath() : parent;
  }

  private static String kind(Path output) {
    String name = output.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") ? "csv" : name.endsWith(".json") ? "json" : "pdf";
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
