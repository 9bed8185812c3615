package dev.sigillo.cli;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a snapshot. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Judge a snapshot and write the assessment.",
    footer = {"", "Example: sigillo evaluate tenant.zip --policy policy.yaml -o assessment.json"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class EvaluateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SNAPSHOT", description = "A snapshot's ZIP or folder.")
  private Path snapshot;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where the assessment goes.")
  private Path output;

  @Mixin private final Judging judging = new Judging();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Target.file(output);
    try (Snapshot opened = Snapshots.open(snapshot)) {
      Assessment assessment = judging.judge(opened, output, spec.commandLine().getErr());
      new Summary(spec.commandLine().getOut()).print(assessment);
      spec.commandLine().getOut().println("Assessment: " + output);
      return ExitCode.of(assessment).code();
    }
  }
}
