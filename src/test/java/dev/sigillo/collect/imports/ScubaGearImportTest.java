package dev.sigillo.collect.imports;

import static dev.sigillo.collect.imports.Imports.OPTIONS;
import static dev.sigillo.collect.imports.Imports.entry;
import static dev.sigillo.collect.imports.Imports.facts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.AppRegistration;
import dev.sigillo.snapshot.AuthorizationPolicy;
import dev.sigillo.snapshot.ConditionalAccessPolicy;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DkimSigningConfig;
import dev.sigillo.snapshot.Manifest;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.PropertyPath;
import dev.sigillo.snapshot.ProtectionAlert;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.SnapshotException;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Status;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TransportConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScubaGearImportTest {
  private static final Path SAMPLE =
      Path.of("src/test/resources/scubagear/ProviderSettingsExport.json");

  @TempDir Path folder;

  private Path imported(String json) throws IOException {
    Path source = Files.writeString(folder.resolve("export.json"), json.replace('\'', '"'));
    Path target = folder.resolve("s.zip");
    ScubaGearImport.run(source, target, OPTIONS);
    return target;
  }

  private void refused(String json, String sentence) {
    assertThatThrownBy(() -> imported(json))
        .isInstanceOf(SnapshotException.class)
        .hasMessageStartingWith(folder.resolve("export.json") + sentence);
    assertThat(folder.resolve("s.zip")).doesNotExist();
  }

  @Test
  void the_sample_of_one_tenant_becomes_a_snapshot() {
    Path target = folder.resolve("s.zip");
    Imported imported = ScubaGearImport.run(SAMPLE, target, OPTIONS);
    try (Snapshot snapshot = Snapshots.open(target)) {
      Manifest manifest = snapshot.manifest();
      assertThat(snapshot.digest()).isEqualTo(imported.digest());
      assertThat(manifest.tenantId()).isEqualTo("ca08493a-c9c8-4db0-a9e8-d3b4bafac269");
      assertThat(manifest.tenantName()).isEqualTo("tqhjy");
      assertThat(manifest.initialDomain()).isEqualTo("tqhjy.onmicrosoft.com");
      assertThat(manifest.collectedBy()).isEqualTo("ScubaGear 1.8.0");
      assertThat(manifest.end()).isEqualTo(Instant.parse("2026-05-04T17:15:48.307Z"));
      assertThat(manifest.origin()).isEqualTo(Origin.IMPORTED);
    }
    TenantFacts facts = facts(target);
    assertThat(facts.all(TransportConfig.class))
        .singleElement()
        .satisfies(c -> assertThat(c.smtpClientAuthenticationDisabled().is(true)).isTrue());
    assertThat(facts.all(AcceptedDomain.class)).hasSize(7);
    assertThat(facts.all(ProtectionAlert.class)).hasSize(61);
    assertThat(facts.all(DkimSigningConfig.class))
        .allSatisfy(dkim -> assertThat(dkim.rotateOnDate().known()).isTrue());
    assertThat(facts.all(ConditionalAccessPolicy.class))
        .hasSize(7)
        .allSatisfy(
            policy ->
                assertThat(
                        PropertyPath.of(
                                ConditionalAccessPolicy.class, "conditions.users.includeUsers")
                            .of(policy)
                            .known())
                    .isTrue());
    assertThat(facts.all(AuthorizationPolicy.class))
        .singleElement()
        .satisfies(
            policy ->
                assertThat(policy.permissionGrantPolicyIdsAssignedToDefaultUserRole().list())
                    .contains("ManagePermissionGrantsForSelf.microsoft-user-default-low"));
  }

  @Test
  void only_what_facts_know_is_taken_over_and_the_rest_is_named() {
    Path target = folder.resolve("s.zip");
    ScubaGearImport.run(SAMPLE, target, OPTIONS);
    assertThat(entry(target, "exchange/Get-TransportRule"))
        .satisfies(rule -> assertThat(rule.withheld()).contains("Description", "CreatedBy"))
        .satisfies(rule -> assertThat(rule.source()).endsWith("Export.json: transport_rule"));
    try (Snapshot snapshot = Snapshots.open(target);
        Snapshot.Lines rules = snapshot.lines("exchange/Get-TransportRule")) {
      assertThat(String.valueOf(rules.next().row())).doesNotContain("Description").contains("Guid");
    }
  }

  @Test
  void a_list_of_null_is_no_row_and_a_short_list_says_why() {
    Path target = folder.resolve("s.zip");
    ScubaGearImport.run(SAMPLE, target, OPTIONS);
    DatasetEntry connectors = entry(target, "exchange/Get-OutboundConnector");
    assertThat(connectors.rows()).isZero();
    assertThat(connectors.status()).isEqualTo(Status.TRUNCATED);
    assertThat(connectors.reason()).isEqualTo("sigillo:connectors-left-out|ScubaGear");
    DatasetEntry mailboxes = entry(target, "exchange/Get-Mailbox");
    assertThat(mailboxes.status()).isEqualTo(Status.SKIPPED);
    assertThat(mailboxes.reason()).isEqualTo("sigillo:not-in-source|ScubaGear");
  }

  @Test
  void credentials_of_the_service_principal_are_not_the_applications() {
    Path target = folder.resolve("s.zip");
    ScubaGearImport.run(SAMPLE, target, OPTIONS);
    assertThat(entry(target, "graph/applications").status()).isEqualTo(Status.TRUNCATED);
    AppRegistration app =
        facts(target).all(AppRegistration.class).stream()
            .filter(a -> a.displayName().is("Test 3rd Party App"))
            .findFirst()
            .orElseThrow();
    assertThat(app.id().orElse("")).isEqualTo("8d541234-2496-4f2d-87b7-68103db92569");
    assertThat(app.passwordCredentials().orElse(java.util.List.of()))
        .hasSize(2)
        .noneMatch(c -> c.keyId().is("fdc1e5c2-fb60-4a6e-b7b0-4a55f3d11111"));
  }

  @Test
  void the_empty_list_of_a_failed_command_is_a_failure() throws IOException {
    Path target =
        imported(
            "{'timestamp_zulu':'2026-05-04T17:15:48Z','exo_successful_commands':['Get-RemoteDomain'],"
                + "'exo_unsuccessful_commands':['Get-TransportRule'],'remote_domains':[],"
                + "'transport_rule':[],'accepted_domains':[]}");
    assertThat(entry(target, "exchange/Get-RemoteDomain"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(Status.COMPLETE))
        .satisfies(e -> assertThat(e.rows()).isZero());
    assertThat(entry(target, "exchange/Get-TransportRule"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(Status.FAILED))
        .satisfies(e -> assertThat(e.sha256()).isNull());
    assertThat(entry(target, "exchange/Get-AcceptedDomain").status()).isEqualTo(Status.FAILED);
    assertThat(entry(target, "exchange/Get-TransportConfig").status()).isEqualTo(Status.SKIPPED);
  }

  @Test
  void what_could_not_be_had_of_the_tenant_is_not_its_name() throws IOException {
    Path target =
        imported(
            "{'timestamp_zulu':'2026-05-04T17:15:48Z','exo_successful_commands':[],"
                + "'tenant_details':[{'TenantId':'Error retrieving Tenant ID'}]}");
    try (Snapshot snapshot = Snapshots.open(target)) {
      assertThat(snapshot.manifest().tenantId()).isNull();
    }
  }

  @Test
  void broken_exports_are_refused_with_a_sentence() {
    refused("", " is not ScubaGear's export");
    refused("{}", " is not ScubaGear's export");
    refused("[]", " is not ScubaGear's export");
    refused("{'exo_successful_commands':[", ": line 1, column 29: this is not JSON");
    refused("{'exo_successful_commands':[]}", ": timestamp_zulu \"\" is no time such as");
    refused(
        "{'timestamp_zulu':'2026-05-04T17:15:48Z','exo_successful_commands':['Get-RemoteDomain'],"
            + "'remote_domains':['x']}",
        ": remote_domains holds something that is no row.");
  }

  @Test
  void a_sample_cut_short_leaves_nothing_behind() throws IOException {
    String whole = Files.readString(SAMPLE, UTF_8);
    refused(whole.substring(0, whole.length() / 2).replace('\'', ' '), ": line ");
  }
}
