package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.assessment.Assessment;
import dev.sigillo.evaluate.ScubaGear.Outcomes;
import dev.sigillo.evaluate.ScubaGear.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares our outcomes for a real tenant with ScubaGear's own. */
class ScubaGearAgreementTest {
  private static final String SAMPLE = "sample";

  @TempDir private static Path folder;
  private static final Map<Pair, Outcomes> BOTH = new LinkedHashMap<>();

  @BeforeAll
  static void judge_the_sample() throws IOException {
    Assessment assessment =
        ScubaGear.judge(ScubaGear.file("ProviderSettingsExport.json"), folder, "{}");
    for (JsonNode verdict : ScubaGear.read("TestResults.json")) {
      if (verdict.path("Criticality").asText().endsWith("/Not-Implemented")) {
        continue;
      }
      String policy = presentName(verdict.path("PolicyId").asText());
      String theirs = verdict.path("RequirementMet").asBoolean() ? "PASS" : "FAIL";
      for (String control : ScubaGear.controls(policy)) {
        String ours = Fixture.result(assessment, control).outcome().name();
        BOTH.put(new Pair(SAMPLE, policy, control), new Outcomes(theirs, ours));
      }
    }
  }

  /** The name that the catalogue uses for a policy that ScubaGear 1.8.0 calls otherwise. */
  private static String presentName(String policy) {
    return policy
        .replace("MS.DEFENDER.5.", "MS.SECURITYSUITE.4.")
        .replace("MS.DEFENDER.6.", "MS.SECURITYSUITE.5.");
  }

  @Test
  void the_differences_are_those_of_the_decision_record_and_no_others() throws IOException {
    Map<Pair, Outcomes> reasoned = ScubaGear.differences();
    reasoned.keySet().removeIf(pair -> !pair.example().equals(SAMPLE));
    Map<Pair, Outcomes> found = new LinkedHashMap<>(BOTH);
    found.values().removeIf(both -> both.scubaGear().equals(both.sigillo()));
    assertThat(found).isNotEmpty().containsExactlyInAnyOrderEntriesOf(reasoned);
  }

  @Test
  void passes_and_failures_are_among_what_both_judge() {
    assertThat(BOTH)
        .containsEntry(pair("MS.EXO.1.1v2", "FORWARDING-02"), new Outcomes("PASS", "PASS"))
        .containsEntry(pair("MS.EXO.5.1v1", "SMTPAUTH-01"), new Outcomes("PASS", "PASS"))
        .containsEntry(pair("MS.EXO.13.1v1", "ALERTS-06"), new Outcomes("PASS", "PASS"))
        .containsEntry(pair("MS.SECURITYSUITE.4.1v1", "ALERTS-01"), new Outcomes("PASS", "PASS"))
        .containsEntry(pair("MS.SECURITYSUITE.5.1v1", "ALERTS-05"), new Outcomes("PASS", "PASS"))
        .containsEntry(pair("MS.AAD.3.6v1", "IDENTITY-03"), new Outcomes("FAIL", "FAIL"))
        .containsEntry(pair("MS.AAD.3.9v1", "IDENTITY-07"), new Outcomes("FAIL", "FAIL"))
        .containsEntry(pair("MS.AAD.5.2v1", "SENDERS-04"), new Outcomes("FAIL", "FAIL"));
  }

  private static Pair pair(String policy, String control) {
    return new Pair(SAMPLE, policy, control);
  }
}
