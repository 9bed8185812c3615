package dev.sigillo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private static final String INVOKE = "/adminapi/beta/" + SmallTenant.ID + "/InvokeCommand";

  private Client client = new Client(new SmallTenant(2500));

  @AfterEach
  void stop() throws Exception {
    client.close();
  }

  @Test
  void rows_carry_annotations_and_select_keeps_those_of_its_columns() {
    HttpResponse<byte[]> answer = client.exchange("Get-TransportConfig", "{}", Map.of());
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/json;odata.metadata=minimal;odata.streaming=true");
    assertThat(answer.headers().firstValue("Date")).contains("Tue, 24 Nov 2026 03:00:00 GMT");
    JsonNode row = Client.json(answer).path("value").path(0);
    assertThat(row.path("WhenChanged@data.type").asText()).isEqualTo("System.DateTime");
    JsonNode trimmed =
        Client.json(
                client.exchange(INVOKE + "?$select=ExchangeGuid", "Get-Mailbox", "{}", Map.of()))
            .path("value")
            .path(0);
    assertThat(trimmed).hasSize(3);
    assertThat(trimmed.has("ExchangeGuid@odata.type")).isTrue();
  }

  @Test
  void pages_are_followed_by_posting_the_same_body_with_the_same_anchor() {
    Map<String, String> headers = new HashMap<>(SmallTenant.anchored());
    headers.put("Prefer", "odata.maxpagesize=1000");
    String all = "{\"ResultSize\":\"Unlimited\"}";
    Set<String> seen = new HashSet<>();
    String next = INVOKE + "?$select=UserPrincipalName";
    int pages = 0;
    while (!next.isEmpty()) {
      JsonNode page = Client.json(client.exchange(next, "Get-Mailbox", all, headers));
      page.path("value").forEach(row -> seen.add(row.path("UserPrincipalName").asText()));
      next = page.path("@odata.nextLink").asText();
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(2500);
  }

  @Test
  void a_page_link_fails_without_its_anchor_its_body_or_in_its_time() {
    String all = "{\"ResultSize\":\"Unlimited\"}";
    Map<String, String> anchor = SmallTenant.anchored();
    String link = next(client.exchange("Get-Mailbox", all, anchor));
    assertExpired(client.exchange(link, "Get-Mailbox", all, Map.of()));
    assertExpired(client.exchange(link, "Get-Mailbox", all, Map.of("X-AnchorMailbox", "UPN:x@y")));
    assertExpired(client.exchange(link, "Get-Mailbox", "{}", anchor));
    assertExpired(
        client.exchange(
            next(client.exchange("Get-Mailbox", all, Map.of())), "Get-Mailbox", all, Map.of()));
    assertThat(client.exchange(link, "Get-Mailbox", all, anchor).statusCode()).isEqualTo(200);
    client.clock.pass(Duration.ofMinutes(30));
    assertExpired(client.exchange(link, "Get-Mailbox", all, anchor));
  }

  @Test
  void without_a_result_size_a_warning_says_that_there_is_more() {
    JsonNode first = Client.json(client.exchange("Get-Mailbox", "{}", SmallTenant.anchored()));
    assertThat(first.path("value")).hasSize(1000);
    assertThat(first.path("@adminapi.warnings").path(0).asText()).contains("first 1000 items");
    assertThat(first.has("@odata.nextLink")).isFalse();
    JsonNode none = Client.json(client.exchange("Get-Mailbox", "{\"PageSize\":0}", Map.of()));
    assertThat(none.path("value")).isEmpty();
  }

  @Test
  void filters_and_recipient_types_choose_rows_and_a_wrong_type_has_none() {
    assertThat(rows("{\"ResultSize\":\"Unlimited\",\"RecipientTypeDetails\":\"SharedMailbox\"}"))
        .hasSize(250);
    assertThat(rows("{\"RecipientTypeDetails\":\"SharedMailboxes\"}")).isEmpty();
    assertThat(
            rows(
                "{\"Filter\":\"(UserPrincipalName -like 'user24*') -and ForwardingSmtpAddress -eq"
                    + " $null\"}"))
        .hasSize(111);
    HttpResponse<byte[]> wrong =
        client.exchange("Get-Mailbox", "{\"Filter\":\"Alias -resembles 'x'\"}", Map.of());
    assertThat(wrong.statusCode()).isEqualTo(400);
  }

  @Test
  void refusals_hide_their_reason_inside() {
    JsonNode missing = Client.json(client.exchange("Get-InboxRule", "{}", Map.of())).path("error");
    assertThat(missing.path("message").asText()).isEqualTo("Invalid Operation");
    assertThat(missing.path("innererror").path("internalexception").path("message").asText())
        .contains("missing mandatory parameters: Mailbox");
    HttpResponse<byte[]> ghost =
        client.exchange("Get-Mailbox", "{\"Identity\":\"ghost@contoso.com\"}", Map.of());
    assertThat(ghost.statusCode()).isEqualTo(404);
    assertThat(Client.json(ghost).path("error").path("details").path(0).path("message").asText())
        .contains("ManagementObjectNotFoundException");
    assertThat(client.exchange("Get-Unheard", "{}", Map.of()).statusCode()).isEqualTo(400);
    assertThat(client.exchange("Get-Mailbox", "null", Map.of()).statusCode()).isEqualTo(400);
    assertThat(rows("{\"Identity\":null}")).hasSize(1000);
  }

  @Test
  void a_cmdlet_that_no_role_exposes_gives_nul_bytes() {
    HttpResponse<byte[]> answer = client.exchange("Get-TransportRule", "{}", Map.of());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).hasSize(4096).containsOnly(0);
    String weak = client.token(SmallTenant.WEAK, "weak", "https://outlook.office365.com");
    assertThat(
            client
                .post(
                    client.at.exchange() + INVOKE,
                    weak,
                    "{\"CmdletInput\":{\"CmdletName\":\"Get-Mailbox\",\"Parameters\":{}}}",
                    Map.of())
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void cmdlets_that_change_something_are_refused_and_remembered() {
    assertThat(client.exchange("Set-Mailbox", "{}", Map.of()).statusCode()).isEqualTo(403);
    assertThat(client.simulator.journal().refused()).containsExactly("exchange:Set-Mailbox");
  }

  @Test
  void the_module_file_leads_to_the_region_and_names_the_cmdlets() {
    String token = client.token("https://outlook.office365.com");
    URI front =
        URI.create(client.at.exchange() + "/AdminApi/v1.0/" + SmallTenant.ID + "/EXOModuleFile");
    HttpResponse<byte[]> redirect =
        client.send(HttpRequest.newBuilder(front).header("Authorization", "Bearer " + token));
    assertThat(redirect.statusCode()).isEqualTo(302);
    URI region = URI.create(redirect.headers().firstValue("Location").orElseThrow());
    assertThat(region.getPort()).isNotEqualTo(front.getPort());
    HttpResponse<byte[]> file =
        client.send(
            HttpRequest.newBuilder(region)
                .header("Authorization", "Bearer " + token)
                .header("CommandName", "*"));
    assertThat(Client.json(file).path("value").path(0).path("exportedCmdlets").asText())
        .contains("Get-Mailbox,Get-TransportConfig");
    assertThat(
            client
                .exchange(
                    "https://localhost:" + region.getPort() + INVOKE,
                    "Get-TransportConfig",
                    "{}",
                    Map.of())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_search_of_the_audit_log_goes_on_under_its_session() {
    String search =
        "{\"SessionId\":\"s1\",\"SessionCommand\":\"ReturnLargeSet\",\"ResultSize\":5000}";
    Set<String> seen = new HashSet<>();
    for (int expected : new int[] {5000, 2000, 0}) {
      JsonNode events =
          Client.json(client.exchange("Search-UnifiedAuditLog", search, Map.of())).path("value");
      assertThat(events).hasSize(expected);
      events.forEach(event -> seen.add(event.path("ResultIndex").asText()));
    }
    assertThat(seen).hasSize(7000);
    JsonNode first = Client.json(client.exchange("Search-UnifiedAuditLog", "{}", Map.of()));
    assertThat(first.path("value")).hasSize(100);
  }

  @Test
  void a_batch_holds_ten_commands_and_answers_each() {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      items
          .append(i == 0 ? "" : ",")
          .append("{\"id\":\"m")
          .append(i)
          .append("\",\"method\":\"POST\",\"url\":\"")
          .append(client.at.exchange())
          .append(INVOKE)
          .append("\",\"body\":{\"CmdletInput\":{\"CmdletName\":\"")
          .append(i == 3 ? "Get-TransportRule" : "Get-InboxRule")
          .append("\",\"Parameters\":{\"Mailbox\":\"")
          .append(SmallTenant.id(i))
          .append("\"}}}}");
    }
    String url = client.at.exchange() + "/adminapi/beta/" + SmallTenant.ID + "/$batch";
    String token = client.token("https://outlook.office365.com");
    JsonNode answers =
        Client.json(client.post(url, token, "{\"requests\":[" + items + "]}", Map.of()))
            .path("responses");
    assertThat(answers).hasSize(10);
    assertThat(answers.path(3).path("status").asInt()).isEqualTo(403);
    assertThat(answers.path(4).path("body").path("value")).hasSize(1);
    String eleven = items + "," + items.substring(0, items.indexOf("}}}},") + 4);
    assertThat(client.post(url, token, "{\"requests\":[" + eleven + "]}", Map.of()).statusCode())
        .isEqualTo(400);
  }

  @Test
  void the_admin_api_has_its_own_endpoints_and_few_columns() {
    String path = "/adminapi/v2.0/" + SmallTenant.ID + "/AcceptedDomain";
    JsonNode row =
        Client.json(client.exchange(path, "Get-AcceptedDomain", "{}", Map.of()))
            .path("value")
            .path(0);
    assertThat(row.path("DomainType").asText()).isEqualTo("Authoritative");
    assertThat(row.has("SmtpDaneStatus")).isFalse();
    assertThat(client.exchange(path, "Get-Mailbox", "{}", Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void security_and_compliance_needs_the_region_and_its_anchor() {
    String token = client.token("https://ps.compliance.protection.outlook.com");
    URI front =
        URI.create(
            client.at.compliance()
                + "/adminapi/beta/"
                + SmallTenant.ID
                + "/EXOBanner('AutogenSession')?Version=3.9.2");
    HttpResponse<byte[]> redirect =
        client.send(HttpRequest.newBuilder(front).header("Authorization", "Bearer " + token));
    URI region = URI.create(redirect.headers().firstValue("Location").orElseThrow());
    String url = "https://localhost:" + region.getPort() + INVOKE;
    String body = "{\"CmdletInput\":{\"CmdletName\":\"Get-ProtectionAlert\",\"Parameters\":{}}}";
    assertThat(client.post(url, token, body, Map.of()).statusCode()).isEqualTo(400);
    assertThat(Client.json(client.post(url, token, body, SmallTenant.anchored())).path("value"))
        .hasSize(1);
  }

  private JsonNode rows(String parameters) {
    return Client.json(client.exchange("Get-Mailbox", parameters, SmallTenant.anchored()))
        .path("value");
  }

  private static String next(HttpResponse<byte[]> answer) {
    return Client.json(answer).path("@odata.nextLink").asText();
  }

  private static void assertExpired(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(
            Client.json(answer)
                .path("error")
                .path("innererror")
                .path("internalexception")
                .path("message")
                .asText())
        .startsWith("Expired or Invalid pagination request");
  }
}
