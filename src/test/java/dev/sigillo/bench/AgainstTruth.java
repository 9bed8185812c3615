package dev.sigillo.bench;

import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.simulator.tenant.Differences;
import dev.sigillo.simulator.tenant.Scenario;
import java.nio.file.Path;

/**
 * {@code AgainstTruth SCENARIO assessment.json}: whether an audit of a bundled scenario, all inbox
 * rules read and no logs, found what the scenario says; for those too large for a test.
 */
final class AgainstTruth {
  private AgainstTruth() {}

  public static void main(String... args) {
    String differences =
        Differences.between(
            AssessmentReader.open(Path.of(args[1])).read(Integer.MAX_VALUE),
            Scenario.bundled(args[0]).truth().withoutLogs());
    if (!differences.isEmpty()) {
      throw new IllegalStateException(differences);
    }
    System.out.println("as the scenario says");
  }
}
