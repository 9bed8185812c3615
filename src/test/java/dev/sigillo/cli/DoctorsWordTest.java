package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.signin.Permission;
import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.SimulatedTenant;
import dev.sigillo.simulator.Simulator;
import dev.sigillo.simulator.SimulatorOptions;
import dev.sigillo.simulator.tenant.Scenario;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor says of an identity is what a collection then meets. */
class DoctorsWordTest {
  private static final SimulatedTenant TENANT = Scenario.bundled("clean").withMailboxes(3).tenant();
  private static final Application OURS = TENANT.applications().get(0);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = "ORGANIZATION_READ", mode = EnumSource.Mode.EXCLUDE)
  void a_missing_permission_costs_the_datasets_that_the_doctor_names(Permission missing)
      throws IOException {
    Application without = with(without(missing.value(), "Directory.Read.All"), OURS.cmdlets());
    JsonNode said = doctor(new OtherIdentity(TENANT, List.of(without), Map.of()));

    assertThat(names(said.path("missing"), "what"))
        .isEqualTo(new TreeSet<>(List.of(missing.value(), "Directory.Read.All")));
    Set<String> lost = lost(said);
    lost.remove(Dataset.MESSAGE_TRACE_DETAIL.id()); // nothing to ask where no message failed
    assertThat(unread()).isEqualTo(lost);
  }

  @Test
  void without_knowing_the_tenant_nothing_is_collected() throws IOException {
    Application without =
        with(without("Organization.Read.All", "Directory.Read.All"), OURS.cmdlets());
    JsonNode said = doctor(new OtherIdentity(TENANT, List.of(without), Map.of()));

    assertThat(lost(said)).isEqualTo(everything());
    assertThat(folder.resolve("snapshot.zip")).doesNotExist();
  }

  @Test
  void an_identity_without_anything_loses_everything() throws IOException {
    Application nothing = with(List.of(), List.of());
    JsonNode said = doctor(new OtherIdentity(TENANT, List.of(nothing), Map.of()));

    assertThat(lost(said)).isEqualTo(everything());
    assertThat(said.path("directoryRolesNotSaid")).hasSize(2);
  }

  @Test
  void cmdlets_that_a_role_does_not_expose_cost_the_datasets_that_the_doctor_names()
      throws IOException {
    List<String> few = new ArrayList<>(OURS.cmdlets());
    few.removeAll(
        List.of("Get-Mailbox", "Get-DistributionGroupMember", "Get-RemoteDomain", "Get-InboxRule"));
    JsonNode said =
        doctor(new OtherIdentity(TENANT, List.of(with(OURS.graphRoles(), few)), Map.of()));

    assertThat(lost(said))
        .containsExactly(
            "exchange/Get-InboxRule", "exchange/Get-Mailbox", "exchange/Get-RemoteDomain");
    assertThat(unread()).containsAll(lost(said));
  }

  @Test
  void roles_that_only_graph_knows_are_named_and_judged() throws IOException {
    ObjectNode reads = assignment("Lettori di posta", "microsoft.office365.exchange/mail/read");
    ObjectNode writes = assignment("Tuttofare", "microsoft.directory/users/password/update");
    writes.put("directoryScopeId", "/administrativeUnits/5d107bba-d8e2-4e13-b6ae-884be90e5d1a");
    JsonNode said =
        doctor(
            new OtherIdentity(
                TENANT,
                List.of(OURS),
                Map.of("roleManagement/directory/roleAssignments", List.of(reads, writes))));

    String limited =
        "Tuttofare, limited to /administrativeUnits/5d107bba-d8e2-4e13-b6ae-884be90e5d1a";
    assertThat(said.path("directoryRoles"))
        .extracting(JsonNode::asText)
        .containsExactly("Lettori di posta", limited, "Global Reader");
    assertThat(said.path("writes"))
        .extracting(JsonNode::asText)
        .containsExactly("role in Entra ID: " + limited);
    assertThat(said.path("directoryRolesNotSaid")).isEmpty();
  }

  @Test
  void roles_of_the_tenants_own_that_a_group_holds_are_named_and_judged() throws IOException {
    ObjectNode writes = assignment("Tuttofare", "microsoft.directory/users/password/update");
    writes.put("principalId", "4e6dbd10-0b5c-4bd8-9c4f-d35f3e2c3f0c");
    ObjectNode group = new ObjectMapper().createObjectNode();
    group
        .put("@odata.type", "#microsoft.graph.group")
        .put("id", "4e6dbd10-0b5c-4bd8-9c4f-d35f3e2c3f0c")
        .put("displayName", "Posta")
        .put("isAssignableToRole", true);
    JsonNode said =
        doctor(
            new OtherIdentity(
                TENANT,
                List.of(OURS),
                Map.of(
                    "roleManagement/directory/roleAssignments",
                    List.of(writes),
                    "servicePrincipals/" + OURS.objectId() + "/transitiveMemberOf",
                    List.of(group))));

    assertThat(said.path("writes"))
        .extracting(JsonNode::asText)
        .containsExactly("role in Entra ID: Tuttofare");
  }

  private static ObjectNode assignment(String name, String action) {
    ObjectNode row = new ObjectMapper().createObjectNode();
    row.put("id", name).put("principalId", OURS.objectId()).put("directoryScopeId", "/");
    ObjectNode definition = row.put("roleDefinitionId", name).putObject("roleDefinition");
    definition.put("displayName", name).put("templateId", name);
    definition
        .putArray("rolePermissions")
        .addObject()
        .putArray("allowedResourceActions")
        .add(action);
    return row;
  }

  private static Application with(List<String> graphRoles, List<String> cmdlets) {
    return new Application(
        OURS.clientId(),
        OURS.objectId(),
        OURS.displayName(),
        OURS.secret(),
        false,
        graphRoles,
        cmdlets.isEmpty() ? List.of() : OURS.exchangeRoles(),
        List.of(),
        cmdlets,
        cmdlets.isEmpty() ? List.of() : OURS.complianceCmdlets());
  }

  private static List<String> without(String... permissions) {
    return OURS.graphRoles().stream().filter(role -> !List.of(permissions).contains(role)).toList();
  }

  /** What the doctor says as JSON; then everything is collected. */
  private JsonNode doctor(SimulatedTenant tenant) throws IOException {
    Files.writeString(folder.resolve("secret"), OURS.secret());
    StringWriter said = new StringWriter();
    try (Simulator simulator = Simulator.start(tenant, SimulatorOptions.at(Clock.systemUTC()))) {
      Files.writeString(folder.resolve("ca.pem"), simulator.endpoints().authorityPem());
      Files.writeString(
          folder.resolve("endpoints.yaml"),
          SimulatedEndpoints.of(simulator.endpoints(), Path.of("ca.pem"), 1_000).yaml());
      run(said, "doctor", "--format", "json");
      run(
          new StringWriter(),
          "collect",
          "--logs",
          "1",
          "--quiet",
          "-o",
          folder.resolve("snapshot.zip").toString());
    }
    return new ObjectMapper().readTree(said.toString());
  }

  private void run(StringWriter out, String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command, "--tenant", TENANT.tenantId()));
    words.addAll(List.of("--client-id", OURS.clientId()));
    words.addAll(List.of("--client-secret-file", folder.resolve("secret").toString()));
    words.addAll(List.of("--endpoints", folder.resolve("endpoints.yaml").toString()));
    words.addAll(List.of(more));
    StringWriter err = new StringWriter();
    Main.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
  }

  /** Datasets that the collection did not get whole. */
  private Set<String> unread() {
    try (Snapshot snapshot = Snapshots.open(folder.resolve("snapshot.zip"))) {
      return snapshot.manifest().datasets().stream()
          .filter(entry -> entry.status() != Status.COMPLETE)
          .map(DatasetEntry::name)
          .filter(everything()::contains)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> everything() {
    return Arrays.stream(Dataset.values())
        .filter(dataset -> !dataset.isPublic() && !dataset.isRead())
        .map(Dataset::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> lost(JsonNode said) {
    Set<String> lost = new TreeSet<>();
    said.path("missing").forEach(one -> one.path("datasets").forEach(d -> lost.add(d.asText())));
    return lost;
  }

  private static Set<String> names(JsonNode list, String property) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(one -> one.path(property).asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
