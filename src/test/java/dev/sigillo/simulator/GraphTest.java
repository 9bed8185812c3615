package dev.sigillo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GraphTest {
  private static final String MAIL_RULES = "/mailFolders/inbox/messageRules";

  private Client client = new Client(new SmallTenant(2500));

  @AfterEach
  void stop() throws Exception {
    client.close();
  }

  @Test
  void pages_follow_one_another_to_the_last_user() {
    String token = client.token("https://graph.microsoft.com");
    Set<String> ids = new HashSet<>();
    int pages = 0;
    String next = "users?$select=id,accountEnabled&$top=999";
    while (!next.isEmpty()) {
      JsonNode page = Client.json(client.graph(next, token));
      page.path("value").forEach(user -> ids.add(user.path("id").asText()));
      assertThat(names(page.path("value").path(0))).containsExactly("id", "accountEnabled");
      next = page.path("@odata.nextLink").asText();
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(ids).hasSize(2500);
  }

  @Test
  void users_come_with_few_properties_unless_selected() {
    JsonNode user = Client.json(client.graph("users")).path("value").path(0);
    assertThat(user.has("mail")).isTrue();
    assertThat(user.has("accountEnabled")).isFalse();
    assertThat(client.graph("users?$select=acountEnabled").statusCode()).isEqualTo(400);
    assertThat(Client.json(client.graph("users")).path("value")).hasSize(100);
  }

  @Test
  void filters_are_kept_to_what_is_understood() {
    JsonNode found =
        Client.json(
            client.graph(
                "auditLogs/signIns?$filter=createdDateTime ge 2026-11-15T00:00:00Z and"
                    + " clientAppUsed eq 'Authenticated SMTP'"));
    assertThat(found.path("value")).hasSize(500);
    assertThat(
            Client.json(client.graph("users?$filter=userType in ('Member','Guest')&$top=5"))
                .path("value"))
        .hasSize(5);
    assertThat(client.graph("users?$filter=accountEnabled eq true or mail eq 'x'").statusCode())
        .isEqualTo(400);
    assertThat(client.graph("users?$filter=startswith(mail,'a')").statusCode()).isEqualTo(400);
    assertThat(client.graph("users?$orderby=mail").statusCode()).isEqualTo(400);
    assertThat(client.graph("users?$top=1000").statusCode()).isEqualTo(400);
    assertThat(
            client
                .graph(
                    "admin/exchange/tracing/messageTraces?$filter=receivedDateTime ge"
                        + " 2026-11-01T00:00:00Z and receivedDateTime le 2026-11-20T00:00:00Z")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void counting_needs_the_header_that_graph_wants() {
    String token = client.token("https://graph.microsoft.com");
    assertThat(client.graph("users?$count=true", token).statusCode()).isEqualTo(400);
    JsonNode counted =
        Client.json(
            client.graph("users?$count=true&$top=1", token, "ConsistencyLevel", "eventual"));
    assertThat(counted.path("@odata.count").asInt()).isEqualTo(2500);
    HttpResponse<byte[]> bare = client.graph("users/$count", token, "ConsistencyLevel", "eventual");
    assertThat(new String(bare.body(), StandardCharsets.UTF_8)).isEqualTo("2500");
  }

  @Test
  void a_principal_shows_only_when_expanded() {
    String path = "roleManagement/directory/roleAssignments";
    assertThat(Client.json(client.graph(path)).path("value").path(0).has("principal")).isFalse();
    assertThat(
            Client.json(client.graph(path + "?$expand=principal"))
                .path("value")
                .path(0)
                .path("principal")
                .path("@odata.type")
                .asText())
        .isEqualTo("#microsoft.graph.user");
  }

  @Test
  void tokens_are_judged() {
    String weak = client.token(SmallTenant.WEAK, "weak", "https://graph.microsoft.com");
    HttpResponse<byte[]> forbidden = client.graph("users", weak);
    assertThat(forbidden.statusCode()).isEqualTo(403);
    assertThat(Client.json(forbidden).path("error").path("code").asText())
        .isEqualTo("Authorization_RequestDenied");
    assertThat(Client.json(forbidden).path("error").path("innerError").has("request-id")).isTrue();
    assertThat(client.graph("users", "a.b.c").statusCode()).isEqualTo(401);
    assertThat(client.graph("users", client.token("https://outlook.office365.com")).statusCode())
        .isEqualTo(401);
    String mine = client.token("https://graph.microsoft.com");
    client.clock.pass(Duration.ofHours(1));
    HttpResponse<byte[]> late = client.graph("users", mine);
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(Client.json(late).path("error").path("code").asText())
        .isEqualTo("InvalidAuthenticationToken");
  }

  @Test
  void a_batch_answers_each_request_alone_and_in_another_order() {
    List<String> items = new ArrayList<>();
    for (int i = 10; i < 20; i++) {
      items.add(item(i, "GET", "/users/" + SmallTenant.id(i) + MAIL_RULES));
    }
    JsonNode answers = Client.json(batch(items)).path("responses");
    assertThat(answers).hasSize(10);
    List<String> order = new ArrayList<>();
    answers.forEach(answer -> order.add(answer.path("id").asText()));
    assertThat(order).isNotEqualTo(order.stream().sorted().toList());
    answers.forEach(
        answer -> {
          if (answer.path("id").asText().equals("13")) {
            assertThat(answer.path("status").asInt()).isEqualTo(404);
            assertThat(answer.path("body").path("error").path("code").asText())
                .isEqualTo("MailboxNotEnabledForRESTAPI");
          } else {
            assertThat(answer.path("body").path("value").path(0).path("displayName").asText())
                .isEqualTo("rule " + answer.path("id").asText());
          }
        });
    assertThat(client.simulator.journal().requests("graph:users/*" + MAIL_RULES)).isEqualTo(10);
  }

  @Test
  void a_batch_of_more_than_twenty_is_refused() {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      items.add(item(i, "GET", "/domains"));
    }
    assertThat(batch(items).statusCode()).isEqualTo(400);
  }

  @Test
  void writes_are_refused_and_remembered() {
    JsonNode answers =
        Client.json(batch(List.of(item(1, "DELETE", "/users/" + SmallTenant.id(1)))));
    assertThat(answers.path("responses").path(0).path("status").asInt()).isEqualTo(403);
    HttpResponse<byte[]> patch =
        client.send(
            HttpRequest.newBuilder(URI.create(client.at.graph() + "/v1.0/policies/x"))
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(patch.statusCode()).isEqualTo(403);
    assertThat(client.simulator.journal().refused()).hasSize(2);
  }

  @Test
  void a_usage_report_is_a_redirect_to_a_file() {
    HttpResponse<byte[]> redirect = client.graph("reports/getEmailActivityUserDetail(period='D7')");
    assertThat(redirect.statusCode()).isEqualTo(302);
    String location = redirect.headers().firstValue("Location").orElseThrow();
    HttpResponse<byte[]> file = client.send(HttpRequest.newBuilder(URI.create(location)));
    assertThat(new String(file.body(), StandardCharsets.UTF_8)).contains("Send Count");
  }

  @Test
  void real_limits_refuse_what_comes_too_fast() throws Exception {
    client.close();
    client = new Client(new SmallTenant(10, true));
    String token = client.token("https://graph.microsoft.com");
    String policies = "identity/conditionalAccess/policies";
    assertThat(client.graph(policies, token).statusCode()).isEqualTo(200);
    HttpResponse<byte[]> second = client.graph(policies, token);
    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.headers().firstValue("Retry-After")).isEmpty();
    client.clock.pass(Duration.ofSeconds(1));
    assertThat(client.graph(policies, token).statusCode()).isEqualTo(200);
    for (int i = 0; i < 5; i++) {
      assertThat(client.graph("auditLogs/signIns?$top=1", token).statusCode()).isEqualTo(200);
    }
    assertThat(client.graph("auditLogs/signIns?$top=1", token).statusCode()).isEqualTo(429);
  }

  private HttpResponse<byte[]> batch(List<String> items) {
    return client.post(
        client.at.graph() + "/v1.0/$batch",
        client.token("https://graph.microsoft.com"),
        "{\"requests\":[" + String.join(",", items) + "]}",
        Map.of());
  }

  private static String item(int id, String method, String url) {
    return "{\"id\":\"" + id + "\",\"method\":\"" + method + "\",\"url\":\"" + url + "\"}";
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
