package dev.sigillo.collect.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.collect.exchange.FakeExchange.Asked;
import dev.sigillo.collect.exchange.FakeExchange.Said;
import dev.sigillo.collect.run.Collection;
import dev.sigillo.collect.run.Question;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ListsTest {
  private static final int PAGE = 10;

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
  void rows_are_kept_as_they_are_but_for_annotations() throws InterruptedException {
    exchange.rows(
        "Get-RemoteDomain",
        "{\"Guid@data.type\":\"System.Guid\",\"Guid\":\"g1\",\"DomainName\":\"*\","
            + "\"AutoForwardEnabled\":null,\"AllowedOOFType\":\"External\"}");

    Line line = collect(Dataset.REMOTE_DOMAIN).lines(Dataset.REMOTE_DOMAIN).get(0);

    assertThat(line.row())
        .hasToString(
            "{\"Guid\":\"g1\",\"DomainName\":\"*\",\"AutoForwardEnabled\":null,"
                + "\"AllowedOOFType\":\"External\"}");
  }

  @Test
  void a_list_is_followed_to_its_end_by_the_same_question() throws InterruptedException {
    mailboxes(35);

    Collecting all = collect(Dataset.MAILBOX);

    assertThat(all.entry(Dataset.MAILBOX).status()).isEqualTo(Status.COMPLETE);
    assertThat(all.lines(Dataset.MAILBOX)).hasSize(35);
    List<Asked> asked =
        exchange.asked.stream().filter(one -> one.cmdlet().equals("Get-Mailbox")).toList();
    assertThat(asked).hasSize(4);
    assertThat(asked)
        .extracting(one -> one.header("X-AnchorMailbox"))
        .containsOnly(
            "APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@" + FakeExchange.TENANT);
    assertThat(asked)
        .extracting(one -> one.parameters().toString())
        .containsOnly("{\"ResultSize\":\"Unlimited\"}");
    assertThat(asked.get(0).uri().getQuery())
        .startsWith("$select=ExternalDirectoryObjectId,ExchangeGuid,Guid,Identity,Name,")
        .contains("ForwardingSmtpAddress");
  }

  @Test
  void a_choice_of_columns_that_is_refused_is_not_insisted_on() throws InterruptedException {
    mailboxes(3);
    exchange.before =
        one ->
            String.valueOf(one.uri().getQuery()).contains("$select")
                ? FakeExchange.error(400, "Could not find a property named 'AuditOwner'")
                : null;

    assertThat(collect(Dataset.MAILBOX).lines(Dataset.MAILBOX)).hasSize(3);
  }

  @Test
  void a_link_that_expired_once_makes_the_list_be_asked_anew() throws InterruptedException {
    AtomicInteger links = new AtomicInteger();
    exchange.answer(
        "Get-Mailbox",
        one ->
            FakeExchange.from(one) == 2 * PAGE && links.getAndIncrement() == 0
                ? FakeExchange.expired()
                : page(one, 35));

    Collecting all = collect(Dataset.MAILBOX);

    assertThat(all.entry(Dataset.MAILBOX).status()).isEqualTo(Status.COMPLETE);
    assertThat(all.lines(Dataset.MAILBOX)).hasSize(35);
  }

  @Test
  void links_that_never_work_make_the_list_be_read_in_parts() throws InterruptedException {
    exchange.answer(
        "Get-Mailbox", one -> FakeExchange.from(one) > 0 ? FakeExchange.expired() : page(one, 65));

    Collecting all = collect(Dataset.MAILBOX);

    assertThat(all.entry(Dataset.MAILBOX).status()).isEqualTo(Status.COMPLETE);
    assertThat(all.lines(Dataset.MAILBOX)).hasSize(65);
  }

  @Test
  void a_list_that_cannot_be_parted_is_never_called_complete() throws InterruptedException {
    exchange.answer(
        "Get-MailboxAuditBypassAssociation",
        one ->
            FakeExchange.from(one) > 0
                ? FakeExchange.expired()
                : FakeExchange.page(FakeExchange.link(one, 1), "{\"Guid\":\"g1\"}"));

    DatasetEntry entry = collect(Dataset.AUDIT_BYPASS).entry(Dataset.AUDIT_BYPASS);

    assertThat(entry.status()).isEqualTo(Status.TRUNCATED);
    assertThat(entry.reason()).startsWith("HTTP 400: Expired or Invalid pagination request");
    assertThat(entry.rows()).isEqualTo(1);
  }

  @Test
  void a_warning_of_more_rows_is_believed() throws InterruptedException {
    exchange.answer(
        "Get-MailContact",
        any ->
            FakeExchange.warned(
                List.of("There are more results available than are currently displayed."),
                null,
                "{\"Guid\":\"g1\"}"));

    DatasetEntry entry = collect(Dataset.MAIL_CONTACT).entry(Dataset.MAIL_CONTACT);

    assertThat(entry.status()).isEqualTo(Status.TRUNCATED);
    assertThat(entry.reason()).startsWith("There are more results available");
  }

  @Test
  void a_list_that_goes_on_still_knows_that_a_row_had_no_mailbox() throws InterruptedException {
    AtomicBoolean cut = new AtomicBoolean(true);
    exchange.answer(
        "Get-Mailbox",
        one ->
            switch (FakeExchange.from(one)) {
              case 0 ->
                  FakeExchange.page(
                      FakeExchange.link(one, 1),
                      "{\"ExternalDirectoryObjectId\":\"a\"}",
                      "{\"Alias\":\"nobody\"}");
              case 1 ->
                  FakeExchange.page(
                      FakeExchange.link(one, 2), "{\"ExternalDirectoryObjectId\":\"b\"}");
              default -> FakeExchange.page(null, "{\"ExternalDirectoryObjectId\":\"c\"}");
            });
    Collection.Watcher stops =
        new Collection.Watcher() {
          @Override
          public void at(Dataset dataset, long done, long total) {
            if (done == 2 && cut.getAndSet(false)) {
              throw new IllegalStateException("stopped");
            }
          }

          @Override
          public void ended(Dataset dataset, Status status, @Nullable String reason) {}
        };
    List<Question> mailboxes =
        Every.question(exchange.client()).stream()
            .filter(question -> question.dataset() == Dataset.MAILBOX)
            .toList();
    Collecting all = new Collecting(folder.resolve("tenant.zip"));
    assertThatThrownBy(() -> all.run(mailboxes, stops)).hasMessage("stopped");

    all.run(mailboxes);

    assertThat(all.lines(Dataset.MAILBOX)).extracting(Line::key).containsExactly("a", "b", "c");
    assertThat(all.entry(Dataset.MAILBOX).status()).isEqualTo(Status.TRUNCATED);
  }

  @Test
  void a_row_shown_on_two_pages_is_kept_once() throws InterruptedException {
    exchange.answer(
        "Get-MailContact",
        one ->
            FakeExchange.from(one) == 0
                ? FakeExchange.page(
                    FakeExchange.link(one, 1), "{\"Guid\":\"a\"}", "{\"Guid\":\"b\"}")
                : FakeExchange.page(null, "{\"Guid\":\"b\"}", "{\"Guid\":\"c\"}"));

    assertThat(collect(Dataset.MAIL_CONTACT).values(Dataset.MAIL_CONTACT, "Guid"))
        .containsExactly("a", "b", "c");
  }

  @Test
  void connectors_that_rules_use_and_those_in_test_mode_are_asked_for()
      throws InterruptedException {
    exchange.answer(
        "Get-OutboundConnector",
        one ->
            one.parameters().has("IsTransportRuleScoped")
                ? FakeExchange.page(null, "{\"Guid\":\"rule\",\"Name\":\"r\"}")
                : one.parameters().has("IncludeTestModeConnectors")
                    ? FakeExchange.page(
                        null,
                        "{\"Guid\":\"a\",\"Name\":\"a\"}",
                        "{\"Guid\":\"test\",\"Name\":\"t\"}")
                    : FakeExchange.page(null, "{\"Guid\":\"a\",\"Name\":\"a\"}"));

    Collecting all = collect(Dataset.OUTBOUND_CONNECTOR);

    assertThat(all.values(Dataset.OUTBOUND_CONNECTOR, "Guid")).containsExactly("a", "rule", "test");
    assertThat(all.entry(Dataset.OUTBOUND_CONNECTOR).request())
        .isEqualTo(
            "Get-OutboundConnector; Get-OutboundConnector -IsTransportRuleScoped true;"
                + " Get-OutboundConnector -IncludeTestModeConnectors true");
  }

  @Test
  void no_mailbox_is_not_believed_when_there_are_client_access_settings()
      throws InterruptedException {
    exchange.rows("Get-CASMailbox", "{\"ExternalDirectoryObjectId\":\"m1\"}");

    DatasetEntry entry = collect(Dataset.MAILBOX).entry(Dataset.MAILBOX);

    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).isEqualTo("sigillo:known-elsewhere|exchange/Get-CASMailbox|1");
  }

  @Test
  void no_client_access_settings_are_not_believed_when_there_are_mailboxes()
      throws InterruptedException {
    mailboxes(2);

    DatasetEntry entry = collect(Dataset.MAILBOX, Dataset.CAS_MAILBOX).entry(Dataset.CAS_MAILBOX);

    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).isEqualTo("sigillo:no-rows");
  }

  @Test
  void client_access_settings_go_to_the_mailbox_of_that_guid_or_address()
      throws InterruptedException {
    exchange
        .rows(
            "Get-Mailbox",
            "{\"ExternalDirectoryObjectId\":\"M1\",\"Guid\":\"g1\",\"PrimarySmtpAddress\":\"a@x\"}",
            "{\"ExternalDirectoryObjectId\":\"\",\"ExchangeGuid\":\"E2\",\"Guid\":\"g2\"}",
            "{\"ExternalDirectoryObjectId\":null,\"ExchangeGuid\":\"E3\",\"PrimarySmtpAddress\":\"c@x\"}")
        .rows(
            "Get-CASMailbox",
            "{\"ExternalDirectoryObjectId\":\"m1\",\"PopEnabled\":true}",
            "{\"Guid\":\"G2\",\"PopEnabled\":true}",
            "{\"PrimarySmtpAddress\":\"C@x\",\"PopEnabled\":true}",
            "{\"Guid\":\"unknown\",\"PopEnabled\":true}");

    Collecting all = collect(Dataset.MAILBOX, Dataset.CAS_MAILBOX);

    assertThat(all.lines(Dataset.CAS_MAILBOX))
        .extracting(Line::key)
        .containsExactly("e2", "e3", "m1");
    assertThat(all.entry(Dataset.CAS_MAILBOX).status()).isEqualTo(Status.TRUNCATED);
    assertThat(all.entry(Dataset.CAS_MAILBOX).reason()).isEqualTo("sigillo:rows-unplaced|1");
  }

  @Test
  void security_and_compliance_is_anchored_in_the_first_domain() throws InterruptedException {
    exchange
        .rows(
            "Get-AcceptedDomain",
            "{\"DomainName\":\"contoso.com\",\"InitialDomain\":false}",
            "{\"DomainName\":\"contoso.onmicrosoft.com\",\"InitialDomain\":true}")
        .rows("Get-ProtectionAlert", "{\"Guid\":\"g1\",\"Name\":\"x\"}");

    collect(Dataset.PROTECTION_ALERT);

    assertThat(exchange.asked)
        .filteredOn(one -> one.cmdlet().equals("Get-ProtectionAlert"))
        .extracting(one -> one.header("X-AnchorMailbox"))
        .containsExactly(
            "UPN:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@contoso.onmicrosoft.com");
  }

  @Test
  void what_the_admin_rest_refuses_the_documented_api_may_answer() throws InterruptedException {
    exchange.answer(
        "Get-AcceptedDomain",
        one ->
            one.uri().getPath().contains("/v2.0/")
                ? FakeExchange.page(null, "{\"DomainName\":\"contoso.com\"}")
                : FakeExchange.error(403, "no role"));

    DatasetEntry entry = collect(Dataset.ACCEPTED_DOMAIN).entry(Dataset.ACCEPTED_DOMAIN);

    assertThat(entry.status()).isEqualTo(Status.COMPLETE);
    assertThat(entry.source()).isEqualTo("Exchange Admin API v2.0 (preview)");
  }

  private void mailboxes(int count) {
    exchange.answer("Get-Mailbox", one -> page(one, count));
  }

  /** Aliases begin alike, some with no letter at all; a filter by alias is honoured. */
  private static Said page(Asked asked, int count) {
    List<String> all =
        IntStream.range(0, count)
            .mapToObj(i -> (i % 9 == 8 ? "_" : "a" + (char) ('a' + i % 7)) + i)
            .filter(alias -> matches(asked.parameters().path("Filter").asText(), alias))
            .map(
                alias ->
                    "{\"ExternalDirectoryObjectId\":\"id-%s\",\"Alias\":\"%s\"}"
                        .formatted(alias, alias))
            .toList();
    int from = FakeExchange.from(asked);
    int to = Math.min(all.size(), from + PAGE);
    return FakeExchange.page(
        to < all.size() ? FakeExchange.link(asked, to) : null,
        all.subList(from, to).toArray(String[]::new));
  }

  private static boolean matches(String filter, String alias) {
    int not = filter.indexOf("-not (");
    String yes = not < 0 ? filter : filter.substring(0, not);
    return begins(yes, alias, true) && (not < 0 || !begins(filter.substring(not), alias, false));
  }

  private static boolean begins(String filter, String alias, boolean orElse) {
    Set<String> beginnings = ConcurrentHashMap.newKeySet();
    java.util.regex.Matcher one = java.util.regex.Pattern.compile("'(.*?)\\*'").matcher(filter);
    while (one.find()) {
      beginnings.add(one.group(1).toLowerCase(Locale.ROOT));
    }
    return beginnings.isEmpty() ? orElse : beginnings.stream().anyMatch(alias::startsWith);
  }

  private Collecting collect(Dataset... datasets) throws InterruptedException {
    return new Collecting(folder.resolve("tenant.zip"))
        .run(Every.question(exchange.client()), datasets);
  }
}
