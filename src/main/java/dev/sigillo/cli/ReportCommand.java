package dev.sigillo.cli;

import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.report.PdfReport;
import java.nio.file.Path;
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
    description = "Lay an assessment out as a PDF.",
    footer = {"", "Example: sigillo report assessment.json --lang it -o audit.pdf"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ASSESSMENT", description = "assessment.json.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where the PDF goes.")
  private Path output;

  @Mixin private final LanguageOption language = new LanguageOption();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Target.file(output);
    Path written =
        PdfReport.render(
            AssessmentReader.open(file).read(PdfReport.FINDINGS_SHOWN), language.code(), output);
    Target.explain(output, written, spec.commandLine().getErr());
    spec.commandLine().getOut().println("PDF: " + written);
    return ExitCode.OK.code();
  }
}
