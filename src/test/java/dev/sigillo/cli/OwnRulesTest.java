package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own control beside the bundled ones, in an area that both have. */
class OwnRulesTest {
  private static final String YAML =
      """
      id: FORWARDING-90
      since: 0.1.0
      severity: low
      scope: tenant
      subjects: remoteDomains
      title: {en: "No remote domain stands for every destination", it: "Nessun dominio remoto vale per ogni destinazione"}
      rationale: {en: "It opens a way out.", it: "Apre una via d'uscita."}
      effect: {en: "Mail may leave.", it: "La posta può uscire."}
      evidence: [{dataset: exchange/Get-RemoteDomain, properties: [DomainName]}]
      findings: {every: {en: "{subject} stands for every destination.", it: "{subject} vale per ogni destinazione."}}
      remediation: {steps: {en: "Remove it.", it: "Rimuoverlo."}, note: {en: "Write it down.", it: "Annotarlo."}}
      mappings: {}
      codes: []
      """;
  private static final String DRL =
      """
      package rules.forwarding;

      import dev.sigillo.evaluate.Findings;
      import dev.sigillo.snapshot.RemoteDomain;

      global Findings findings;

      rule "FORWARDING-90 every destination"
      when
        $d : RemoteDomain( domainName.is("*") )
      then
        findings.add($d, "every", $d.domainName(), "a name");
      end
      """;
  private static final String CASES =
      """
      cases:
        - name: every destination
          snapshot: {exchange/Get-RemoteDomain: [{Name: Default, DomainName: "*", Guid: 5c597b00-69f6-44cf-b30b-474fb38a1e0a}]}
          outcome: FAIL
          findings: [{subject: "*", code: every}]
        - name: one destination
          snapshot: {exchange/Get-RemoteDomain: [{Name: p, DomainName: p.example, Guid: 5c597b00-69f6-44cf-b30b-474fb38a1e0a}]}
          outcome: PASS
      """;

  @TempDir private Path folder;
  private Path rules;
  private Path area;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write_a_control() throws IOException {
    rules = folder.resolve("my-rules");
    area = Files.createDirectories(rules.resolve("forwarding"));
    Files.writeString(area.resolve("FORWARDING-90.yaml"), YAML);
    Files.writeString(area.resolve("FORWARDING-90.drl"), DRL);
    Files.writeString(area.resolve("FORWARDING-90.cases.yaml"), CASES);
  }

  @Test
  void its_cases_run() {
    assertThat(run("controls", "test", rules.toString())).as("%s", err).isZero();
    assertThat(out.toString()).contains("1 controls, 2 passed, 0 failed");
  }

  @Test
  void a_case_that_fails_is_told() throws IOException {
    Files.writeString(
        area.resolve("FORWARDING-90.cases.yaml"), CASES.replace("outcome: PASS", "outcome: FAIL"));
    assertThat(run("controls", "test", rules.toString())).isEqualTo(2);
    assertThat(out.toString())
        .contains("FORWARDING-90: one destination: outcome is PASS, not FAIL", "1 failed");
  }

  @Test
  void it_is_judged_with_the_bundled_ones() throws IOException {
    assertThat(audit()).as("%s", err).isZero();

    assertThat(Files.readString(folder.resolve("out/findings.csv")))
        .contains("* stands for every destination.", "\"FORWARDING-02\"");
    assertThat(run("controls", "show", "FORWARDING-90", "--rules", rules.toString())).isZero();
  }

  @Test
  void a_mistake_in_it_is_told_with_its_place() throws IOException {
    broken("FORWARDING-90.drl", DRL.replace("when", "whn"), "forwarding/FORWARDING-90.drl:9:");
    broken(
        "FORWARDING-90.drl",
        DRL.replace("domainName.is", "domainNaem.is"),
        "forwarding/FORWARDING-90.drl:8-13: rule \"FORWARDING-90 every destination\"");
    broken(
        "FORWARDING-90.drl",
        DRL.replace("\"FORWARDING-90", "\"FORWARDING-02"),
        "rule \"FORWARDING-02 every destination\": its name begins with the id of no control");
    broken("FORWARDING-90.yaml", YAML + "sevrity: low\n", "FORWARDING-90.yaml:15: unknown key");
    Files.delete(area.resolve("FORWARDING-90.drl"));
    refused("forwarding/FORWARDING-90.yaml: there is no .drl file beside it");
  }

  @Test
  void an_id_that_is_taken_is_refused() throws IOException {
    Files.writeString(
        area.resolve("FORWARDING-02.yaml"), YAML.replace("FORWARDING-90", "FORWARDING-02"));
    Files.writeString(
        area.resolve("FORWARDING-02.drl"), DRL.replace("FORWARDING-90", "FORWARDING-02"));
    refused("FORWARDING-02: this id is taken by a bundled control");
  }

  private void broken(String name, String text, String sentence) throws IOException {
    String whole = Files.readString(area.resolve(name));
    Files.writeString(area.resolve(name), text);
    refused(sentence);
    Files.writeString(area.resolve(name), whole);
  }

  private void refused(String sentence) {
    err.getBuffer().setLength(0);
    assertThat(audit()).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).doesNotContain("Exception");
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private int audit() {
    return run(
        "audit",
        "--demo",
        "--quiet",
        "--rules",
        rules.toString(),
        "--out",
        folder.resolve("out").toString());
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), args);
  }
}
