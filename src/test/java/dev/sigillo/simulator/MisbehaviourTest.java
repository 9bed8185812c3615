package dev.sigillo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisbehaviourTest {

  @ParameterizedTest
  @CsvSource({
    "UNAUTHORIZED,401",
    "FORBIDDEN,403",
    "FORBIDDEN_NUL,403",
    "NOT_FOUND,404",
    "THROTTLED,429",
    "THROTTLED_SILENTLY,429",
    "INTERNAL_ERROR,500",
    "BAD_GATEWAY,502",
    "UNAVAILABLE,503",
    "GATEWAY_TIMEOUT,504",
    "TOKEN_EXPIRED,401",
    "WRONG_CONTENT_TYPE,200"
  })
  void a_fault_meets_the_first_requests_and_no_more(Fault.Kind kind, int status) throws Exception {
    SmallTenant tenant = new SmallTenant(3).with(Fault.first(2, "graph:users", kind));
    try (Client client = new Client(tenant)) {
      String token = client.token("https://graph.microsoft.com");
      assertThat(client.graph("users", token).statusCode()).isEqualTo(status);
      HttpResponse<byte[]> second = client.graph("users", token);
      assertThat(second.statusCode()).isEqualTo(status);
      assertThat(second.headers().firstValue("Retry-After").isPresent())
          .isEqualTo(kind == Fault.Kind.THROTTLED);
      HttpResponse<byte[]> third = client.graph("users", token);
      assertThat(third.statusCode()).isEqualTo(200);
      assertThat(Client.json(third).path("value")).hasSize(3);
      assertThat(client.graph("domains", token).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void connections_are_reset_cut_short_and_stalled() throws Exception {
    SmallTenant tenant =
        new SmallTenant(500)
            .with(Fault.first(1, "exchange:Get-TransportConfig", Fault.Kind.RESET))
            .with(Fault.first(1, "graph:domains", Fault.Kind.CUT_SHORT))
            .with(new Fault("exchange:Get-Mailbox", Fault.Kind.STALL, 1, 0, 1, 1));
    try (Client client = new Client(tenant)) {
      String token = client.token("https://graph.microsoft.com");
      assertThatThrownBy(() -> client.exchange("Get-TransportConfig", "{}", Map.of()))
          .hasRootCauseInstanceOf(SocketException.class)
          .rootCause()
          .hasMessageContaining("reset");
      assertThatThrownBy(() -> client.graph("domains", token))
          .hasMessageContaining("bytes received");
      long before = System.nanoTime();
      assertThatThrownBy(() -> client.exchange("Get-Mailbox", "{}", Map.of()))
          .hasMessageContaining("bytes received");
      assertThat(System.nanoTime() - before).isGreaterThan(900_000_000L);
      assertThat(client.exchange("Get-TransportConfig", "{}", Map.of()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void closing_does_not_wait_for_an_answer_that_stalls() throws Exception {
    SmallTenant tenant = new SmallTenant(3).with(Fault.always("graph:users", Fault.Kind.STALL));
    Client client = new Client(tenant);
    String token = client.token("https://graph.microsoft.com");
    Thread asking =
        new Thread(
            () ->
                assertThatThrownBy(() -> client.graph("users", token))
                    .isInstanceOf(UncheckedIOException.class));
    asking.start();
    while (client.simulator.journal().requests("graph:users") == 0) {
      Thread.onSpinWait();
    }
    long before = System.nanoTime();
    client.close();
    asking.join(10_000);
    assertThat(asking.isAlive()).isFalse();
    assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
  }

  @Test
  void json_is_cut_off_although_the_answer_is_whole() throws Exception {
    SmallTenant tenant =
        new SmallTenant(3).with(Fault.always("exchange:Get-*", Fault.Kind.TRUNCATED_JSON));
    try (Client client = new Client(tenant)) {
      HttpResponse<byte[]> answer = client.exchange("Get-Mailbox", "{}", Map.of());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> Client.json(answer)).hasMessageContaining("end-of-input");
    }
  }

  @Test
  void rows_come_twice_in_another_order_or_not_at_all() throws Exception {
    SmallTenant tenant =
        new SmallTenant(30)
            .with(Fault.first(1, "exchange:Get-Mailbox", Fault.Kind.DUPLICATE_ROWS))
            .with(new Fault("exchange:Get-Mailbox", Fault.Kind.SHUFFLED_ROWS, 1, 0, 1, 0))
            .with(new Fault("exchange:Get-Mailbox", Fault.Kind.EMPTY, 1, 0, 1, 0))
            .with(new Fault("exchange:Get-Mailbox", Fault.Kind.TRUNCATED_ROWS, 1, 0, 1, 0));
    try (Client client = new Client(tenant)) {
      assertThat(mailboxes(client).path("value")).hasSize(33);
      JsonNode shuffled = mailboxes(client).path("value");
      Set<String> names = new HashSet<>();
      shuffled.forEach(row -> names.add(row.path("UserPrincipalName").asText()));
      assertThat(names).hasSize(30);
      assertThat(shuffled.path(0).path("UserPrincipalName").asText())
          .isNotEqualTo("user0@contoso.com");
      assertThat(mailboxes(client).path("value")).isEmpty();
      JsonNode truncated = mailboxes(client);
      assertThat(truncated.path("value")).hasSize(15);
      assertThat(truncated.path("@adminapi.warnings")).hasSize(1);
      assertThat(mailboxes(client).path("value")).hasSize(30);
    }
  }

  @Test
  void page_links_expire_on_request() throws Exception {
    SmallTenant tenant =
        new SmallTenant(1500)
            .with(Fault.always("exchange:Get-Mailbox", Fault.Kind.PAGE_EXPIRED))
            .with(Fault.always("graph:users", Fault.Kind.PAGE_EXPIRED));
    try (Client client = new Client(tenant)) {
      String all = "{\"ResultSize\":\"Unlimited\"}";
      JsonNode first = Client.json(client.exchange("Get-Mailbox", all, SmallTenant.anchored()));
      String next = first.path("@odata.nextLink").asText();
      assertThat(client.exchange(next, "Get-Mailbox", all, SmallTenant.anchored()).statusCode())
          .isEqualTo(400);
      String token = client.token("https://graph.microsoft.com");
      JsonNode users = Client.json(client.graph("users", token));
      HttpResponse<byte[]> expired = client.graph(users.path("@odata.nextLink").asText(), token);
      assertThat(Client.json(expired).path("error").path("code").asText())
          .isEqualTo("Directory_ExpiredPageToken");
    }
  }

  @Test
  void a_share_of_requests_is_met_and_the_same_ones_each_time() throws Exception {
    Fault half = new Fault("graph:*messageRules", Fault.Kind.UNAVAILABLE, 0.5, 0, 0, 0);
    Set<Integer> first = new HashSet<>();
    Set<Integer> second = new HashSet<>();
    for (Set<Integer> met : List.of(first, second)) {
      try (Client client = new Client(new SmallTenant(200).with(half))) {
        String token = client.token("https://graph.microsoft.com");
        for (int i = 20; i < 120; i++) {
          if (client
                  .graph("users/" + SmallTenant.id(i) + "/mailFolders/inbox/messageRules", token)
                  .statusCode()
              == 503) {
            met.add(i);
          }
        }
      }
    }
    assertThat(first).isEqualTo(second).hasSizeBetween(30, 70);
  }

  private static JsonNode mailboxes(Client client) {
    return Client.json(client.exchange("Get-Mailbox", "{}", SmallTenant.anchored()));
  }
}
