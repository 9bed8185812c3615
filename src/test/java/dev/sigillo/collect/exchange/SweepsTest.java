package dev.sigillo.collect.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.exchange.FakeExchange.Asked;
import dev.sigillo.collect.exchange.FakeExchange.Said;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.Question;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SweepsTest {
  private static final int MAILBOXES = 25;

  @TempDir private Path folder;
  private FakeExchange exchange;

  @BeforeEach
  void start() {
    exchange = new FakeExchange();
    exchange.rows(
        "Get-Mailbox",
        IntStream.range(0, MAILBOXES)
            .mapToObj(
                i ->
                    "{\"ExternalDirectoryObjectId\":\"M%02d\",\"Identity\":\"name%d\"}"
                        .formatted(i, i))
            .toArray(String[]::new));
  }

  @AfterEach
  void stop() {
    exchange.close();
  }

  @Test
  void ten_mailboxes_are_asked_in_one_request_and_answers_are_told_apart_by_id()
      throws InterruptedException {
    exchange.answer("Get-InboxRule", one -> rule(mailbox(one)));

    Collecting all = collect(Dataset.INBOX_RULE);

    assertThat(all.lines(Dataset.INBOX_RULE)).hasSize(MAILBOXES);
    assertThat(all.lines(Dataset.INBOX_RULE))
        .allSatisfy(line -> assertThat(line.row()).asString().contains("to-" + line.key() + "@"));
    assertThat(batches()).isEqualTo(3);
    assertThat(exchange.asked)
        .filteredOn(one -> one.cmdlet().equals("Get-InboxRule"))
        .allMatch(one -> one.parameters().path("IncludeHidden").asBoolean());
  }

  @Test
  void no_rule_and_no_answer_are_told_apart() throws InterruptedException {
    exchange.answer(
        "Get-InboxRule",
        one ->
            switch (mailbox(one)) {
              case "m03" -> FakeExchange.error(400, "The mailbox database is offline.");
              case "m04" -> Said.json(403, "");
              case "m05" -> rule("m05");
              default -> FakeExchange.page(null);
            });

    Collecting all = collect(Dataset.INBOX_RULE);

    assertThat(line(all, "m03").error()).isEqualTo("HTTP 400: The mailbox database is offline.");
    assertThat(line(all, "m04").error()).isEqualTo("HTTP 403");
    assertThat(line(all, "m05").row()).isNotNull();
    assertThat(line(all, "m06").empty()).isTrue();
    DatasetEntry entry = all.entry(Dataset.INBOX_RULE);
    assertThat(entry.covered()).isEqualTo(MAILBOXES - 2L);
    assertThat(entry.total()).isEqualTo(MAILBOXES);
  }

  @Test
  void what_is_put_off_is_asked_again_by_itself() throws InterruptedException {
    AtomicInteger times = new AtomicInteger();
    exchange.answer(
        "Get-MailboxPermission",
        one ->
            mailbox(one).equals("m07") && times.getAndIncrement() < 2
                ? Said.json(429, "").with("Retry-After", "0")
                : FakeExchange.page(null, "{\"User\":\"NT AUTHORITY\\\\SELF\"}"));

    Collecting all = collect(Dataset.MAILBOX_PERMISSION);

    assertThat(all.lines(Dataset.MAILBOX_PERMISSION))
        .hasSize(MAILBOXES)
        .allMatch(l -> l.error() == null);
    assertThat(exchange.count("Get-MailboxPermission")).isEqualTo(MAILBOXES + 2L);
  }

  @Test
  void a_token_that_expires_within_a_batch_is_renewed() throws InterruptedException {
    exchange.answer(
        "Get-InboxRule",
        one ->
            one.header("Authorization").equals("Bearer token-1")
                ? Said.json(401, "")
                : FakeExchange.page(null));

    assertThat(collect(Dataset.INBOX_RULE).lines(Dataset.INBOX_RULE))
        .hasSize(MAILBOXES)
        .allMatch(Line::empty);
  }

  @Test
  void a_role_that_may_not_read_rules_is_said_once() throws InterruptedException {
    exchange.answer("Get-InboxRule", any -> Said.json(403, "\0"));

    DatasetEntry entry = collect(Dataset.INBOX_RULE).entry(Dataset.INBOX_RULE);

    assertThat(entry.status()).isEqualTo(Status.FORBIDDEN);
    assertThat(entry.reason()).isEqualTo("HTTP 403");
    assertThat(exchange.count("Get-InboxRule")).isLessThanOrEqualTo(MAILBOXES);
  }

  @Test
  void an_answer_about_another_mailbox_is_none() throws InterruptedException {
    exchange.answer(
        "Get-MailboxPermission",
        one ->
            FakeExchange.page(
                null,
                "{\"User\":\"x\",\"Identity\":\"%s\"}"
                    .formatted(mailbox(one).equals("m01") ? "name2" : name(mailbox(one)))));

    Collecting all = collect(Dataset.MAILBOX_PERMISSION);

    assertThat(all.lines(Dataset.MAILBOX_PERMISSION))
        .filteredOn(one -> one.error() != null)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.key()).isEqualTo("m01");
              assertThat(one.error()).isEqualTo("sigillo:of-another-mailbox");
            });
  }

  @Test
  void many_permissions_are_read_to_their_end() throws InterruptedException {
    exchange.answer(
        "Get-MailboxPermission",
        one ->
            FakeExchange.from(one) > 0
                ? FakeExchange.page(null, "{\"User\":\"last\"}")
                : FakeExchange.page(
                    mailbox(one).equals("m09") ? FakeExchange.link(one, 1) : null,
                    "{\"User\":\"first\"}"));

    assertThat(collect(Dataset.MAILBOX_PERMISSION).lines(Dataset.MAILBOX_PERMISSION))
        .filteredOn(one -> "m09".equals(one.key()))
        .hasSize(2);
  }

  @Test
  void groups_are_walked_however_they_contain_one_another() throws InterruptedException {
    exchange
        .rows(
            "Get-HostedOutboundSpamFilterRule",
            "{\"Name\":\"r\",\"FromMemberOf\":[\"A@x\"],\"ExceptIfFromMemberOf\":\"c@x\"}")
        .answer(
            "Get-DistributionGroupMember",
            one ->
                switch (one.parameters().path("Identity").asText()) {
                  case "a@x" -> FakeExchange.page(null, group("b@x"), person("p@x"));
                  case "b@x" -> FakeExchange.page(null, group("a@x"));
                  default -> FakeExchange.error(404, "couldn't be found");
                });

    Collecting all = collect(Dataset.OUTBOUND_SPAM_RULE, Dataset.GROUP_MEMBER);

    assertThat(all.lines(Dataset.GROUP_MEMBER))
        .extracting(Line::key, Line::error)
        .containsExactly(
            tuple("a@x", null),
            tuple("a@x", null),
            tuple("b@x", null),
            tuple("c@x", "HTTP 404: couldn't be found"));
    assertThat(all.entry(Dataset.GROUP_MEMBER).total()).isEqualTo(3);
  }

  @Test
  void groups_of_rules_that_are_not_known_are_not_known() throws InterruptedException {
    exchange.answer("Get-HostedOutboundSpamFilterRule", any -> FakeExchange.error(403, "no"));

    assertThat(
            collect(Dataset.OUTBOUND_SPAM_RULE, Dataset.GROUP_MEMBER)
                .entry(Dataset.GROUP_MEMBER)
                .status())
        .isEqualTo(Status.FORBIDDEN);
  }

  @Test
  void postmaster_and_abuse_of_each_domain_are_asked_for() throws InterruptedException {
    exchange
        .rows("Get-AcceptedDomain", "{\"DomainName\":\"x.it\"}", "{\"DomainName\":\"y.it\"}")
        .answer(
            "Get-Recipient",
            one ->
                one.parameters().path("Identity").asText().equals("abuse@y.it")
                    ? FakeExchange.error(404, "couldn't be found")
                    : FakeExchange.page(
                        null,
                        "{\"Guid\":\"g\",\"Name\":\"help\",\"EmailAddresses\":[\"SMTP:Postmaster@x.it\","
                            + "\"smtp:abuse@x.it\",\"smtp:postmaster@y.it\"]}"));

    Collecting all = collect(Dataset.ACCEPTED_DOMAIN, Dataset.RECIPIENT);

    assertThat(all.entry(Dataset.RECIPIENT).status()).isEqualTo(Status.COMPLETE);
    assertThat(all.lines(Dataset.RECIPIENT)).hasSize(1);
  }

  @Test
  void everybody_is_no_answer_to_who_has_this_address() throws InterruptedException {
    exchange
        .rows("Get-AcceptedDomain", "{\"DomainName\":\"x.it\"}")
        .rows("Get-Recipient", "{\"Guid\":\"g\",\"EmailAddresses\":[\"SMTP:ada@x.it\"]}");

    DatasetEntry entry =
        collect(Dataset.ACCEPTED_DOMAIN, Dataset.RECIPIENT).entry(Dataset.RECIPIENT);

    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).isEqualTo("asked about postmaster@x.it, answered with others");
  }

  static Said rule(String mailbox) {
    return FakeExchange.page(
        null,
        "{\"RuleIdentity\":15394007230974001153,\"MailboxOwnerId\":\"%s\",\"ForwardTo\":[\"to-%s@x\"]}"
            .formatted(name(mailbox), mailbox));
  }

  private static String name(String mailbox) {
    return "name" + Integer.parseInt(mailbox.substring(1));
  }

  private static String group(String address) {
    return "{\"PrimarySmtpAddress\":\"%s\",\"RecipientType\":\"MailUniversalDistributionGroup\"}"
        .formatted(address);
  }

  private static String person(String address) {
    return "{\"PrimarySmtpAddress\":\"%s\",\"RecipientType\":\"UserMailbox\"}".formatted(address);
  }

  static String mailbox(Asked asked) {
    return Stream.of("Mailbox", "Identity")
        .map(name -> asked.parameters().path(name).asText())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseThrow();
  }

  static ObjectNode row(String json) {
    return (ObjectNode) FakeExchange.tree(json);
  }

  private static Line line(Collecting all, String key) {
    return all.lines(Dataset.INBOX_RULE).stream()
        .filter(one -> key.equals(one.key()))
        .findFirst()
        .orElseThrow();
  }

  private long batches() {
    return exchange.asked.stream()
        .filter(one -> !one.batched() && one.uri().getPath().endsWith("$batch"))
        .count();
  }

  static Question known(Dataset dataset, Function<Answers, Ending> rows) {
    Source source =
        new Source() {
          @Override
          public String service() {
            return "test";
          }

          @Override
          public String request() {
            return "test";
          }

          @Override
          public boolean documented() {
            return true;
          }

          @Override
          public Ending read(Answers answers, Collected earlier, Steps steps) {
            return rows.apply(answers);
          }
        };
    return new Question(dataset, List.of(source));
  }

  private Collecting collect(Dataset... datasets) throws InterruptedException {
    Dataset[] all =
        Stream.concat(Stream.of(Dataset.MAILBOX), Stream.of(datasets)).toArray(Dataset[]::new);
    return new Collecting(folder.resolve("tenant.zip")).run(Every.question(exchange.client()), all);
  }
}
