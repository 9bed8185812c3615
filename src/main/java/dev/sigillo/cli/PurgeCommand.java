package dev.sigillo.cli;

import dev.sigillo.snapshot.Purge;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes what should not be kept longer. */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    description = {
      "Remove logs of what people did from a snapshot: sign-ins, audit events, message traces,"
          + " delivery reports.",
      "The manifest keeps their lines with the status PURGED: 'verify' says so, and a new evaluation"
          + " says that they are not known. Without -o the snapshot itself is replaced. Copies,"
          + " backups, assessments and reports made before are yours to remove."
    },
    footer = {"", "Example: sigillo purge tenant.zip --logs"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PurgeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SNAPSHOT", description = "A snapshot's ZIP.")
  private Path file;

  @SuppressWarnings("UnusedVariable") // says what is removed; nothing else can be yet
  @Option(names = "--logs", required = true, description = "Remove the logs.")
  private boolean logs;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "NEW",
      description = "Where the snapshot without logs goes (default: in the place of SNAPSHOT).")
  private @Nullable Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Path target = output == null ? file : output;
    Target.file(target);
    List<String> removed = Purge.logs(file, target, Clock.systemUTC().instant());
    PrintWriter err = spec.commandLine().getErr();
    if (removed.isEmpty()) {
      err.println(file + ": holds no logs; nothing was written");
      return ExitCode.OK.code();
    }
    err.println("Removed: " + String.join(", ", removed));
    err.println(target + ": digest of its manifest is now:");
    try (Snapshot snapshot = Snapshots.open(target)) {
      spec.commandLine().getOut().println(snapshot.digest());
    }
    return ExitCode.OK.code();
  }
}
