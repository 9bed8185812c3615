package dev.sigillo.cli;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.control.Catalogue;
import dev.sigillo.evaluate.Evaluator;
import dev.sigillo.evaluate.Request;
import dev.sigillo.policy.Policy;
import dev.sigillo.policy.PolicyLoader;
import dev.sigillo.snapshot.Snapshot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that decide how a snapshot is judged, shared by {@code audit} and {@code evaluate}. */
final class Judging {
  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "Your policy, or a bundled one: default, cis-m365, scuba, microsoft-strict (default: default).")
  private @Nullable String policy;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = AsOf.class,
      description =
          "Instant every date is compared with, such as 2026-11-24T09:00:00Z (default: the snapshot's end).")
  private @Nullable Instant asOf;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that judge mailboxes (default: one per core).")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Mixin private final Rules rules = new Rules();

  /** Judges a snapshot and writes the assessment. */
  Assessment judge(Snapshot snapshot, Path file, PrintWriter err) {
    return judge(snapshot, file, err, null);
  }

  /** The same; a policy's text counts when no policy was named. */
  Assessment judge(Snapshot snapshot, Path file, PrintWriter err, @Nullable String otherwise) {
    if (workers < 1) {
      throw new UsageException("--workers %d: allowed are 1 or more".formatted(workers));
    }
    Catalogue all = rules.all();
    Policy chosen = choose(all, otherwise);
    Evaluator evaluator = Evaluator.of(rules.bundled(), all);
    try (ProgressLine progress = new ProgressLine(err, quiet)) {
      return evaluator.evaluate(
          new Request(snapshot, chosen, asOf, workers, Version.current(), progress), file);
    }
  }

  /** The policy that counts; a text does when no policy was named. */
  Policy policy(@Nullable String otherwise) {
    return choose(rules.all(), otherwise);
  }

  boolean quiet() {
    return quiet;
  }

  private Policy choose(Catalogue catalogue, @Nullable String otherwise) {
    if (policy == null && otherwise != null) {
      return PolicyLoader.parse("demo", otherwise, catalogue.controls());
    }
    return PolicyLoader.load(policy == null ? "default" : policy, catalogue.controls());
  }

  /** Reads an instant. */
  static final class AsOf implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return Instant.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'%s' is not an instant; allowed: a UTC time such as 2026-11-24T09:00:00Z"
                .formatted(value));
      }
    }
  }
}
