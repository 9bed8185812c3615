package dev.sigillo.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.simulator.Rows;
import dev.sigillo.simulator.ServiceRefusal;
import dev.sigillo.simulator.SimulatedTenant;
import dev.sigillo.simulator.tenant.Truth.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest {
  private static final ObjectNode NONE = new ObjectMapper().createObjectNode();

  /** What happened to mail, which no setting tells. */
  private static final Set<String> TRAFFIC =
      Set.of(
          "ALERTS-12",
          "DMARC-15",
          "FORWARDING-14",
          "OUTBOUND-12",
          "OUTBOUND-13",
          "OUTBOUND-14",
          "OUTBOUND-15",
          "SENDERS-13");

  @TempDir Path folder;

  @Test
  void every_control_fails_in_some_scenario() {
    Set<String> passing = new TreeSet<>(Scenario.bundled("clean").truth().controls().keySet());
    for (String name : Scenario.BUNDLED) {
      Scenario scenario = Scenario.bundled(name);
      scenario.truth().controls().entrySet().stream()
          .filter(control -> control.getValue().verdict() == Verdict.FAIL)
          .forEach(control -> passing.remove(control.getKey()));
    }

    assertThat(passing).isEqualTo(new TreeSet<>(TRAFFIC));
  }

  @Test
  void the_scenario_of_the_guide_can_be_read() throws IOException {
    String guide = Files.readString(Path.of("src/docs/simulator.md"));
    String yaml = guide.substring(guide.indexOf("```yaml") + 7);
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, yaml.substring(0, yaml.indexOf("```")));

    assertThat(Scenario.read(file).toString()).isEqualTo("mine");
  }

  @Test
  void limits_that_are_neither_real_nor_off_are_refused_in_a_sentence() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "name: mine\nsize: {mailboxes: 1}\nlimits: some\n");

    assertThatThrownBy(() -> Scenario.read(file))
        .hasMessage(file + ":3: limits some: real or off is allowed");
    assertThatThrownBy(() -> Scenario.read(folder.resolve("none.yaml")))
        .hasMessage(folder.resolve("none.yaml") + ": there is no such file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "domains: [nodots]|4: domains: nodots is no domain; allowed: such as nodots.example",
        "at: yesterday|3: at: yesterday cannot be used; allowed: a moment such as 2026-11-19T19:00:00Z",
        "tenant: dirty|3: tenant: dirty cannot be used; allowed: [clean, esempio]",
        "misconfigurations: {spfOpen: two}|3: misconfigurations.spfOpen: two cannot be used; allowed: a number"
      })
  void a_value_that_cannot_be_used_is_refused_in_a_sentence(String line, String sentence)
      throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "name: mine\nsize: {mailboxes: 1}\n" + line + "\n");

    assertThatThrownBy(() -> Scenario.read(file)).hasMessage(file + ":" + sentence);
  }

  @Test
  void same_scenario_makes_the_same_tenant() {
    SimulatedTenant one = Scenario.bundled("faulty").tenant();
    SimulatedTenant other = Scenario.bundled("faulty").tenant();

    Rows first = one.cmdlet("Get-Mailbox", NONE);
    Rows second = other.cmdlet("Get-Mailbox", NONE);
    assertThat(second.size()).isEqualTo(first.size());
    for (long place = 0; place < first.size(); place++) {
      assertThat(second.get(place)).isEqualTo(first.get(place));
    }
  }

  @Test
  void mailbox_of_a_million_is_found_by_whatever_names_it() {
    SimulatedTenant tenant = Scenario.bundled("million").tenant();
    Rows mailboxes = tenant.cmdlet("Get-Mailbox", NONE);

    assertThat(mailboxes.size()).isEqualTo(1_000_000);
    for (long place : new long[] {0, 5, 6, 4711, 123_456, 999_999}) {
      ObjectNode mailbox = mailboxes.get(place);
      for (String by : List.of("ExternalDirectoryObjectId", "ExchangeGuid", "PrimarySmtpAddress")) {
        String identity = mailbox.path(by).asText();
        if (!identity.isEmpty()) {
          Rows found = tenant.cmdlet("Get-Mailbox", NONE.deepCopy().put("Identity", identity));
          assertThat(found.get(0)).as("%s by %s", place, by).isEqualTo(mailbox);
        }
      }
    }
  }

  @Test
  void no_two_mailboxes_share_a_key_or_an_address() {
    Rows mailboxes =
        Scenario.bundled("million").withMailboxes(20_000).tenant().cmdlet("Get-Mailbox", NONE);
    Set<String> seen = new HashSet<>();
    for (long place = 0; place < mailboxes.size(); place++) {
      ObjectNode mailbox = mailboxes.get(place);
      assertThat(seen.add(mailbox.path("ExchangeGuid").asText())).isTrue();
      assertThat(seen.add(mailbox.path("PrimarySmtpAddress").asText())).isTrue();
    }
  }

  /** What Graph shows of a rule is what Exchange shows, as far as Graph shows it. */
  @Test
  void graph_leaves_out_hidden_rules_and_the_actions_of_opaque_ones() {
    SimulatedTenant tenant = Scenario.bundled("neglected").tenant();
    Rows mailboxes = tenant.cmdlet("Get-Mailbox", NONE);
    int hidden = 0;
    int opaque = 0;
    for (long place = 0; place < mailboxes.size(); place++) {
      String key = mailboxes.get(place).path("ExternalDirectoryObjectId").asText();
      if (key.isEmpty()) {
        continue;
      }
      ObjectNode all = NONE.deepCopy().put("Mailbox", key).put("IncludeHidden", true);
      Rows shown = tenant.cmdlet("Get-InboxRule", NONE.deepCopy().put("Mailbox", key));
      Rows graph = tenant.graph("users/" + key + "/mailFolders/inbox/messageRules").orElseThrow();
      assertThat(graph.size()).isEqualTo(shown.size());
      hidden += (int) (tenant.cmdlet("Get-InboxRule", all).size() - shown.size());
      for (long rule = 0; rule < graph.size(); rule++) {
        JsonNode one = graph.get(rule);
        opaque += one.path("isReadOnly").asBoolean() && !one.has("actions") ? 1 : 0;
      }
    }

    assertThat(hidden).isGreaterThan(60);
    assertThat(opaque).isEqualTo(1);
  }

  @Test
  void rows_bear_the_annotations_of_the_wire() {
    ObjectNode domain =
        Scenario.bundled("clean").tenant().cmdlet("Get-DkimSigningConfig", NONE).get(0);

    assertThat(domain.path("Selector1KeySize@data.type").asText()).isEqualTo("System.Int32");
    assertThat(domain.path("KeyCreationTime@data.type").asText()).isEqualTo("System.DateTime");
    assertThat(domain.path("ObjectClass@odata.type").asText()).isEqualTo("#Collection(String)");
    assertThat(domain.path("KeyCreationTime").asText()).endsWith(".0000000Z");
  }

  @Test
  void traces_are_the_same_on_both_ways_and_have_details() {
    SimulatedTenant tenant = Scenario.bundled("esempio").tenant();
    Rows graph = tenant.graph("admin/exchange/tracing/messageTraces").orElseThrow();
    ObjectNode failed = NONE.deepCopy().put("Status", "Failed");

    assertThat(graph.size()).isEqualTo(60);
    assertThat(tenant.cmdlet("Get-MessageTraceV2", NONE).size()).isEqualTo(60);
    assertThat(tenant.cmdlet("Get-MessageTraceV2", failed).size()).isEqualTo(15);
    String path =
        "admin/exchange/tracing/messageTraces/%s/getDetailsByRecipient(recipientAddress='%s')"
            .formatted(
                graph.get(3).path("id").asText(), graph.get(3).path("recipientAddress").asText());
    assertThat(tenant.graph(path).orElseThrow().get(1).path("description").asText())
        .contains("blocked using bl.spamcop.net");
  }

  @Test
  void audit_log_gives_the_operations_and_days_that_are_asked_for() {
    SimulatedTenant tenant = Scenario.bundled("esempio").tenant();
    ObjectNode rules =
        NONE.deepCopy()
            .put("Operations", "New-InboxRule,Set-InboxRule")
            .put("StartDate", "2026-11-14T00:00:00Z");

    Rows events = tenant.cmdlet("Search-UnifiedAuditLog", rules);

    assertThat(events.size()).isEqualTo(1);
    assertThat(events.get(0).path("AuditData").asText()).contains("p.greco@posta.example");
    assertThat(events.get(0).path("ResultCount").asInt()).isEqualTo(1);
  }

  @Test
  void identity_that_names_nothing_gives_every_object_but_never_another_mailbox() {
    SimulatedTenant tenant = Scenario.bundled("clean").tenant();
    ObjectNode nobody = NONE.deepCopy().put("Identity", "nobody@nowhere.example");

    assertThat(tenant.cmdlet("Get-RemoteDomain", nobody).size()).isEqualTo(1);
    assertThatThrownBy(() -> tenant.cmdlet("Get-MailboxPermission", nobody))
        .isInstanceOf(ServiceRefusal.class);
  }

  @Test
  void mistakes_in_a_file_are_told_in_one_sentence() throws IOException {
    refuses(
        "name: x\nsize: {mailboxes: 5}\nseeds: 3\n", "there is no key seeds; allowed: [about, at,");
    refuses("name: x\nsize: {mailboxes: 0}\n", "mailboxes: 1 to 10000000 are allowed");
    refuses(
        "name: x\nsize: {mailboxes: 50}\nmisconfigurations:\n  spfOpn: 1\n",
        ":4: there is no misconfiguration spfOpn; allowed: [accessGranted,");
    refuses(
        "name: x\nsize: {mailboxes: 50}\nmisconfigurations: {spfOpen: -1}\n",
        ":3: spfOpen: how many there are is missing or negative");
    refuses(
        "name: x\nsize: {mailboxes: 50}\nat: yesterday\n",
        "allowed: a moment such as 2026-11-19T19:00:00Z");
    refuses(
        "name: x\nsize: {mailboxes: 50}\nfaults: [{where: token, kind: sulking, rate: 1}]\n",
        "sulking");
    refuses("size: {mailboxes: 50}\n", "name and size are needed");
    refuses("", "is empty");
  }

  private void refuses(String text, String says) throws IOException {
    Path file = Files.writeString(folder.resolve("scenario.yaml"), text);
    assertThatThrownBy(() -> Scenario.read(file))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("scenario.yaml")
        .hasMessageContaining(says);
  }

  @Test
  void more_misconfigured_mailboxes_than_there_are_is_a_mistake() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("scenario.yaml"),
            "name: x\nsize: {mailboxes: 20}\nmisconfigurations: {popOn: 500}\n");

    assertThatThrownBy(() -> Scenario.read(file).truth())
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("allowed is a larger size");
  }
}
