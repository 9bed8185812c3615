package dev.sigillo.collect.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.collect.graph.GraphServer.Said;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However Graph fails: never a wrong outcome, never a hang, always a reason. */
@Timeout(60)
class RefusalsTest {
  private static final Said GOOD = Said.json("{\"value\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}");
  private static final Said FIRST_PAGE =
      Said.json(
          "{\"value\": [{\"id\": \"a\"}],"
              + " \"@odata.nextLink\": \"ORIGIN/v1.0/users?$skiptoken=2\"}");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | Authorization_RequestDenied | Insufficient privileges. | FORBIDDEN",
        "403 | Authentication_RequestFromNonPremiumTenantOrB2CTenant | Neither tenant is B2C or"
            + " tenant doesn't have premium license | UNLICENSED",
        "400 | BadRequest | Tenant does not have a SPO license. | UNLICENSED",
        "400 | Request_UnsupportedQuery | Unsupported query. | FAILED",
        "404 | Request_ResourceNotFound | Not there. | FAILED",
        "302 | Found | Elsewhere. | FAILED",
        "500 | UnknownError | Sorry. | FAILED",
        "502 | BadGateway | Sorry. | FAILED",
        "503 | serviceNotAvailable | Sorry. | FAILED",
        "504 | GatewayTimeout | Sorry. | FAILED",
      })
  void a_refusal_is_told_in_the_services_words(
      int status, String code, String message, Status expected) throws InterruptedException {
    DatasetEntry entry = entry(Said.error(status, code, message));

    assertThat(entry.status()).isEqualTo(expected);
    assertThat(entry.reason()).isEqualTo(status + " " + code + " " + message);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void what_passes_is_asked_again(int status) throws InterruptedException {
    DatasetEntry entry = entry(Said.error(status, "Code", "Words"), GOOD);

    assertThat(entry.status()).isEqualTo(Status.COMPLETE);
    assertThat(entry.rows()).isEqualTo(2);
  }

  @Test
  void nul_bytes_are_a_refusal_too() throws InterruptedException {
    DatasetEntry entry = entry(new Said(403, "\0".repeat(5_000), "Content-Type", "text/plain"));

    assertThat(entry.status()).isEqualTo(Status.FORBIDDEN);
    assertThat(entry.reason()).isEqualTo("403");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\": [{\"id\": \"a\"}, {\"id\"",
        "{\"value\": [{\"id\": \"a\"}], ",
        "{\"value\": [{\"id\": \"a\"}], \"error\": {\"message\": \"too long\"}}",
        "{\"value\": [{\"id\": \"a\"}]} {}",
        "{\"value\": [1]}",
        "{\"value\": null}",
        "{\"rows\": []}",
        "[]",
        "",
      })
  void half_an_answer_is_none(String body) throws InterruptedException {
    DatasetEntry entry = entry(Said.json(body));

    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).startsWith("the answer did not arrive whole");
    assertThat(entry(Said.json(body), GOOD).rows()).isEqualTo(2);
  }

  @Test
  void a_page_for_people_is_no_answer() throws InterruptedException {
    DatasetEntry entry = entry(new Said(200, "<html></html>", "Content-Type", "text/html"));

    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).isEqualTo("200, but not JSON: Content-Type text/html");
  }

  @Test
  void a_token_that_is_refused_is_renewed_once() throws InterruptedException {
    Said refused =
        Said.error(401, "InvalidAuthenticationToken", "Lifetime validation failed")
            .with("Date", "Tue, 24 Nov 2026 18:00:00 GMT");
    try (GraphServer server = GraphServer.saying(FIRST_PAGE, refused, GOOD)) {
      DatasetEntry entry = read(server).entry(Dataset.USER);

      assertThat(entry.status()).isEqualTo(Status.COMPLETE);
      assertThat(server.asked.get(2).header("Authorization")).isEqualTo("Bearer token2");
      assertThat(server.claims)
          .singleElement()
          .asString()
          .startsWith("{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1");
    }
  }

  @Test
  void a_token_that_is_refused_again_ends_the_dataset() throws InterruptedException {
    DatasetEntry entry = entry(Said.error(401, "InvalidAuthenticationToken", "Invalid audience."));

    assertThat(entry.status()).isEqualTo(Status.FORBIDDEN);
    assertThat(entry.reason()).isEqualTo("401 InvalidAuthenticationToken Invalid audience.");
  }

  @Test
  void a_link_that_expired_has_the_list_read_anew() throws InterruptedException {
    Said expired = Said.error(400, "Directory_ExpiredPageToken", "The page token has expired.");

    assertThat(entry(FIRST_PAGE, expired, GOOD).rows()).isEqualTo(2);
    DatasetEntry always = entry(FIRST_PAGE, expired, FIRST_PAGE, expired, FIRST_PAGE, expired);
    assertThat(always.status()).isEqualTo(Status.FAILED);
    assertThat(always.reason()).startsWith("400 Directory_ExpiredPageToken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/v1.0/users?$skiptoken=2",
        "ORIGIN/beta/users?$skiptoken=2",
        "ORIGIN/v1.0/me/messages",
        "ORIGIN/v1.0/../beta/users",
        "ORIGIN.evil.example/v1.0/users",
        "not a link"
      })
  void a_link_that_leads_elsewhere_is_not_followed(String link) throws InterruptedException {
    Said page = Said.json("{\"value\": [], \"@odata.nextLink\": \"" + link + "\"}");
    try (GraphServer server = GraphServer.saying(page)) {
      DatasetEntry entry = read(server).entry(Dataset.USER);

      assertThat(entry.status()).isEqualTo(Status.FAILED);
      assertThat(entry.reason()).startsWith("the link to the next page leads elsewhere");
      assertThat(server.asked).hasSize(1);
    }
  }

  @Test
  void links_in_a_circle_are_not_followed_for_ever() throws InterruptedException {
    DatasetEntry entry = entry(FIRST_PAGE);

    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).isEqualTo("the links from page to page lead in a circle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "300 | PT5M",
        "Tue, 24 Nov 2026 18:06:40 GMT | PT6M40S",
        "Tue, 24 Nov 2026 17:00:00 GMT | PT0S",
      })
  void retry_after_is_taken_in_both_forms(String retryAfter, Duration expected) {
    Refusals.Headers headers = new Refusals.Headers(retryAfter, "Tue, 24 Nov 2026 18:00:00 GMT");

    assertThat(Refusals.of(429, new byte[0], headers, false).retryAfter()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "99999999999"})
  void retry_after_that_means_nothing_is_no_time(String retryAfter) {
    Refusals.Headers headers = new Refusals.Headers(retryAfter, null);

    assertThat(Refusals.of(429, new byte[0], headers, false).retryAfter()).isNull();
  }

  private DatasetEntry entry(Said... answers) throws InterruptedException {
    try (GraphServer server = GraphServer.saying(answers)) {
      return read(server).entry(Dataset.USER);
    }
  }

  private Reading read(GraphServer server) throws InterruptedException {
    return Reading.of(folder, server.client(), GraphOptions.settings(Reading.NOW), Dataset.USER);
  }
}
