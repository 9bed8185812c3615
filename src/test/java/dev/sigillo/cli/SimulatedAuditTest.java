package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.simulator.tenant.Differences;
import dev.sigillo.simulator.tenant.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way, from a tenant's services to the report, against what the scenario says. */
class SimulatedAuditTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"clean", "esempio", "neglected", "hostile", "faulty"})
  void an_audit_finds_what_the_scenario_says(String scenario) {
    Assessment assessment = audit(scenario, "--inbox-rules", "full");

    assertThat(Differences.between(assessment, Scenario.bundled(scenario).truth().withoutLogs()))
        .isEmpty();
    assertThat(folder.resolve("out of " + scenario).resolve("snapshot.zip.partial")).doesNotExist();
  }

  /** Tenants within the budget: nothing is left out. */
  @ParameterizedTest
  @ValueSource(strings = {"clean", "esempio", "neglected"})
  void an_audit_as_it_is_by_default_finds_the_same(String scenario) {
    Assessment assessment = audit(scenario);

    assertThat(Differences.between(assessment, Scenario.bundled(scenario).truth().withoutLogs()))
        .isEmpty();
  }

  /**
   * Larger ones: what nobody asked about is unknown, and what calls for it is found all the same.
   */
  @ParameterizedTest
  @CsvSource({"clean, 7", "neglected, 0", "neglected, 15"})
  void an_audit_finds_what_its_budget_for_hidden_rules_allows(String scenario, int budget) {
    Assessment assessment = audit(scenario, "--hidden-rules-budget", String.valueOf(budget));

    assertThat(Differences.between(assessment, Scenario.bundled(scenario).truth(budget))).isEmpty();
  }

  /** The scenario of a million mailboxes, with two thousand: its truth is made the same way. */
  @Test
  void an_audit_of_many_mailboxes_finds_what_the_scenario_says() throws IOException {
    Path file = folder.resolve("million.yaml");
    Files.writeString(
        file, resource("million.yaml").replace("mailboxes: 1000000", "mailboxes: 2000"));
    Files.writeString(folder.resolve("clean.policy.yaml"), resource("clean.policy.yaml"));

    Assessment assessment = audit(file.toString(), "--inbox-rules", "full");

    assertThat(Differences.between(assessment, Scenario.read(file).truth().withoutLogs()))
        .isEmpty();
  }

  private static String resource(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(Scenario.class.getResourceAsStream("/simulator/" + name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Assessment audit(String scenario, String... options) {
    Path out = folder.resolve("out of " + Path.of(scenario).getFileName());
    StringWriter err = new StringWriter();
    List<String> words = new ArrayList<>(List.of("audit", "--simulate", scenario));
    words.addAll(List.of(options));
    words.addAll(List.of("--out", out.toString()));

    int code =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            words.toArray(String[]::new));

    assertThat(code).as(err.toString()).isIn(0, 4, 5);
    return AssessmentReader.open(out.resolve("assessment.json")).read(Integer.MAX_VALUE);
  }

  @Test
  void a_policy_of_another_tenant_is_refused_before_anything_is_read() throws IOException {
    Path policy = folder.resolve("policy.yaml");
    Files.writeString(
        policy, "extends: default\nengagement: {tenantId: 00000000-0000-4000-8000-000000000000}\n");
    Path out = folder.resolve("out");
    StringWriter err = new StringWriter();

    int code =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "audit",
            "--simulate",
            "clean",
            "--policy",
            policy.toString(),
            "--out",
            out.toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("engagement.tenantId is 00000000-0000-4000-8000-000000000000, and --tenant is ")
        .hasLineCount(1);
    assertThat(out).doesNotExist();
  }
}
