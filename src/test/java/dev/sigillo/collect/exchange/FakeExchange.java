package dev.sigillo.collect.exchange;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sigillo.collect.run.Cloud;
import dev.sigillo.collect.run.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Admin REST on this computer, which answers as a test wants it to. */
final class FakeExchange implements AutoCloseable {
  static final String TENANT = "11111111-2222-3333-4444-555555555555";
  static final ObjectMapper JSON = new ObjectMapper();
  private static final OffsetDateTime LATER =
      OffsetDateTime.of(2999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Function<Asked, Said>> cmdlets = new HashMap<>();
  private final AtomicInteger tokens = new AtomicInteger();

  /** Every request, as it came. */
  final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

  /** Answers before any command is looked at; null to go on. */
  volatile Function<Asked, @Nullable Said> before = any -> null;

  /**
   * A request.
   *
   * @param cmdlet empty where none is named
   */
  record Asked(
      String method,
      URI uri,
      Map<String, String> headers,
      String cmdlet,
      JsonNode parameters,
      boolean batched) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /**
   * An answer.
   *
   * @param length announced; -1 for the body's own
   * @param hold how long the connection is kept open after what there is of the body
   */
  record Said(int status, Map<String, String> headers, String body, long length, Duration hold) {
    static Said json(int status, String body) {
      return new Said(
          status,
          Map.of("Content-Type", "application/json;odata.metadata=minimal"),
          body,
          -1,
          Duration.ZERO);
    }

    Said with(String header, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(header, value);
      return new Said(status, more, body, length, hold);
    }
  }

  FakeExchange() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** A client of it, in a hurry. */
  ExchangeClient client() {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    Cloud.Service service = new Cloud.Service(base, base.toString());
    TokenCredential credential =
        request -> Mono.just(new AccessToken("token-" + tokens.incrementAndGet(), LATER));
    return new ExchangeClient(
        HttpClient.newHttpClient(),
        credential,
        new Cloud("test", base, service, service, service),
        TENANT,
        new Pace(4, 4, 100_000, Duration.ofMillis(10), Duration.ofMillis(1), Duration.ofSeconds(2)),
        new Timeouts(Duration.ofMillis(400), Duration.ofMillis(200), Duration.ofSeconds(2)));
  }

  /** What a command answers. */
  FakeExchange answer(String cmdlet, Function<Asked, Said> answer) {
    cmdlets.put(cmdlet, answer);
    return this;
  }

  /** The rows a command has, as JSON; shown a thousand at a time unless otherwise asked. */
  FakeExchange rows(String cmdlet, String... rows) {
    return answer(cmdlet, any -> page(null, rows));
  }

  static Said page(@Nullable String next, String... rows) {
    return warned(List.of(), next, rows);
  }

  static Said warned(List<String> warnings, @Nullable String next, String... rows) {
    ObjectNode body = JSON.createObjectNode();
    body.put("@odata.context", "https://outlook.office365.com/adminapi/beta/x/$metadata");
    body.put("adminapi.warnings@odata.type", "#Collection(String)");
    ArrayNode texts = body.putArray("@adminapi.warnings");
    warnings.forEach(texts::add);
    ArrayNode value = body.putArray("value");
    for (String row : rows) {
      value.add(tree(row));
    }
    if (next != null) {
      body.put("@odata.nextLink", next);
    }
    return Said.json(200, body.toString());
  }

  /** An error as Exchange words it. */
  static Said error(int status, String words) {
    ObjectNode error = JSON.createObjectNode();
    error.put("code", "BadRequest").put("message", "Invalid Operation");
    error.putObject("innererror").putObject("internalexception").put("message", words);
    ObjectNode body = JSON.createObjectNode();
    body.set("error", error);
    return Said.json(status, body.toString());
  }

  static Said expired() {
    return error(400, "Expired or Invalid pagination request. Default Expiry time is 00:30:00");
  }

  /** The link to the page that begins with this row. */
  static String link(Asked asked, int from) {
    return "http://%s/adminapi/beta/%s/InvokeCommand?$skiptoken=%d"
        .formatted(asked.header("Host"), TENANT, from);
  }

  /** Where a page begins. */
  static int from(Asked asked) {
    String query = String.valueOf(asked.uri().getQuery());
    int at = query.indexOf("$skiptoken=");
    return at < 0 ? 0 : Integer.parseInt(query.substring(at + "$skiptoken=".length()));
  }

  /** Times that a command was asked for. */
  long count(String cmdlet) {
    return asked.stream().filter(one -> one.cmdlet().equals(cmdlet)).count();
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value.get(0)));
      byte[] body = exchange.getRequestBody().readAllBytes();
      JsonNode json = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
      send(exchange, answer(exchange.getRequestMethod(), exchange.getRequestURI(), headers, json));
    }
  }

  private Said answer(String method, URI uri, Map<String, String> headers, JsonNode body) {
    Asked one = asked(method, uri, headers, body, false);
    asked.add(one);
    Said said = before.apply(one);
    if (said != null) {
      return said;
    }
    if (uri.getPath().endsWith("/EXOModuleFile")) {
      return Said.json(302, "{}").with("Location", "http://" + one.header("Host") + "/elsewhere");
    }
    return uri.getPath().endsWith("$batch") ? batch(uri, headers, body) : run(one);
  }

  private Said batch(URI uri, Map<String, String> headers, JsonNode body) {
    List<ObjectNode> answers = new ArrayList<>();
    for (JsonNode request : body.path("requests")) {
      Map<String, String> own = new HashMap<>(headers);
      Asked one = asked("POST", uri, own, request.path("body"), true);
      asked.add(one);
      Said said = run(one);
      ObjectNode answer = JSON.createObjectNode();
      answer.put("id", request.path("id").asText()).put("status", said.status());
      ObjectNode its = answer.putObject("headers");
      said.headers().forEach(its::put);
      if (said.body().startsWith("{")) {
        answer.set("body", tree(said.body()));
      }
      answers.add(0, answer);
    }
    ObjectNode whole = JSON.createObjectNode();
    whole.putArray("responses").addAll(answers);
    return Said.json(200, whole.toString());
  }

  private Said run(Asked one) {
    Function<Asked, Said> answer = cmdlets.get(one.cmdlet());
    return answer == null ? page(null) : answer.apply(one);
  }

  private static Asked asked(
      String method, URI uri, Map<String, String> headers, JsonNode body, boolean batched) {
    JsonNode input = body.path("CmdletInput");
    return new Asked(
        method, uri, headers, input.path("CmdletName").asText(), input.path("Parameters"), batched);
  }

  private static void send(HttpExchange exchange, Said said) throws IOException {
    if (said.status() > 0) {
      said.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
      long length = said.length() < 0 ? body.length : said.length();
      exchange.sendResponseHeaders(said.status(), length == 0 ? -1 : length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
      }
    }
    try {
      Thread.sleep(said.hold().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
