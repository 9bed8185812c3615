package dev.sigillo.collect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.collect.exchange.FakeExchange.Said;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a service does, the outcome is right or unknown with a reason, and comes in time. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FaultsTest {
  private static final String ROW =
      "{\"Identity\":\"x\",\"SmtpClientAuthenticationDisabled\":true}";
  private static final Said GOOD = FakeExchange.page(null, ROW);

  @TempDir private Path folder;
  private FakeExchange exchange;

  @BeforeEach
  void start() {
    exchange = new FakeExchange();
  }

  @AfterEach
  void stop() {
    exchange.close();
  }

  @Test
  void not_signed_in_is_tried_with_a_new_token_once() throws InterruptedException {
    DatasetEntry entry = always(new Said(401, Map.of(), "", -1, Duration.ZERO));

    assertThat(entry.status()).isEqualTo(Status.FORBIDDEN);
    assertThat(entry.reason()).isEqualTo("HTTP 401 with no content type from 127.0.0.1");
    assertThat(exchange.count("Get-TransportConfig")).isEqualTo(2);
    assertThat(exchange.asked.stream().map(one -> one.header("Authorization")))
        .contains("Bearer token-1", "Bearer token-2");
  }

  @Test
  void a_token_that_expired_is_renewed() throws InterruptedException {
    exchange.before =
        one ->
            one.header("Authorization").equals("Bearer token-1")
                    && one.cmdlet().equals("Get-TransportConfig")
                ? new Said(401, Map.of(), "", -1, Duration.ZERO)
                : null;
    exchange.answer("Get-TransportConfig", any -> GOOD);

    assertThat(collect().status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void a_refusal_in_words() throws InterruptedException {
    DatasetEntry entry =
        always(Said.json(403, "{\"error\":{\"code\":\"Forbidden\",\"message\":\"No\\nrole\"}}"));

    assertThat(entry.status()).isEqualTo(Status.FORBIDDEN);
    assertThat(entry.reason()).isEqualTo("HTTP 403: No role");
    assertThat(exchange.count("Get-TransportConfig")).isEqualTo(1);
  }

  @Test
  void a_refusal_in_nul_bytes() throws InterruptedException {
    DatasetEntry entry =
        always(
            new Said(
                403,
                Map.of("Content-Type", "application/json"),
                "\0".repeat(4096),
                -1,
                Duration.ZERO));

    assertThat(entry.status()).isEqualTo(Status.FORBIDDEN);
    assertThat(entry.reason()).isEqualTo("HTTP 403");
  }

  @Test
  void a_command_that_the_role_does_not_have() throws InterruptedException {
    DatasetEntry entry =
        always(
            FakeExchange.error(
                400, "The term 'Get-TransportConfig' is not recognized as the name of a cmdlet."));

    assertThat(entry.status()).isEqualTo(Status.FORBIDDEN);
  }

  @Test
  void what_is_not_there() throws InterruptedException {
    DatasetEntry entry =
        always(
            Said.json(
                404,
                "{\"error\":{\"code\":\"NotFound\",\"message\":\"Error executing request. \","
                    + "\"details\":[{\"message\":\"Ex6F|Microsoft.ManagementObjectNotFoundException"
                    + "|The object couldn't be found.\"}],\"innererror\":{\"internalexception\":"
                    + "{\"message\":\"Exception of type 'x' was thrown.\"}}}}"));

    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).isEqualTo("HTTP 404: The object couldn't be found.");
  }

  @Test
  void what_the_tenant_has_no_licence_for() throws InterruptedException {
    assertThat(always(FakeExchange.error(400, "This needs a licence you lack.")).status())
        .isEqualTo(Status.UNLICENSED);
  }

  @Test
  void too_many_questions_with_seconds_to_wait() throws InterruptedException {
    assertThat(once(throttled().with("Retry-After", "1")).status()).isEqualTo(Status.COMPLETE);
    assertThat(exchange.count("Get-TransportConfig")).isEqualTo(2);
  }

  @Test
  void too_many_questions_with_a_date_to_wait_for() throws InterruptedException {
    DatasetEntry entry = once(throttled().with("Retry-After", "Tue, 24 Nov 1970 18:00:01 GMT"));

    assertThat(entry.status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void too_many_questions_without_a_time_to_wait() throws InterruptedException {
    assertThat(once(throttled()).status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void too_many_questions_for_ever() throws InterruptedException {
    DatasetEntry entry = always(throttled());

    assertThat(entry.status()).isEqualTo(Status.THROTTLED);
    assertThat(entry.reason()).isEqualTo("HTTP 429: Too Many Requests");
  }

  @Test
  void servers_that_fail_once() throws InterruptedException {
    for (int status : new int[] {500, 502, 503, 504}) {
      assertThat(once(html(status)).status()).as("%d", status).isEqualTo(Status.COMPLETE);
    }
  }

  @Test
  void servers_that_fail_for_good() throws InterruptedException {
    for (int status : new int[] {500, 502, 503, 504}) {
      DatasetEntry entry = always(html(status));
      assertThat(entry.status()).isEqualTo(Status.FAILED);
      assertThat(entry.reason())
          .isEqualTo("HTTP %d with text/html from 127.0.0.1".formatted(status));
    }
  }

  @Test
  void a_connection_that_ends_without_an_answer() throws InterruptedException {
    Said nothing = new Said(0, Map.of(), "", -1, Duration.ZERO);

    assertThat(once(nothing).status()).isEqualTo(Status.COMPLETE);
    DatasetEntry entry = always(nothing);
    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).startsWith("127.0.0.1: ");
  }

  @Test
  void an_answer_that_never_begins() throws InterruptedException {
    Said late = new Said(0, Map.of(), "", -1, Duration.ofMillis(700));

    DatasetEntry entry = always(late);
    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).isEqualTo("127.0.0.1: request timed out");
  }

  @Test
  void an_answer_that_stops_half_way() throws InterruptedException {
    Said stalls =
        new Said(200, GOOD.headers(), half(), GOOD.body().length(), Duration.ofSeconds(1));

    assertThat(once(stalls).status()).isEqualTo(Status.COMPLETE);
    DatasetEntry entry = always(stalls);
    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).isEqualTo("127.0.0.1: the answer stopped half-way");
  }

  @Test
  void an_answer_that_is_cut_short() throws InterruptedException {
    DatasetEntry entry = always(new Said(200, GOOD.headers(), half(), -1, Duration.ZERO));

    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).startsWith("127.0.0.1: Unexpected end-of-input");
  }

  @Test
  void an_answer_that_goes_on_after_its_end() throws InterruptedException {
    assertThat(always(Said.json(200, "{\"value\":[]}{}")).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void an_answer_without_rows_or_error() throws InterruptedException {
    assertThat(always(Said.json(200, "{\"values\":[]}")).reason())
        .isEqualTo("127.0.0.1: the answer has no rows");
  }

  @Test
  void a_page_of_a_proxy() throws InterruptedException {
    DatasetEntry entry = always(html(200));

    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).isEqualTo("HTTP 200 with text/html instead of JSON from 127.0.0.1");
  }

  @Test
  void a_redirect_to_a_portal_is_not_followed() throws InterruptedException {
    DatasetEntry entry = always(html(302).with("Location", "http://portal.example/"));

    assertThat(entry.reason()).isEqualTo("HTTP 302, a redirect, text/html from 127.0.0.1");
  }

  @Test
  void a_link_to_another_host_is_not_followed() throws InterruptedException {
    DatasetEntry entry = always(FakeExchange.page("http://evil.example/?$skiptoken=1", ROW));

    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).isEqualTo("127.0.0.1 leads to another host: evil.example");
  }

  @Test
  void a_list_that_goes_round_in_a_circle() throws InterruptedException {
    exchange.answer(
        "Get-TransportConfig", one -> FakeExchange.page(FakeExchange.link(one, 1), ROW));

    assertThat(collect().reason()).endsWith("the list goes round in a circle");
  }

  @Test
  void a_token_is_not_repeated_in_a_reason() throws InterruptedException {
    DatasetEntry entry =
        always(FakeExchange.error(400, "bad token eyJhbGciOi.eyJhdWQiOi.c2ln\u0000 sent"));

    assertThat(entry.reason()).isEqualTo("HTTP 400: bad token … sent");
  }

  private static Said throttled() {
    return Said.json(429, "{\"error\":{\"code\":\"x\",\"message\":\"Too Many Requests\"}}");
  }

  private static Said html(int status) {
    String page = "<html>Bad gateway</html>";
    return new Said(status, Map.of("Content-Type", "text/html"), page, -1, Duration.ZERO);
  }

  private static String half() {
    return GOOD.body().substring(0, GOOD.body().length() / 2);
  }

  private DatasetEntry always(Said said) throws InterruptedException {
    exchange.answer("Get-TransportConfig", any -> said);
    return collect();
  }

  private DatasetEntry once(Said said) throws InterruptedException {
    AtomicInteger times = new AtomicInteger();
    exchange.answer("Get-TransportConfig", any -> times.getAndIncrement() == 0 ? said : GOOD);
    return collect();
  }

  private DatasetEntry collect() throws InterruptedException {
    return new Collecting(folder.resolve(java.util.UUID.randomUUID() + ".zip"))
        .run(Every.question(exchange.client()), Dataset.TRANSPORT_CONFIG)
        .entry(Dataset.TRANSPORT_CONFIG);
  }
}
