package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Broken input gets one clear sentence and exit code 2, and leaves nothing behind. */
class BrokenInputTest {
  @TempDir private static Path folder;
  private static Path snapshot;

  @BeforeAll
  static void take_the_demo_snapshot() throws IOException {
    snapshot = folder.resolve("tenant.zip");
    Demo.copySnapshot(snapshot);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: [|is not YAML",
        "a: &a [1]\\nb: *a|YAML aliases (*name) are refused",
        "contols: {}|unknown key 'contols' (did you mean 'controls'?)",
        "controls: {SMTPAUTH-99: {}}|unknown control 'SMTPAUTH-99'",
        "controls: {OUTBOUND-01: {parameters: {externalPerHuor: 1}}}|(did you mean 'externalPerHour'?)",
        "waivers: [{control: SMTPAUTH-01, subject: a, reason: r, owner: o, approver: b, approvedOn: 2026-10-01}]|has no 'expires'; it is obligatory",
        "waivers: [{control: SMTPAUTH-01, subject: a, reason: r, owner: o, approver: b, approvedOn: 2026-10-01, expires: 2028-10-01}]|365 days",
        "engagement: {tenantId: 00000000-0000-0000-0000-00000000000f}|the policy is for tenant",
      })
  void a_broken_policy_is_refused(String yaml, String sentence) throws IOException {
    Path policy = folder.resolve("policy.yaml");
    Files.writeString(policy, yaml.replace("\\n", "\n"));
    refused(sentence, "audit", "--snapshot", snapshot.toString(), "--policy", policy.toString());
  }

  @Test
  void a_snapshot_cut_short_or_changed_is_refused() throws IOException {
    byte[] bytes = Files.readAllBytes(snapshot);
    Path broken = folder.resolve("broken.zip");
    Files.write(broken, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    refused("it was cut short", "audit", "--snapshot", broken.toString());
    bytes[bytes.length / 2] ^= 1;
    Files.write(broken, bytes);
    refused("broken.zip", "audit", "--snapshot", broken.toString());
  }

  @Test
  void another_version_of_the_formats_is_refused() throws IOException {
    Path zip = folder.resolve("version.zip");
    Files.copy(snapshot, zip, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem inside = FileSystems.newFileSystem(zip)) {
      Path manifest = inside.getPath("manifest.json");
      Files.writeString(manifest, anotherVersion(Files.readString(manifest)));
    }
    refused("schema version 99", "audit", "--snapshot", zip.toString());

    Path json = folder.resolve("version.json");
    StringWriter err = new StringWriter();
    run(err, "evaluate", snapshot.toString(), "--quiet", "-o", json.toString());
    Files.writeString(json, anotherVersion(Files.readString(json)));
    Path pdf = folder.resolve("version.pdf");
    assertThat(run(err, "report", json.toString(), "-o", pdf.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("version.json").doesNotContain("Exception");
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(pdf).doesNotExist();
  }

  private static String anotherVersion(String json) {
    String changed = json.replaceFirst("(\"schemaVersion\"\\s*:\\s*)[0-9]+", "$1".concat("99"));
    assertThat(changed).isNotEqualTo(json);
    return changed;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "when Tenant( then end|FORWARDING-90.drl:",
        "when $t : Tenant( nosuchfield == 1 ) then findings.add($t, \"x\", 1, 2); end|rule \"FORWARDING-90 x\"",
      })
  void a_rule_that_cannot_be_used_names_file_and_line(String body, String sentence)
      throws IOException {
    Path rules = Files.createDirectories(folder.resolve("own/forwarding"));
    Files.writeString(
        rules.resolve("FORWARDING-90.yaml"),
        """
        id: FORWARDING-90
        since: 0.1.0
        severity: low
        scope: tenant
        subjects: tenant
        title: {en: t, it: t}
        rationale: {en: t, it: t}
        effect: {en: t, it: t}
        evidence: [{dataset: exchange/Get-TransportConfig, properties: [SmtpClientAuthenticationDisabled]}]
        findings: {x: {en: t, it: t}}
        remediation: {steps: {en: t, it: t}, note: {en: t, it: t}}
        mappings: {}
        codes: []
        """);
    Files.writeString(
        rules.resolve("FORWARDING-90.drl"),
        """
        package rules.forwarding;

        import dev.sigillo.evaluate.Findings;
        import dev.sigillo.evaluate.Tenant;

        global Findings findings;

        rule "FORWARDING-90 x"
        %s
        """
            .formatted(body));
    refused(
        sentence,
        "audit",
        "--snapshot",
        snapshot.toString(),
        "--rules",
        folder.resolve("own").toString());
  }

  @Test
  void going_back_in_time_is_refused() {
    refused(
        "earlier than the snapshot's end",
        "audit",
        "--snapshot",
        snapshot.toString(),
        "--as-of",
        "2020-01-01T00:00:00Z");
  }

  @Test
  void a_folder_without_an_export_is_refused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path target = folder.resolve("import.zip");
    StringWriter err = new StringWriter();
    int code = run(err, "import", "cmdlets", empty.toString(), "-o", target.toString());
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("holds no export");
    assertThat(target).doesNotExist();
  }

  private static void refused(String sentence, String... command) {
    Path out = folder.resolve("out");
    StringWriter err = new StringWriter();
    List<String> args = new java.util.ArrayList<>(List.of(command));
    args.add("--out");
    args.add(out.toString());
    int code = run(err, args.toArray(String[]::new));
    assertThat(err.toString()).contains(sentence).doesNotContain("Exception");
    assertThat(err.toString().strip().lines()).hasSizeLessThanOrEqualTo(3);
    assertThat(code).isEqualTo(2);
    assertThat(out).doesNotExist();
  }

  private static int run(StringWriter err, String... args) {
    return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), args);
  }
}
