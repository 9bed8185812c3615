package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.evaluate.Evaluator;
import dev.sigillo.evaluate.Progress;
import dev.sigillo.evaluate.Request;
import dev.sigillo.policy.PolicyLoader;
import dev.sigillo.snapshot.HandmadeSnapshot;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
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
      return judge(snapshot, "default", file);
    }
  }

  /** A tenant of which nothing is known. */
  static Assessment empty(Path file) {
    Instant end = Instant.parse("2026-11-01T00:00:00Z");
    try (Snapshot snapshot =
        HandmadeSnapshot.of(
            new ManifestHeader("test", null, null, null, null, end, end), Map.of())) {
      return judge(snapshot, "default", file);
    }
  }

  private static Assessment judge(Snapshot snapshot, String policy, Path file) {
    Evaluator.of(BUNDLED, BUNDLED)
        .evaluate(
            new Request(
                snapshot,
                PolicyLoader.load(policy, BUNDLED.controls()),
                null,
                2,
                "test",
                Progress.NONE),
            file);
    return AssessmentReader.open(file).read(PdfReport.FINDINGS_SHOWN);
  }
}
