package dev.sigillo.collect.exchange;

import com.azure.core.credential.TokenCredential;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.Cloud;
import dev.sigillo.collect.run.Pace;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.collect.run.Workload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Exchange Online and Security &amp; Compliance of one tenant. Sends the commands of {@link Cmdlet}
 * and nothing else. Safe for use by several threads.
 */
public final class ExchangeClient {

  /**
   * No limit is published. What sets the pace are the commands themselves, which take up to a
   * second each; the only budget that was ever seen is 30,000 requests in some minutes.
   */
  public static final Pace PACE = Pace.of(4, 16, Duration.ofSeconds(1)).upTo(16);

  /** Commands in a batch, at most. */
  static final int BATCH = 10;

  private static final int PAGE = 1000;
  private static final int OK = 200;
  private static final int NOT_SIGNED_IN = 401;
  private static final String SYSTEM_MAILBOX =
      "SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@";

  private final Door exchange;
  private final Door compliance;
  private final String tenant;
  private @Nullable String initialDomain;

  /** A row of commands; each answered, or refused. */
  record Item(@Nullable Reply reply, @Nullable ServiceException refusal) {}

  /**
   * A client of the tenant.
   *
   * @param http follows no redirects, which would carry the token elsewhere
   * @param tenantId the tenant's GUID
   * @param pace for Exchange Online; Security &amp; Compliance is asked at the same, apart
   */
  public ExchangeClient(
      HttpClient http,
      TokenCredential credential,
      Cloud cloud,
      String tenantId,
      Pace pace,
      Timeouts timeouts) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("the client must not follow redirects");
    }
    tenant = tenantId.toLowerCase(Locale.ROOT);
    exchange = new Door(http, timeouts, credential, cloud.exchange(), tenant, new Workload(pace));
    compliance =
        new Door(http, timeouts, credential, cloud.compliance(), tenant, new Workload(pace));
  }

  /** How fast Exchange Online is asked. */
  Workload workload() {
    return exchange.workload();
  }

  /** A page, asked for at the service's pace until there is an answer or a refusal for good. */
  Reply call(Command command, List<String> columns, @Nullable String next)
      throws InterruptedException {
    return door(command).workload().call(() -> ask(command, columns, next));
  }

  /**
   * Asks once for a page.
   *
   * @param columns none for all
   * @param next the link of the page before; null for the first page
   */
  Reply ask(Command command, List<String> columns, @Nullable String next)
      throws InterruptedException {
    Door door = door(command);
    URI url = next == null ? url(door, columns) : door.link(next);
    return post(door, url, command);
  }

  /** The same of the documented Exchange Admin API, at the service's pace. */
  Reply callDocumented(Command command, @Nullable String next) throws InterruptedException {
    String endpoint = command.cmdlet().endpoint();
    if (endpoint == null) {
      throw new IllegalArgumentException(command + " is in no documented API");
    }
    return exchange
        .workload()
        .call(
            () ->
                post(
                    exchange,
                    next == null ? exchange.url("v2.0", endpoint) : exchange.link(next),
                    command));
  }

  /** Asks once about all of these, ten at most; answers in their order. */
  List<Item> batch(List<Command> commands, List<String> columns) throws InterruptedException {
    String token = exchange.token();
    Door.Answered<List<JsonNode>> first = post(commands, columns);
    List<JsonNode> answers = first.value();
    boolean expired = answers.stream().anyMatch(a -> a.path("status").asInt() == NOT_SIGNED_IN);
    if (expired && exchange.renew(token, first.date())) {
      answers = post(commands, columns).value();
    }
    Map<String, JsonNode> byId = new HashMap<>();
    answers.forEach(answer -> byId.putIfAbsent(answer.path("id").asText(), answer));
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      items.add(item(byId.get(Integer.toString(i))));
    }
    return items;
  }

  private Door.Answered<List<JsonNode>> post(List<Command> commands, List<String> columns)
      throws InterruptedException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode requests = body.putArray("requests");
    URI url = url(exchange, columns);
    for (int i = 0; i < commands.size(); i++) {
      Command command = commands.get(i);
      ObjectNode request =
          requests
              .addObject()
              .put("id", Integer.toString(i))
              .put("method", "POST")
              .put("url", url.toString());
      ObjectNode headers = request.putObject("headers");
      headers(command).forEach(headers::put);
      request.set("body", command.body());
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(exchange.url("beta", "$batch"))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-AnchorMailbox", anchor(commands.get(0)))
            .POST(BodyPublishers.ofString(body.toString()));
    return exchange.send(request, ReplyReader::batch);
  }

  private static Item item(@Nullable JsonNode answer) {
    if (answer == null) {
      return new Item(null, new ServiceException(Kind.BROKEN, "the batch left this out"));
    }
    int status = answer.path("status").asInt();
    JsonNode body = answer.path("body");
    JsonNode error = body.get("error");
    if (status != OK || error != null) {
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      answer
          .path("headers")
          .properties()
          .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
      return new Item(null, Refusals.of(status, headers, error));
    }
    try {
      return new Item(ReplyReader.page(body), null);
    } catch (IOException e) {
      return new Item(null, Refusals.broken("a batch", e));
    }
  }

  private Reply post(Door door, URI url, Command command) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(command.body().toString()));
    headers(command).forEach(request::header);
    Door.Answered<Reply> answered = door.send(request, ReplyReader::page);
    Reply reply = answered.value();
    if (reply.error() != null) {
      throw Refusals.of(OK, Map.of(), reply.error());
    }
    return reply.answered(answered.requestId(), answered.date());
  }

  private Map<String, String> headers(Command command) throws InterruptedException {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("X-ResponseFormat", "json");
    headers.put("X-CmdletName", command.cmdlet().sent());
    headers.put("X-AnchorMailbox", anchor(command));
    headers.put("Prefer", "odata.maxpagesize=" + PAGE);
    return headers;
  }

  /** Pages of a list come from one server only when every question names the same mailbox. */
  private String anchor(Command command) throws InterruptedException {
    return command.cmdlet().via() == Via.EXCHANGE
        ? "APP:" + SYSTEM_MAILBOX + tenant
        : "UPN:" + SYSTEM_MAILBOX + initialDomain();
  }

  /** The tenant's first domain; its id when that is not to be known. */
  private synchronized String initialDomain() throws InterruptedException {
    String known = initialDomain;
    if (known == null) {
      try {
        known =
            call(Command.all(Cmdlet.ACCEPTED_DOMAIN), List.of(), null).rows().stream()
                .filter(row -> row.path("InitialDomain").asBoolean())
                .map(row -> row.path("DomainName").asText())
                .findFirst()
                .orElse(tenant);
      } catch (ServiceException e) {
        known = tenant;
      }
      initialDomain = known;
    }
    return known;
  }

  private Door door(Command command) {
    return command.cmdlet().via() == Via.EXCHANGE ? exchange : compliance;
  }

  private static URI url(Door door, List<String> columns) throws InterruptedException {
    URI url = door.url("beta", "InvokeCommand");
    return columns.isEmpty() ? url : URI.create(url + "?$select=" + String.join(",", columns));
  }
}
