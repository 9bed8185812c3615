package dev.sigillo.collect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.collect.exchange.ExchangeOptions.InboxRules;
import dev.sigillo.collect.run.Cloud;
import dev.sigillo.collect.run.Pace;
import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.Endpoints;
import dev.sigillo.simulator.Fault;
import dev.sigillo.simulator.SimulatedTenant;
import dev.sigillo.simulator.Simulator;
import dev.sigillo.simulator.SimulatorOptions;
import dev.sigillo.simulator.tenant.Scenario;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** A tenant that knows nothing of the collector, and services that misbehave in every way. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SimulatedTenantTest {
  private static final Scenario SMALL = Scenario.bundled("neglected").withMailboxes(45);
  private static final Set<Fault.Kind> HARMLESS =
      EnumSet.of(Fault.Kind.DUPLICATE_ROWS, Fault.Kind.SHUFFLED_ROWS);

  /** One of each sort. */
  private static final Set<Dataset> SOME =
      EnumSet.of(
          Dataset.TRANSPORT_CONFIG,
          Dataset.ACCEPTED_DOMAIN,
          Dataset.OUTBOUND_CONNECTOR,
          Dataset.MAILBOX,
          Dataset.CAS_MAILBOX,
          Dataset.RECIPIENT,
          Dataset.INBOX_RULE);

  @TempDir private static Path shared;
  private static Collecting right = new Collecting(Path.of(""));

  @TempDir private Path folder;

  @BeforeAll
  static void collectInPeace() throws Exception {
    right = collect(shared, SMALL.tenant(), datasets());
  }

  @Test
  void everything_is_read_and_nothing_else_is_asked() throws Exception {
    Set<Dataset> whole = datasets();
    whole.remove(Dataset.AUDIT_EVENT);

    for (Dataset dataset : whole) {
      DatasetEntry entry = right.entry(dataset);
      assertThat(entry.status()).as("%s: %s", dataset, entry.reason()).isEqualTo(Status.COMPLETE);
      if (entry.total() != null) {
        assertThat(entry.covered()).as(dataset.id()).isEqualTo(entry.total());
      }
    }
    assertThat(right.entry(Dataset.AUDIT_EVENT).reason())
        .isEqualTo("exchange/Get-AdminAuditLogConfig: UnifiedAuditLogIngestionEnabled is false");
  }

  @Test
  void what_the_role_does_not_expose_is_said_to_be_forbidden() throws Exception {
    for (int half = 0; half < 2; half++) {
      List<String> missing = new ArrayList<>();
      Set<Dataset> forbidden = EnumSet.noneOf(Dataset.class);
      Cmdlet[] cmdlets = Cmdlet.values();
      for (int i = half; i < cmdlets.length; i += 2) {
        missing.add(cmdlets[i].sent());
        if (cmdlets[i].endpoint() == null) {
          forbidden.add(cmdlets[i].dataset());
        }
      }
      Collecting all = collect(folder, without(SMALL.tenant(), missing), datasets());
      for (Dataset dataset : datasets()) {
        check(all, dataset, "without " + missing);
        if (forbidden.contains(dataset)) {
          assertThat(all.entry(dataset).status()).as(dataset.id()).isEqualTo(Status.FORBIDDEN);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SERVFAIL", "TIMEOUT", "TC", "EMPTY"})
  void whatever_goes_wrong_a_dataset_is_right_or_unknown(Fault.Kind kind) throws Exception {
    for (Fault fault :
        List.of(
            new Fault("exchange:*", kind, 1, 0, 1, 1),
            new Fault("exchange:Get-*", kind, 1, 0, 0, 1))) {
      Collecting all = collect(folder, with(SMALL.tenant(), fault), SOME);
      for (Dataset dataset : SOME) {
        DatasetEntry entry = check(all, dataset, fault.toString());
        if (HARMLESS.contains(kind)) {
          assertThat(entry.status()).isEqualTo(Status.COMPLETE);
        }
      }
    }
  }

  /** Right, or unknown with a reason. */
  private static DatasetEntry check(Collecting all, Dataset dataset, String when) {
    DatasetEntry entry = all.entry(dataset);
    String about =
        "%s with %s: %s, %d rows, %s of %s, %s"
            .formatted(
                dataset,
                when,
                entry.status(),
                entry.rows(),
                entry.covered(),
                entry.total(),
                entry.reason());
    if (entry.status() != Status.COMPLETE) {
      assertThat(entry.reason()).as(about).isNotBlank();
      return entry;
    }
    List<String> expected = answered(right, dataset);
    List<String> answered = answered(all, dataset);
    boolean whole = entry.covered() == null || entry.covered().equals(entry.total());
    assertThat(expected.containsAll(answered)).as(about).isTrue();
    assertThat(!whole || answered.size() == expected.size()).as(about).isTrue();
    return entry;
  }

  /** Lines that say something, without their place. */
  private static List<String> answered(Collecting all, Dataset dataset) {
    List<String> lines = new ArrayList<>();
    for (Line line : all.lines(dataset)) {
      if (line.error() == null) {
        lines.add(line.key() + " " + line.row());
      } else {
        assertThat(line.error()).isNotBlank();
      }
    }
    return lines;
  }

  private static Set<Dataset> datasets() {
    Set<Dataset> all = EnumSet.noneOf(Dataset.class);
    for (Cmdlet cmdlet : Cmdlet.values()) {
      all.add(cmdlet.dataset());
    }
    return all;
  }

  private static Collecting collect(Path folder, SimulatedTenant tenant, Set<Dataset> datasets)
      throws IOException, InterruptedException {
    try (Simulator simulator = Simulator.start(tenant, SimulatorOptions.at(SMALL::now))) {
      Collecting all =
          new Collecting(folder.resolve(UUID.randomUUID() + ".zip"))
              .run(
                  Every.question(client(simulator.endpoints(), tenant), InboxRules.FULL),
                  datasets.toArray(Dataset[]::new));
      assertThat(simulator.journal().refused()).isEmpty();
      assertThat(simulator.journal().secretsInUrls()).isZero();
      return all;
    }
  }

  private static ExchangeClient client(Endpoints at, SimulatedTenant tenant) {
    HttpClient http = HttpClient.newBuilder().sslContext(at.tls()).build();
    Cloud cloud =
        new Cloud(
            "simulated",
            at.authority(),
            new Cloud.Service(at.graph(), "https://graph.microsoft.com"),
            new Cloud.Service(at.exchange(), "https://outlook.office365.com"),
            new Cloud.Service(at.compliance(), "https://ps.compliance.protection.outlook.com"));
    return new ExchangeClient(
        http,
        request -> Mono.fromSupplier(() -> token(http, at, tenant, request)),
        cloud,
        tenant.tenantId(),
        new Pace(
            4, 4, 100_000, Duration.ofMillis(10), Duration.ofMillis(1), Duration.ofMillis(200)),
        new Timeouts(Duration.ofSeconds(10), Duration.ofMillis(600), Duration.ofSeconds(20)));
  }

  private static AccessToken token(
      HttpClient http, Endpoints at, SimulatedTenant tenant, TokenRequestContext request) {
    Application application = tenant.applications().get(0);
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(
                application.clientId(),
                URLEncoder.encode(application.secret(), StandardCharsets.UTF_8),
                request.getScopes().get(0));
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(at.authority() + "/" + tenant.tenantId() + "/oauth2/v2.0/token"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(form))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode json = FakeExchange.tree(answer.body());
      return new AccessToken(
          json.path("access_token").asText(),
          OffsetDateTime.of(2999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same tenant on a bad day. */
  private static SimulatedTenant with(SimulatedTenant tenant, Fault fault) {
    return but(tenant, "faults", List.of(fault));
  }

  /** The same tenant, where the application's roles do not expose these. */
  private static SimulatedTenant without(SimulatedTenant tenant, List<String> cmdlets) {
    Application full = tenant.applications().get(0);
    Application less =
        new Application(
            full.clientId(),
            full.objectId(),
            full.displayName(),
            full.secret(),
            full.secretExpired(),
            full.graphRoles(),
            full.exchangeRoles(),
            full.directoryRoles(),
            full.cmdlets().stream().filter(one -> !cmdlets.contains(one)).toList(),
            full.complianceCmdlets().stream().filter(one -> !cmdlets.contains(one)).toList());
    return but(tenant, "applications", List.of(less));
  }

  private static SimulatedTenant but(SimulatedTenant tenant, String name, Object instead) {
    return (SimulatedTenant)
        Proxy.newProxyInstance(
            SimulatedTenantTest.class.getClassLoader(),
            new Class<?>[] {SimulatedTenant.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(name)) {
                return instead;
              }
              try {
                return method.invoke(tenant, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
