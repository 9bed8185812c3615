package dev.sigillo.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.evaluate.Evaluator;
import dev.sigillo.evaluate.Progress;
import dev.sigillo.evaluate.Request;
import dev.sigillo.policy.Policy;
import dev.sigillo.policy.PolicyLoader;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a scenario says of itself, and what the rules make of its rows, are the same. */
class ScenarioTruthTest {
  @TempDir static Path folder;

  private static Catalogue catalogue;
  private static Evaluator evaluator;

  @BeforeAll
  static void compile() {
    catalogue = CatalogueLoader.bundled();
    evaluator = Evaluator.of(catalogue, catalogue);
  }

  static List<Scenario> scenarios() {
    return Scenario.BUNDLED.stream()
        .map(Scenario::bundled)
        .map(one -> one.name().equals("million") ? one.withMailboxes(2000) : one)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void rules_find_what_the_scenario_says(Scenario scenario) {
    assertThat(Differences.between(audit(scenario, true), scenario.truth())).isEmpty();
  }

  static Set<String> misconfigurations() {
    return Misconfigurations.names();
  }

  /** What no other misconfiguration can hide. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("misconfigurations")
  void rules_find_what_a_misconfiguration_says_alone(String name) throws IOException {
    String policy =
        switch (name) {
          case "nothingDeclared" -> "default";
          case "recordsOutdated" -> "outdated.policy.yaml";
          default -> "clean.policy.yaml";
        };
    Path file = folder.resolve("alone.yaml");
    Files.writeString(
        file,
        "name: alone\nsize: {mailboxes: 60}\npolicy: %s\nmisconfigurations: {%s: 1}\n"
            .formatted(policy, name));
    Scenario scenario = Scenario.read(file);

    assertThat(Differences.between(audit(scenario, true), scenario.truth())).isEmpty();
  }

  @Test
  void logs_that_nobody_asked_for_are_unknown() {
    Scenario scenario = Scenario.bundled("neglected");

    assertThat(Differences.between(audit(scenario, false), scenario.truth().withoutLogs()))
        .isEmpty();
  }

  private static Assessment audit(Scenario scenario, boolean logs) {
    Path zip = folder.resolve(scenario.name() + ".zip");
    Path json = folder.resolve(scenario.name() + ".json");
    SimulatedSnapshot.write(scenario, zip, logs);
    Policy policy = PolicyLoader.parse(scenario.name(), scenario.policy(), catalogue.controls());
    try (Snapshot snapshot = Snapshots.open(zip)) {
      evaluator.evaluate(new Request(snapshot, policy, null, 2, "0.1.0", Progress.NONE), json);
    }
    return AssessmentReader.open(json).read(Integer.MAX_VALUE);
  }
}
