package dev.sigillo.cli;

import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks digests. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Check that a snapshot or an assessment is as it was written.",
      "Digests prove that nothing changed since, not who made it: compare with a digest that came another way."
    },
    footer = {"", "Example: sigillo verify tenant.zip --expect 9f86d081884c7d65…"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class VerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A snapshot or an assessment.json.")
  private Path file;

  @Option(
      names = "--expect",
      paramLabel = "DIGEST",
      description = "Digest the file must have: a snapshot's, or an assessment's resultsDigest.")
  private @Nullable String expect;

  @Spec private CommandSpec spec;

  private List<String> purged = List.of();

  @Override
  public Integer call() {
    boolean assessment =
        file.getFileName() != null
            && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    String digest = assessment ? assessment() : snapshot();
    if (expect != null && !expect.strip().equalsIgnoreCase(digest)) {
      throw new UsageException(
          "%s: its digest is %s, not the expected %s".formatted(file, digest, expect.strip()));
    }
    if (!purged.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("Removed on purpose since it was collected: " + String.join(", ", purged));
    }
    spec.commandLine()
        .getErr()
        .println(
            assessment
                ? "Unchanged assessment; its resultsDigest:"
                : "Unchanged snapshot; digest of its manifest:");
    spec.commandLine().getOut().println(digest);
    return ExitCode.OK.code();
  }

  private String assessment() {
    return AssessmentReader.open(file).read(0).resultsDigest();
  }

  private String snapshot() {
    try (Snapshot snapshot = Snapshots.open(file)) {
      purged =
          snapshot.manifest().datasets().stream()
              .filter(entry -> entry.status() == Status.PURGED)
              .map(DatasetEntry::name)
              .toList();
      return snapshot.digest();
    }
  }
}
