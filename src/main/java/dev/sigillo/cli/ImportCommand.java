package dev.sigillo.cli;

import dev.sigillo.collect.imports.CmdletImport;
import dev.sigillo.collect.imports.ImportOptions;
import dev.sigillo.collect.imports.Imported;
import dev.sigillo.collect.imports.ScubaGearImport;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Status;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns what people already have into a snapshot. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Turn an export into a snapshot.",
    footer = {"", "Example: sigillo import cmdlets export-folder -o tenant.zip"},
    subcommands = {ImportCommand.ScubaGear.class, ImportCommand.Cmdlets.class})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a source is missing; allowed: scubagear, cmdlets");
  }

  /** ScubaGear's export. */
  @Command(
      name = "scubagear",
      mixinStandardHelpOptions = true,
      description = "Import ScubaGear's ProviderSettingsExport.json.",
      footer = {"", "Example: sigillo import scubagear ProviderSettingsExport.json -o tenant.zip"})
  static final class ScubaGear implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "ProviderSettingsExport.json.")
    private Path file;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "SNAPSHOT",
        required = true,
        description = "Where the snapshot goes.")
    private Path output;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      Target.file(output);
      if (!Files.isRegularFile(file)) {
        throw new UsageException(file + ": there is no such file");
      }
      Imported imported =
          ScubaGearImport.run(file, output, new ImportOptions(Version.current(), false));
      return report(spec, output, imported.notes());
    }
  }

  /** A folder of cmdlet exports. */
  @Command(
      name = "cmdlets",
      mixinStandardHelpOptions = true,
      description =
          "Import a folder of Get-….json or Get-….csv, as ConvertTo-Json and Export-Csv write them.",
      footer = {"", "Example: sigillo import cmdlets export-folder -o tenant.zip"})
  static final class Cmdlets implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder.")
    private Path folder;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "SNAPSHOT",
        required = true,
        description = "Where the snapshot goes.")
    private Path output;

    @Option(
        names = "--with-rule-texts",
        description =
            "Keep the names of inbox rules; they reveal private life (default: left out).")
    private boolean ruleTexts;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      Target.file(output);
      Imported imported =
          CmdletImport.run(folder, output, new ImportOptions(Version.current(), ruleTexts));
      return report(spec, output, imported.notes());
    }
  }

  /** Says what a new snapshot holds. */
  static int report(CommandSpec spec, Path output, List<String> notes) {
    PrintWriter out = spec.commandLine().getOut();
    notes.forEach(spec.commandLine().getErr()::println);
    try (Snapshot snapshot = Snapshots.open(output)) {
      snapshot.manifest().datasets().stream()
          .filter(d -> d.status() != Status.SKIPPED)
          .forEach(d -> out.printf("%-50s %-10s %,d rows%n", d.name(), d.status(), d.rows()));
      out.println("Snapshot: " + output);
      out.println("Digest:   " + snapshot.digest());
    }
    return ExitCode.OK.code();
  }
}
