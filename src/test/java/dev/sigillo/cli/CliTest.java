package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command prints, writes and ends with. */
class CliTest {
  private static final String ZEROS = "0".repeat(64);

  @TempDir private static Path folder;
  private static Path audit;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void audit_the_demo() {
    audit = folder.resolve("demo");
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "audit",
            "--demo",
            "--quiet",
            "--out",
            audit.toString());
    assertThat(code).as(err.toString()).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "audit",
        "import",
        "import scubagear",
        "import cmdlets",
        "evaluate",
        "report",
        "verify",
        "controls",
        "controls list",
        "controls show",
        "controls test",
        "controls docs",
        "policy",
        "policy check",
        "collect",
        "collect dns",
        "dns",
        "dns check-host"
      })
  void help_fits_a_screen_and_shows_an_example(String command) {
    assertThat(run((command + " --help").strip().split(" "))).isZero();

    // Who collects chooses among ways to sign in; that takes two screens.
    boolean signsIn = command.equals("collect") || command.equals("doctor");
    assertThat(out.toString().lines()).hasSizeLessThanOrEqualTo(signsIn ? 65 : 45);
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(out.toString()).containsPattern("(Examples?|Try it): sigillo " + command);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_collection_does_not_write_over_a_snapshot() throws IOException {
    Path kept = Files.writeString(folder.resolve("kept.zip"), "evidence");

    assertThat(run("collect", "--tenant", "contoso.com", "-o", kept.toString())).isEqualTo(2);

    assertThat(err.toString())
        .isEqualTo(
            "%s is there already; allowed: a new name, so that no evidence is lost%n"
                .formatted(kept));
    assertThat(kept).hasContent("evidence");
  }

  @Test
  void an_audit_leaves_five_files_and_no_other() throws IOException {
    try (Stream<Path> files = Files.list(audit)) {
      assertThat(files.map(f -> String.valueOf(f.getFileName())))
          .containsExactlyInAnyOrder(
              "audit.pdf", "assessment.json", "snapshot.zip", "findings.csv", "remediation.ps1");
    }
  }

  @Test
  void controls_are_listed_as_json_for_programs() throws IOException {
    assertThat(run("controls", "list", "--format", "json")).isZero();

    JsonNode list = new ObjectMapper().readTree(out.toString());
    assertThat(list.isArray()).isTrue();
    assertThat(list).isNotEmpty();
    for (JsonNode control : list) {
      assertThat(control.fieldNames())
          .toIterable()
          .containsExactly("id", "area", "severity", "scope", "title", "codes", "mappings");
      assertThat(control.get("codes").isArray()).isTrue();
      assertThat(control.get("mappings").fieldNames())
          .toIterable()
          .containsExactly("scuba", "cis", "nist", "iso27001", "attack", "checklist");
      assertThat(control.get("mappings")).allMatch(JsonNode::isArray);
    }
  }

  @Test
  void a_control_is_shown_in_both_languages() {
    assertThat(run("controls", "show", "SMTPAUTH-01")).isZero();
    String english = out.toString();
    assertThat(run("controls", "show", "SMTPAUTH-01", "--lang", "it")).isZero();

    assertThat(english).contains("SMTPAUTH-01", "SmtpClientAuthenticationDisabled");
    assertThat(out.toString().substring(english.length()))
        .contains("SMTPAUTH-01")
        .isNotEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"default", "cis-m365", "scuba", "microsoft-strict", "policies/example.yaml"})
  void policies_are_checked(String policy) {
    assertThat(run("policy", "check", policy)).as("%s", err).isZero();

    assertThat(out.toString()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"snapshot.zip", "assessment.json"})
  void a_file_is_verified_against_a_digest(String name) {
    String file = audit.resolve(name).toString();
    assertThat(run("verify", file)).isZero();
    String digest = out.toString().strip();
    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(run("verify", file, "--expect", digest)).isZero();
    err.getBuffer().setLength(0);

    assertThat(run("verify", file, "--expect", ZEROS)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "%s: its digest is %s, not the expected %s%n".formatted(file, digest, ZEROS));
  }

  @Test
  void an_audits_own_files_are_evaluated_and_reported_again() throws IOException {
    Path json = folder.resolve("again.json");
    Path pdf = folder.resolve("again.pdf");

    // the default policy fails from severity high, and the demo has such findings
    assertThat(run("evaluate", audit.resolve("snapshot.zip").toString(), "-o", json.toString()))
        .isEqualTo(4);
    assertThat(out.toString()).contains("Score: ", "Controls: PASS", "Assessment: " + json);
    assertThat(
            run(
                "report",
                audit.resolve("assessment.json").toString(),
                "--lang",
                "en",
                "-o",
                pdf.toString()))
        .isZero();
    assertThat(Files.readAllBytes(pdf)).isEqualTo(Files.readAllBytes(audit.resolve("audit.pdf")));
  }

  @Test
  void a_result_that_had_to_take_another_name_is_announced() throws IOException {
    Path target = folder.resolve("held");
    for (String name : new String[] {"audit.pdf", "findings.csv", "remediation.ps1"}) {
      Files.createDirectories(target.resolve(name).resolve("in the way"));
    }

    assertThat(run("audit", "--demo", "--quiet", "--out", target.toString())).isZero();

    assertThat(err.toString().lines()).hasSize(3).allMatch(l -> l.contains("cannot be replaced"));
    assertThat(out.toString()).contains("audit (2).pdf", "findings (2).csv", "remediation (2).ps1");
    assertThat(target.resolve("audit (2).pdf")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "audit --demo --out new --nope|Unknown option: '--nope'",
        "audit --out new|nothing to audit; allowed: --demo, --snapshot SNAPSHOT, --simulate SCENARIO or --tenant ID",
        "audit --demo|Missing required option: '--out=DIR'",
        "audit --demo --out new --as-of yesterday|'yesterday' is not an instant; allowed: a UTC time",
        "audit --demo --out new --lang fr|but was 'fr'",
        "audit --demo --out new --workers 0|--workers 0: allowed are 1 or more",
        "audit --demo --out new --csv-separator \"|no quote and no line break",
        "audit --demo --out new --csv-separator \\n|no quote and no line break",
        "audit --demo --out new --csv-separator ;;|allowed is one character",
        "audit --demo --out new --rules nowhere|nowhere: is not a folder of rules",
        "audit --demo --out new --policy nowhere|nowhere: there is no such file; allowed: a policy",
        "audit --snapshot nowhere.zip --out new|nowhere.zip: there is no such file",
        "audit --demo --out pom.xml|pom.xml: is a file; allowed: a folder",
        "evaluate nowhere.zip -o new|nowhere.zip: there is no such file",
        "evaluate nowhere.zip -o src|src: is a folder; allowed: the name of a file",
        "report nowhere.json -o new|nowhere.json: there is no such file",
        "report nowhere.json -o src|src: is a folder; allowed: the name of a file",
        "report pom.xml -o new|pom.xml: is not an assessment",
        "verify nowhere.zip|nowhere.zip: there is no such file",
        "verify nowhere.json|nowhere.json: there is no such file",
        "import scubagear nowhere.json -o new|nowhere.json: there is no such file",
        "import scubagear pom.xml -o new|pom.xml: line 1, column 1: this is not JSON",
        "import cmdlets nowhere -o new|nowhere is no folder",
        "controls show SMTPAUTH-99|SMTPAUTH-99: there is no such control",
        "controls test src/docs/images|holds no control",
        "controls|a command is missing; allowed: list",
        "nosuch|Unmatched argument at index 0: 'nosuch'",
      })
  void a_mistake_gets_one_sentence(String command, String sentence) {
    String[] args = command.split(" ");
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].equals("new") ? folder.resolve("new").toString() : args[i];
      args[i] = args[i].equals("\\n") ? "\n" : args[i];
    }

    assertThat(run(args)).isEqualTo(2);

    assertThat(err.toString()).contains(sentence).doesNotContain("Exception");
    assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(folder.resolve("new")).doesNotExist();
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), args);
  }
}
