package dev.sigillo.collect.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.Cloud;
import dev.sigillo.collect.run.Question;
import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.Endpoints;
import dev.sigillo.simulator.Fault;
import dev.sigillo.simulator.Rows;
import dev.sigillo.simulator.SimulatedTenant;
import dev.sigillo.simulator.Simulator;
import dev.sigillo.simulator.SimulatorOptions;
import dev.sigillo.simulator.tenant.Scenario;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.Status;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/**
 * The simulated tenant's Graph, however it fails, gives the rows it gives when all is well, or a
 * reason why not.
 */
@Timeout(120)
class GraphFaultsTest {
  private static final SimulatedTenant TENANT =
      Scenario.bundled("clean").withMailboxes(25).tenant();
  private static final Set<Dataset> UNDER_TEST =
      EnumSet.of(
          Dataset.USER,
          Dataset.USER_REGISTRATION,
          Dataset.ROLE_ASSIGNMENT,
          Dataset.RISKY_USER,
          Dataset.CONDITIONAL_ACCESS_POLICY,
          Dataset.SECURITY_DEFAULTS,
          Dataset.AUTHORIZATION_POLICY,
          Dataset.ADMIN_CONSENT_REQUEST_POLICY,
          Dataset.SERVICE_PRINCIPAL,
          Dataset.APP_REGISTRATION,
          Dataset.APP_ROLE_ASSIGNMENT,
          Dataset.DELEGATED_GRANT,
          Dataset.MESSAGE_RULE);

  private static Map<Dataset, List<String>> well = Map.of();

  @TempDir private static Path common;
  @TempDir private Path folder;

