package dev.sigillo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sigillo.control.Control;
import dev.sigillo.control.Mappings;
import dev.sigillo.control.Parameter;
import dev.sigillo.control.Remediation;
import dev.sigillo.control.Scope;
import dev.sigillo.control.Severity;
import dev.sigillo.control.SubjectKind;
import dev.sigillo.control.Text;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyLoaderTest {
  private static final Text TEXT = new Text("t", "t");
  private static final Control CONTROL =
      new Control(
          "OUTBOUND-01",
          "0.1.0",
          Severity.HIGH,
          Scope.TENANT,
          SubjectKind.TENANT,
          TEXT,
          TEXT,
          TEXT,
          List.of(),
          Map.of(
              "perDay",
              new Parameter(
                  Parameter.Type.INTEGER, JsonNodeFactory.instance.numberNode(1000), TEXT)),
          Map.of("x", TEXT),
          new Remediation(TEXT, TEXT, null, null),
          new Mappings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
          List.of(),
          List.of());

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "control: {}|p:1: unknown key 'control' (did you mean 'controls'?); allowed: extends, failLevel, minCoverage, timeZone, weights, controls, waivers, inventory, attestations, emergencyAccounts, engagement, responses, privacy",
        "failLevel: hihg|p:1: 'failLevel' is 'hihg'; allowed: critical, high, medium, low",
        "minCoverage: 101|p:1: 'minCoverage' is 101; allowed: 0 to 100",
        "minCoverage: much|p:1: 'minCoverage' is 'much'; allowed: a whole number",
        "timeZone: Rome|p:1: 'timeZone' is 'Rome'; allowed: a time zone such as Europe/Rome or UTC",
        "controls: {OUTBOUND-10: {enabled: true}}|p:1: there is no control 'OUTBOUND-10' (did you mean 'OUTBOUND-01'?); 'sigillo controls list' shows them",
        "controls: {OUTBOUND-01: {parameters: {perday: 5}}}|p:1: unknown parameter of OUTBOUND-01 'perday' (did you mean 'perDay'?); allowed: perDay",
        "controls: {OUTBOUND-01: {parameters: {perDay: x}}}|p:1: 'perDay' is 'x'; allowed: a whole number",
        "controls: {OUTBOUND-01: {enabled: false}}|p:1: OUTBOUND-01 is made weaker (enabled: false instead of true) and needs a 'reason'",
        "controls: {OUTBOUND-01: {severity: low}}|p:1: OUTBOUND-01 is made weaker (severity: low instead of high) and needs a 'reason'",
        "controls: {OUTBOUND-01: {enabled: no}}|p:1: 'enabled' is 'no'; allowed: true, false",
        "waivers: [{control: OUTBOUND-01, subject: a, reason: r, owner: o, approver: b, approvedOn: 2026-10-01}]|p:1: an entry of 'waivers' needs 'expires'",
        "waivers: [{control: OUTBOUND-01, subject: a, reason: r, owner: o, approver: b, approvedOn: 2026-10-01, expires: 2028-10-01}]|p:1: the waiver expires on 2028-10-01; allowed: 2027-10-01 at the latest, 365 days after its approval",
        "waivers: [{control: OUTBOUND-01, subject: a, reason: r, owner: o, approver: O, approvedOn: 2026-10-01, expires: 2026-12-01}]|p:1: 'o' both owns and approves the waiver; allowed: an approver other than the owner",
        "waivers: [{control: OUTBOUND-01, subject: a, reason: r, owner: o, approver: b, approvedOn: 1/10/2026, expires: 2026-12-01}]|p:1: 'approvedOn' is '1/10/2026'; allowed: a date such as 2026-11-24",
        "waivers: {}|p:1: 'waivers' is not a list; allowed: one '- item' a line, or [a, b]",
        "failLevel: [high]|p:1: 'failLevel' is not a text",
        "extends: p|p:1: 'extends: p' leads in a circle or too far",
        "inventory: [{name: n, kind: printer, owner: o}]|p:1: 'kind' is 'printer'; allowed: device, application, service",
        "a: &a [1]\\nb: *a|p:2: YAML aliases (*name) are not allowed; write the value out",
        "a: 1\\n---\\nb: 2|p:2: a second YAML document begins here; a policy is one document",
        "minCoverage: 1\\nminCoverage: 2|p:2: key 'minCoverage' stands twice",
        "controls: [|p:1: is not YAML: expected the node content, but found '<stream end>'",
      })
  void a_mistake_gets_one_sentence_with_its_place(String yaml, String sentence) {
    assertThatThrownBy(() -> PolicyLoader.parse("p", yaml.replace("\\n", "\n"), List.of(CONTROL)))
        .isInstanceOf(PolicyException.class)
        .hasMessage(sentence);
  }

  @Test
  void a_yaml_bomb_is_refused_at_once() {
    String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: &e [*d, *d]\n";
    assertThatThrownBy(() -> PolicyLoader.parse("p", bomb, List.of(CONTROL)))
        .hasMessage("p:2: YAML aliases (*name) are not allowed; write the value out");
    assertThatThrownBy(() -> PolicyLoader.parse("p", "a: " + "[".repeat(5_000), List.of(CONTROL)))
        .isInstanceOf(PolicyException.class);
    assertThatThrownBy(() -> PolicyLoader.parse("p", "#".repeat(5 << 20), List.of(CONTROL)))
        .hasMessageContaining("a policy may have");
  }

  @Test
  void an_own_policy_extends_a_file_that_extends_a_bundled_one() throws IOException {
    Files.writeString(
        folder.resolve("base.yaml"),
        "\uFEFFextends: default\r\nminCoverage: 70\r\ncontrols: {OUTBOUND-01: {parameters: {perDay: 500}}}\r\n");
    Path own = folder.resolve("own.yaml");
    Files.writeString(
        own,
        """
        extends: base.yaml
        failLevel: never
        timeZone: Europe/Rome
        controls:
          outbound-01: {severity: low, reason: "small tenant", parameters: {perDay: 2000}}
        """);
    Policy policy = PolicyLoader.load(own.toString(), List.of(CONTROL));
    assertThat(policy.chain()).containsExactly("base.yaml", "default");
    assertThat(policy.minCoverage()).isEqualTo(70);
    assertThat(policy.failLevel()).isNull();
    assertThat(policy.severity(CONTROL)).isEqualTo(Severity.LOW);
    assertThat(policy.parameters(CONTROL))
        .containsEntry("perDay", JsonNodeFactory.instance.numberNode(2000));
    assertThat(policy.weakenings())
        .extracting(w -> w.what() + " " + w.from() + " " + w.to() + " " + w.reason())
        .containsExactly(
            "perDay 1000 500 ", "severity high low small tenant", "perDay 500 2000 small tenant");
    assertThat(policy.digest()).hasSize(64);
  }

  @Test
  void words_that_yaml_takes_for_switches_and_dates_keep_their_spelling() {
    Policy policy =
        PolicyLoader.parse(
            "p",
            """
            attestations:
              - {control: OUTBOUND-01, statement: on, by: no, on: 2026-10-01, validUntil: 2026-12-31}
            """,
            List.of(CONTROL));
    Attestation one = policy.attestations().get(0);
    assertThat(one.statement()).isEqualTo("on");
    assertThat(one.by()).isEqualTo("no");
    assertThat(one.on()).isEqualTo(LocalDate.of(2026, 10, 1));
  }

  @Test
  void the_inventory_may_be_the_table_people_keep_in_excel() throws IOException {
    Files.write(
        folder.resolve("senders.csv"),
        "name;kind;owner;mailbox;credentialKind;credentialRotatedOn;volumePerDay\r\nScanner più;device;Niccolò;scanner@contoso.com;password;2026-09-01;200\r\n"
            .getBytes(Charset.forName("windows-1252")));
    Path own = folder.resolve("own.yaml");
    Files.writeString(own, "inventory: senders.csv\n");
    InventoryEntry entry = PolicyLoader.load(own.toString(), List.of(CONTROL)).inventory().get(0);
    assertThat(entry.name()).isEqualTo("Scanner più");
    assertThat(entry.kind()).isEqualTo(InventoryEntry.Kind.DEVICE);
    assertThat(entry.volumePerDay()).isEqualTo(200);
    Files.write(
        folder.resolve("senders.csv"),
        "name,kind,ownr\nx,device,o\n".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> PolicyLoader.load(own.toString(), List.of(CONTROL)))
        .hasMessageContaining("senders.csv:1: unknown column 'ownr' (did you mean 'owner'?)");
  }

  @Test
  void a_policy_that_is_not_there_says_what_is() {
    assertThatThrownBy(() -> PolicyLoader.load("nowhere.yaml", List.of(CONTROL)))
        .hasMessage(
            "nowhere.yaml: there is no such file; allowed: a file or one of default, cis-m365,"
                + " scuba, microsoft-strict");
  }

  @Test
  void a_waiver_counts_on_its_first_and_last_day() {
    Waiver waiver =
        new Waiver("X", "a", "r", "o", "b", LocalDate.of(2026, 1, 10), LocalDate.of(2026, 1, 20));
    assertThat(WaiverState.of(waiver, LocalDate.of(2026, 1, 9)))
        .isEqualTo(WaiverState.NOT_YET_APPROVED);
    assertThat(WaiverState.of(waiver, LocalDate.of(2026, 1, 10))).isEqualTo(WaiverState.LIVE);
    assertThat(WaiverState.of(waiver, LocalDate.of(2026, 1, 20))).isEqualTo(WaiverState.LIVE);
    assertThat(WaiverState.of(waiver, LocalDate.of(2026, 1, 21))).isEqualTo(WaiverState.EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "*, anything, true",
    "sales@contoso.com, SALES@Contoso.com, true",
    "*@contoso.com, a@contoso.com, true",
    "*@contoso.com, a@contoso.com.evil.org, false",
    "a*b*c, aXbYc, true",
    "a.c, abc, false",
    "'', x, false",
  })
  void a_star_matches_anything_and_everything_else_is_literal(
      String pattern, String subject, boolean matches) {
    assertThat(SubjectPattern.of(pattern).matches(subject)).isEqualTo(matches);
  }
}
