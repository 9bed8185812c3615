package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.evaluate.Evaluator;
import dev.sigillo.evaluate.Progress;
import dev.sigillo.evaluate.Request;
import dev.sigillo.policy.Policy;
import dev.sigillo.policy.PolicyLoader;
import dev.sigillo.snapshot.HandmadeSnapshot;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Assessments to lay out. */
final class Judged {
  private static final Catalogue BUNDLED = CatalogueLoader.bundled();

  private Judged() {}

  /** The demo tenant with its own policy. */
  static Assessment demo(Path file) {
    try (Snapshot snapshot = Snapshots.open(Path.of("src/main/resources/demo/esempio.zip"))) {
      return judge(snapshot, PolicyLoader.parse("demo", policy(), BUNDLED.controls()), file);
    }
  }

  /** The same with another conclusion of the auditor's. */
  static Assessment concluding(String conclusion, Path file) {
    String policy =
        policy().replaceFirst("(?s)(  conclusion: ).*?(?=\n  approvals:)", "$1" + conclusion);
    try (Snapshot snapshot = Snapshots.open(Path.of("src/main/resources/demo/esempio.zip"))) {
      return judge(snapshot, PolicyLoader.parse("demo", policy, BUNDLED.controls()), file);
    }
  }

  private static String policy() {
    try {
      return Files.readString(Path.of("src/main/resources/demo/policy.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tenant of which nothing is known. */
  static Assessment empty(Path file) {
    Instant end = Instant.parse("2026-11-01T00:00:00Z");
    try (Snapshot snapshot =
        HandmadeSnapshot.of(
            new ManifestHeader("test", null, null, null, null, end, end), Map.of())) {
      return judge(snapshot, PolicyLoader.load("default", BUNDLED.controls()), file);
    }
  }

  private static Assessment judge(Snapshot snapshot, Policy policy, Path file) {
    Evaluator.of(BUNDLED, BUNDLED)
        .evaluate(new Request(snapshot, policy, null, 2, "test", Progress.NONE), file);
    return AssessmentReader.open(file).read(PdfReport.FINDINGS_SHOWN);
  }
}
