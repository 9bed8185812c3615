package dev.sigillo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.assessment.Outcome;
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
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit of the invented tenant says what its story says. */
class DemoAssessmentTest {
  private static final Path POLICY = Path.of("src/main/resources/demo/policy.yaml");
  private static final Path SNAPSHOT = Path.of("src/main/resources/demo/esempio.zip");
  private static final Path TRUTH = Path.of("src/test/resources/demo/outcomes.yaml");

  @TempDir static Path folder;

  private static Assessment assessment;

  /**
   * What is expected of a control.
   *
   * @param outcome its outcome
   * @param bad subjects with an open finding
   * @param waived subjects whose findings are waived
   * @param unknown how many subjects could not be judged
   * @param why for the reader
   */
  record Expected(
      Outcome outcome, List<String> bad, List<String> waived, int unknown, @Nullable String why) {
    Expected {
      bad = bad == null ? List.of() : bad.stream().sorted().toList();
      waived = waived == null ? List.of() : waived.stream().sorted().toList();
    }

    static Expected of(ControlResult control) {
      return new Expected(
          control.outcome(),
          subjects(control, finding -> finding.waiver() == null),
          subjects(control, finding -> finding.waiver() != null),
          Math.toIntExact(control.unknown()),
          null);
    }

    private static List<String> subjects(ControlResult control, Predicate<Finding> which) {
      return List.copyOf(
          new TreeSet<>(control.findings().stream().filter(which).map(Finding::subject).toList()));
    }

    Expected withoutReason() {
      return new Expected(outcome, bad, waived, unknown, null);
    }
  }

  @BeforeAll
  static void audit() throws IOException {
    Catalogue catalogue = CatalogueLoader.bundled();
    Policy policy =
        PolicyLoader.parse(POLICY.toString(), Files.readString(POLICY), catalogue.controls());
    Path json = folder.resolve("assessment.json");
    try (Snapshot snapshot = Snapshots.open(SNAPSHOT)) {
      Evaluator.of(catalogue, catalogue)
          .evaluate(new Request(snapshot, policy, null, 2, "0.1.0", Progress.NONE), json);
    }
    assessment = AssessmentReader.open(json).read(Integer.MAX_VALUE);
  }

  @Test
  void every_control_comes_out_as_the_story_has_it() throws IOException {
    Map<String, Expected> said = new TreeMap<>();
    assessment.controls().forEach(control -> said.put(control.id(), Expected.of(control)));

    assertThat(said).containsExactlyInAnyOrderEntriesOf(truth());
  }

  @Test
  void every_outcome_is_shown() {
    assertThat(assessment.controls()).extracting(ControlResult::outcome).contains(Outcome.values());
  }

  @Test
  void grade_is_held_down_by_open_critical_findings() {
    assertThat(assessment.score().value()).isBetween(new BigDecimal(60), new BigDecimal(75));
    assertThat(assessment.score().grade()).isEqualTo("D");
  }

  private static Map<String, Expected> truth() throws IOException {
    Map<String, Expected> truth = new TreeMap<>();
    YAMLMapper yaml =
        YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    yaml.readTree(TRUTH.toFile())
        .properties()
        .forEach(
            control ->
                truth.put(
                    control.getKey(),
                    yaml.convertValue(control.getValue(), Expected.class).withoutReason()));
    return truth;
  }
}
