package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.SimulatedTenant;
import dev.sigillo.simulator.Simulator;
import dev.sigillo.simulator.SimulatorOptions;
import dev.sigillo.simulator.tenant.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor looks at identities of a simulated tenant. */
class DoctorCommandTest {
  @TempDir private static Path folder;
  private static SimulatedTenant tenant;
  private static Simulator simulator;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() throws IOException {
    tenant = Scenario.bundled("esempio").tenant();
    simulator = Simulator.start(tenant, SimulatorOptions.at(Clock.systemUTC()));
    Files.writeString(folder.resolve("ca.pem"), simulator.endpoints().authorityPem());
    Files.writeString(
        folder.resolve("endpoints.yaml"),
        SimulatedEndpoints.of(simulator.endpoints(), Path.of("ca.pem"), 1_000).yaml());
    Files.writeString(folder.resolve("secret"), application().secret());
  }

  @AfterAll
  static void stop() throws IOException {
    simulator.close();
  }

  @Test
  void says_what_the_identity_may_read() throws IOException {
    int code = doctor("--format", "json");

    assertThat(err.toString()).isEmpty();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.path("tenantId").asText()).isEqualTo(tenant.tenantId());
    assertThat(json.path("services")).hasSize(3);
    assertThat(json.path("services").path(1).path("cmdlets").asInt()).isPositive();
    assertThat(json.path("writes")).isEmpty();
    assertThat(code).isEqualTo(json.path("fine").asBoolean() ? 0 : 2);
  }

  @Test
  void says_so_in_words_without_a_secret() throws IOException {
    doctor();

    assertThat(out.toString())
        .startsWith("Tenant " + tenant.tenantId())
        .contains("Microsoft Graph", "Exchange Online", "Security & Compliance", "cmdlets")
        .doesNotContain(application().secret(), "eyJ");
    assertThat(simulator.journal().refused()).isEmpty();
  }

  @Test
  void a_wrong_secret_is_one_sentence() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong"), "falsch");
    List<String> words = words();
    words.set(words.indexOf("--client-secret-file") + 1, wrong.toString());

    int code = run(words);

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Sign-in for Microsoft Graph was refused (AADSTS7000215): the secret is wrong")
        .hasLineCount(1);
  }

  @Test
  void a_tenant_can_be_named_by_a_domain_of_its_and_by_no_other() throws IOException {
    List<String> words = words();
    int place = words.indexOf("--tenant") + 1;
    words.set(place, tenant.initialDomain());
    run(words);

    assertThat(out.toString()).startsWith("Tenant " + tenant.tenantId());

    words.set(place, "fabrikam.example");
    assertThat(run(words)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Sign-in for the tenant was refused (AADSTS90002): there is no tenant");
  }

  @Test
  void an_authority_that_nobody_named_is_refused_with_a_sentence() throws IOException {
    Path other = folder.resolve("other.yaml");
    String yaml = Files.readString(folder.resolve("endpoints.yaml"));
    Path foreign = Path.of("src/test/resources/signin/other-ca.pem").toAbsolutePath();
    Files.writeString(other, yaml.replace("ca: 'ca.pem'", "ca: '" + foreign + "'"));
    List<String> words = words();
    words.set(words.indexOf("--endpoints") + 1, other.toString());

    assertThat(run(words)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("localhost: its certificate, issued by ")
        .contains("name its authority with --ca-file");
  }

  @Test
  void commands_that_create_an_application_are_printed_without_asking_anybody() {
    int code = run(List.of("doctor", "--tenant", "contoso.com", "--set-up"));

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("Connect-MgGraph -TenantId 'contoso.com'")
        .contains("'Policy.Read.All'", "@('Exchange.ManageAsApp')")
        .contains("f2ef992c-3afb-46b9-b7cf-a126ee74c451")
        .contains("az ad app create", "New-RoleGroup -Name 'Sigillo audit'")
        .doesNotContain("Exchange Administrator", "ExchangeMessageTrace", "%");
  }

  private int doctor(String... more) {
    List<String> words = words();
    words.addAll(List.of(more));
    return run(words);
  }

  private List<String> words() {
    return new ArrayList<>(
        List.of(
            "doctor",
            "--tenant",
            tenant.tenantId(),
            "--client-id",
            application().clientId(),
            "--client-secret-file",
            folder.resolve("secret").toString(),
            "--endpoints",
            folder.resolve("endpoints.yaml").toString()));
  }

  private int run(List<String> words) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
  }

  private static Application application() {
    return tenant.applications().get(0);
  }
}
