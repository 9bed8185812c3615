package dev.sigillo.collect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.collect.exchange.FakeExchange.Asked;
import dev.sigillo.collect.exchange.FakeExchange.Said;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LogsTest {
  @TempDir private Path folder;
  private FakeExchange exchange;

  @BeforeEach
  void start() {
    exchange = new FakeExchange();
    exchange.rows("Get-AdminAuditLogConfig", "{\"UnifiedAuditLogIngestionEnabled\":true}");
  }

  @AfterEach
  void stop() {
    exchange.close();
  }

  @Test
  void an_event_is_what_its_text_holds() throws InterruptedException {
    exchange.rows(
        "Search-UnifiedAuditLog",
        "{\"CreationDate\":\"2026-11-20T09:00:00.0000000Z\",\"Operations\":\"Set-Mailbox\","
            + "\"Identity\":\"e1\",\"ResultIndex\":1,\"ResultCount\":1,\"AuditData\":"
            + "\"{\\\"Id\\\":\\\"e1\\\",\\\"Operation\\\":\\\"Set-Mailbox\\\",\\\"UserId\\\":\\\"a@x\\\","
            + "\\\"ObjectId\\\":\\\"b\\\",\\\"Parameters\\\":[{\\\"Name\\\":\\\"ForwardingAddress\\\","
            + "\\\"Value\\\":\\\"c\\\"}]}\"}");

    Collecting all = collect();

    assertThat(all.lines(Dataset.AUDIT_EVENT))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.row())
                    .hasToString(
                        "{\"CreationDate\":\"2026-11-20T09:00:00.0000000Z\",\"Identity\":\"e1\","
                            + "\"Id\":\"e1\",\"Operation\":\"Set-Mailbox\",\"UserId\":\"a@x\","
                            + "\"ObjectId\":\"b\",\"Parameters\":"
                            + "\"[{\\\"Name\\\":\\\"ForwardingAddress\\\",\\\"Value\\\":\\\"c\\\"}]\"}"));
    DatasetEntry entry = all.entry(Dataset.AUDIT_EVENT);
    assertThat(entry.status()).isEqualTo(Status.COMPLETE);
    assertThat(Objects.requireNonNull(entry.window()).servedFrom())
        .isEqualTo(Every.NOW.minus(Duration.ofDays(30)));
  }

  @Test
  void a_search_is_gone_on_with_under_its_session() throws InterruptedException {
    Map<String, Integer> sessions = new ConcurrentHashMap<>();
    exchange.answer(
        "Search-UnifiedAuditLog",
        one -> {
          int page = sessions.merge(one.parameters().path("SessionId").asText(), 1, Integer::sum);
          return page > 3
              ? FakeExchange.page(null)
              : FakeExchange.page(null, event(2 * page), event(2 * page + 1), event(2 * page));
        });

    assertThat(collect().values(Dataset.AUDIT_EVENT, "Id")).hasSize(6).doesNotHaveDuplicates();
    assertThat(sessions).hasSize(1);
  }

  @Test
  void an_empty_log_is_believed_only_where_it_is_written() throws InterruptedException {
    assertThat(collect().entry(Dataset.AUDIT_EVENT).status()).isEqualTo(Status.COMPLETE);

    exchange.rows("Get-AdminAuditLogConfig", "{\"UnifiedAuditLogIngestionEnabled\":false}");
    DatasetEntry entry = collect().entry(Dataset.AUDIT_EVENT);
    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason())
        .isEqualTo("exchange/Get-AdminAuditLogConfig: UnifiedAuditLogIngestionEnabled is false");
  }

  @Test
  void a_search_that_broke_off_is_no_empty_one() throws InterruptedException {
    exchange.rows("Search-UnifiedAuditLog", "{\"ResultIndex\":-1,\"ResultCount\":0}");

    assertThat(collect().entry(Dataset.AUDIT_EVENT).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void traces_are_followed_by_their_last_row() throws InterruptedException {
    exchange.answer("Get-MessageTraceV2", LogsTest::traces);

    Collecting all = collect(Dataset.MESSAGE_TRACE);

    assertThat(all.values(Dataset.MESSAGE_TRACE, "id")).hasSize(12_000).doesNotHaveDuplicates();
    assertThat(all.entry(Dataset.MESSAGE_TRACE).status()).isEqualTo(Status.COMPLETE);
    assertThat(all.lines(Dataset.MESSAGE_TRACE))
        .allMatch(
            line ->
                line.row() != null
                    && line.row().has("receivedDateTime")
                    && !line.row().has("subject")
                    && !line.row().has("Subject"));
  }

  /** Twelve thousand, three of them in any second, newest first, then by recipient. */
  private static Said traces(Asked one) {
    Instant end = Instant.parse(one.parameters().path("EndDate").asText());
    String after = one.parameters().path("StartingRecipientAddress").asText("");
    List<String> rows =
        IntStream.range(0, 12_000)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> i / 3).thenComparing(i -> i % 3))
            .filter(
                i -> {
                  Instant at = Every.NOW.minusSeconds(1 + i / 3);
                  return at.isBefore(end)
                      || (at.equals(end)
                          && (after.isEmpty() || recipient(i).compareTo(after) >= 0));
                })
            .limit(5000)
            .map(
                i ->
                    ("{\"MessageTraceId\":\"t%d\",\"Received\":\"%s\",\"RecipientAddress\":\"%s\","
                            + "\"Status\":\"Failed\",\"Subject\":\"private\"}")
                        .formatted(i, Every.NOW.minusSeconds(1 + i / 3), recipient(i)))
            .toList();
    return FakeExchange.page(null, rows.toArray(String[]::new));
  }

  private static String recipient(int i) {
    return "r" + i % 3 + "@x";
  }

  private static String event(int number) {
    return "{\"Identity\":\"e%d\",\"Operations\":\"Set-Mailbox\",\"ResultIndex\":%d,\"AuditData\":\"\"}"
        .formatted(number, number);
  }

  private Collecting collect(Dataset... datasets) throws InterruptedException {
    Dataset[] some =
        datasets.length > 0
            ? datasets
            : new Dataset[] {Dataset.ADMIN_AUDIT_LOG_CONFIG, Dataset.AUDIT_EVENT};
    return new Collecting(folder.resolve(UUID.randomUUID() + ".zip"))
        .run(Every.question(exchange.client()), some);
  }
}
