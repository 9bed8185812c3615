package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.evaluate.ScubaGear.Outcomes;
import dev.sigillo.evaluate.ScubaGear.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the unit tests of ScubaGear's Exchange Online rules through import and judgement. */
class ScubaGearCasesTest {
  private static final List<String> COMMANDS =
      List.of(
          "Get-RemoteDomain",
          "Get-TransportConfig",
          "Get-OrganizationConfig",
          "Get-AcceptedDomain",
          "Get-DkimSigningConfig",
          "Get-ScubaSpfRecord",
          "Get-ScubaDkimRecord",
          "Get-ScubaDmarcRecord");

  /** Where a record of each key stands, before the domain. */
  private static final Map<String, String> LABELS =
      Map.of(
          "spf_records", "",
          "dkim_records", "selector1._domainkey.",
          "dmarc_records", "_dmarc.");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> each_case_comes_out_as_there_or_the_record_says_why_not() throws IOException {
    Map<Pair, Outcomes> differences = ScubaGear.differences();
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode one : ScubaGear.read("exo-cases.json")) {
      String name = one.path("case").asText();
      String policy = one.path("control").asText();
      String theirs = one.path("expected").asText();
      for (String control : ScubaGear.controls(policy)) {
        Outcomes wanted =
            differences.getOrDefault(new Pair(name, policy, control), new Outcomes(theirs, theirs));
        tests.add(
            DynamicTest.dynamicTest(
                control + " " + name,
                () -> assertThat(new Outcomes(theirs, judge(one, control))).isEqualTo(wanted)));
      }
    }
    return tests;
  }

  @Test
  void every_difference_of_the_record_belongs_to_a_case_and_is_one() throws IOException {
    TreeSet<String> names = new TreeSet<>(List.of("sample"));
    for (JsonNode one : ScubaGear.read("exo-cases.json")) {
      names.add(one.path("case").asText());
    }
    assertThat(ScubaGear.differences())
        .allSatisfy((pair, both) -> assertThat(pair.example()).isIn(names))
        .allSatisfy((pair, both) -> assertThat(both.sigillo()).isNotEqualTo(both.scubaGear()));
  }

  @Test
  void the_cases_of_forwarding_smtp_auth_auditing_and_dns_are_among_them() throws IOException {
    assertThat(each_case_comes_out_as_there_or_the_record_says_why_not())
        .extracting(test -> test.getDisplayName().replaceFirst(" .*", ""))
        .contains("FORWARDING-02", "SMTPAUTH-01", "ALERTS-06", "SPF-01", "DKIM-01", "DMARC-02")
        .hasSizeGreaterThanOrEqualTo(14 + 32);
  }

  /** Sets each path on an empty export whose commands all succeeded. */
  private String judge(JsonNode one, String control) throws IOException {
    ObjectNode export = ScubaGear.JSON.createObjectNode();
    export.put("timestamp_zulu", "2026-05-04T17:15:48Z");
    ArrayNode succeeded = export.putArray("exo_successful_commands");
    COMMANDS.forEach(succeeded::add);
    for (JsonNode override : one.path("overrides")) {
      ObjectNode place = export;
      JsonNode path = override.path("path");
      for (int i = 0; i < path.size() - 1; i++) {
        place = place.withObjectProperty(path.path(i).asText());
      }
      place.set(path.path(path.size() - 1).asText(), override.path("value"));
    }
    log(export);
    Path source = Files.writeString(folder.resolve("export.json"), export.toString());
    JsonNode allowed =
        export.at(
            "/scuba_config/Exo/%s/AllowedForwardingDomains"
                .formatted(one.path("control").asText()));
    String policy =
        allowed.isMissingNode()
            ? "{extends: scuba}"
            : "{extends: scuba, controls: {%s: {parameters: {allowedDomains: %s}}}}"
                .formatted(control, allowed);
    return Fixture.result(ScubaGear.judge(source, folder, policy), control).outcome().name();
  }

  /**
   * Adds what a real export has and a case leaves out: the accepted domains, and the log of the
   * questions that brought the records.
   */
  private static void log(ObjectNode export) {
    for (JsonNode record : export.path("spf_records")) {
      String name = record.path("domain").asText();
      boolean coexistence = name.endsWith(".mail.onmicrosoft.com");
      export
          .withArrayProperty("accepted_domains")
          .addObject()
          .put("DomainName", name)
          .put("InitialDomain", name.endsWith(".onmicrosoft.com") && !coexistence)
          .put("IsCoexistenceDomain", coexistence)
          .put("SendingFromDomainDisabled", false);
    }
    LABELS.forEach(
        (key, label) -> {
          for (JsonNode record : export.path(key)) {
            JsonNode texts = record.path("rdata");
            if (texts.isArray()) {
              ((ObjectNode) record)
                  .withArrayProperty("log")
                  .addObject()
                  .put("query_name", label + record.path("domain").asText())
                  .put("query_method", "traditional")
                  .put(
                      "query_result",
                      texts.isEmpty()
                          ? "Query returned NXDomain"
                          : "Query returned %d txt records".formatted(texts.size()))
                  .set("query_answers", texts.deepCopy());
            }
          }
        });
  }
}