  @BeforeAll
  static void readWhatIsThere() throws Exception {
    well = rows(read(common, List.of(), TENANT.applications()));
    assertThat(well.keySet()).isEqualTo(UNDER_TEST);
    assertThat(well.get(Dataset.USER)).hasSizeGreaterThan(24);
    assertThat(well.get(Dataset.MESSAGE_RULE))
        .hasSizeGreaterThan(24)
        .noneMatch(line -> line.endsWith(" 500") || line.contains(" 500 "));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "SERVFAIL",
        "TIMEOUT",
        "TC",
        "EMPTY",
        "TRUNCATED_ROWS",
        "FORBIDDEN",
        "FORBIDDEN_NUL",
        "NOT_FOUND"
      })
  void what_passes_leaves_no_trace(Fault.Kind kind) throws Exception {
    boolean once = kind == Fault.Kind.UNAUTHORIZED || kind == Fault.Kind.TOKEN_EXPIRED;
    Fault anywhere = new Fault("graph:*", kind, 1, 0, once ? 1 : 2, 1);
    Fault batch = new Fault("graph:$batch", kind, 1, 0, 1, 1);

    // A token that is refused twice running is not renewed again: one fault must not meet the
    // other.
    for (List<Fault> faults :
        once ? List.of(List.of(anywhere), List.of(batch)) : List.of(List.of(anywhere, batch))) {
      assertThat(rows(read(folder, faults, TENANT.applications()))).isEqualTo(well);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SERVFAIL", "TIMEOUT", "TC", "TRUNCATED_ROWS", "EMPTY"})
  void what_stays_has_a_reason(Fault.Kind kind) throws Exception {
    Reading read =
        read(
            folder,
            List.of(Fault.always("graph:*", kind), Fault.always("graph:$batch", kind)),
            TENANT.applications());

    for (Dataset dataset : UNDER_TEST) {
      DatasetEntry entry = read.entry(dataset);
      if (entry.status() == Status.COMPLETE && dataset == Dataset.MESSAGE_RULE) {
        assertThat(well.get(dataset))
            .containsAll(
                lines(read, dataset)
                    .filter(line -> line.error() == null)
                    .map(GraphFaultsTest::text)
                    .toList());
      } else if (entry.status() == Status.COMPLETE) {
        assertThat(rows(read, dataset)).as("%s", dataset).isEqualTo(well.get(dataset));
      } else {
        assertThat(entry.reason()).as("%s", dataset).isNotBlank();
      }
    }
    Status expected =
        switch (kind) {
          case UNAUTHORIZED, TOKEN_EXPIRED, FORBIDDEN, FORBIDDEN_NUL -> Status.FORBIDDEN;
          case THROTTLED, THROTTLED_SILENTLY -> Status.THROTTLED;
          case PAGE_EXPIRED, DUPLICATE_ROWS, SHUFFLED_ROWS -> Status.COMPLETE;
          default -> Status.FAILED;
        };
    assertThat(read.entry(Dataset.AUTHORIZATION_POLICY).status()).isEqualTo(expected);
    assertThat(read.entry(Dataset.APP_ROLE_ASSIGNMENT).status()).isEqualTo(expected);
  }

  @Test
  void each_role_that_is_missing_is_told() throws Exception {
    Reading read = read(folder, List.of(), List.of(withoutRoles(TENANT.applications().get(0))));

    for (Dataset dataset : UNDER_TEST) {
      assertThat(read.entry(dataset).status()).as("%s", dataset).isEqualTo(Status.FORBIDDEN);
      assertThat(read.entry(dataset).reason()).startsWith("403 ");
    }
  }

  private static Application withoutRoles(Application one) {
    return new Application(
        one.clientId(),
        one.objectId(),
        one.displayName(),
        one.secret(),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Map<Dataset, List<String>> rows(Reading read) {
    return UNDER_TEST.stream().collect(Collectors.toMap(d -> d, d -> rows(read, d)));
  }

  private static List<String> rows(Reading read, Dataset dataset) {
    assertThat(read.entry(dataset).status())
        .as("%s: %s", dataset, read.entry(dataset).reason())
        .isEqualTo(Status.COMPLETE);
    return lines(read, dataset).map(GraphFaultsTest::text).sorted().toList();
  }

  private static Stream<Line> lines(Reading read, Dataset dataset) {
    return Objects.requireNonNull(read.lines().get(dataset)).stream();
  }

  private static String text(Line line) {
    return line.key() + " " + line.row() + " " + line.error();
  }

  private static Reading read(Path folder, List<Fault> faults, List<Application> applications)
      throws Exception {
    SimulatedTenant tenant =
        (SimulatedTenant)
            Proxy.newProxyInstance(
                SimulatedTenant.class.getClassLoader(),
                new Class<?>[] {SimulatedTenant.class},
                (proxy, method, arguments) -> {
                  try {
                    return switch (method.getName()) {
                      case "faults" -> faults;
                      case "applications" -> applications;
                      case "realLimits" -> false;
                      default -> method.invoke(TENANT, arguments);
                    };
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    SimulatorOptions options = SimulatorOptions.at(InstantSource.system());
    try (Simulator simulator = Simulator.start(tenant, options)) {
      GraphClient graph = client(simulator.endpoints(), applications.get(0));
      List<Question> questions =
          new ArrayList<>(List.of(SweepsTest.known(Dataset.MAILBOX, keys())));
      GraphDatasets.questions(graph, GraphOptions.settings(Reading.NOW)).stream()
          .filter(question -> UNDER_TEST.contains(question.dataset()))
          .forEach(questions::add);
      Files.deleteIfExists(folder.resolve("graph.zip"));
      return Reading.of(folder, questions, false);
    }
  }

  private static List<ObjectNode> keys() {
    Rows users = TENANT.graph("users").orElseThrow();
    List<ObjectNode> keys = new ArrayList<>();
    for (long i = 0; i < users.size(); i++) {
      keys.add(SweepsTest.row("Key", users.get(i).path("id").asText()));
    }
    return keys;
  }

  private static GraphClient client(Endpoints endpoints, Application application) {
    HttpClient http = HttpClient.newBuilder().sslContext(endpoints.tls()).build();
    String form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
            .formatted(
                application.clientId(),
                URLEncoder.encode(application.secret(), StandardCharsets.UTF_8),
                "https%3A%2F%2Fgraph.microsoft.com%2F.default");
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(endpoints.authority() + "/" + TENANT.tenantId() + "/oauth2/v2.0/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    TokenCredential credential =
        asked ->
            Mono.fromCallable(
                () -> {
                  String body = http.send(request, BodyHandlers.ofString()).body();
                  String token = Page.MAPPER.readTree(body).path("access_token").asText();
                  return new AccessToken(
                      token, OffsetDateTime.of(2999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
                });
    return new GraphClient(
        new Cloud.Service(endpoints.graph(), "https://graph.microsoft.com"),
        credential,
        builder -> builder.sslSocketFactory(endpoints.tls().getSocketFactory(), endpoints.trust()),
        new GraphClient.Options(Duration.ofMillis(700), 500, Duration.ofSeconds(2)));
  }
}
