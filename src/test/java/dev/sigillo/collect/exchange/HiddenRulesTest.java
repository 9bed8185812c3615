package dev.sigillo.collect.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.collect.exchange.ExchangeOptions.InboxRules;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collection;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.GroupDirectory;
import dev.sigillo.collect.run.Question;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HiddenRulesTest {
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
                    "{\"ExternalDirectoryObjectId\":\"M%02d\",\"Identity\":\"name%d\",\"UserPrincipalName\":\"m%02d@own.example\"}"
                        .formatted(i, i, i))
            .toArray(String[]::new));
  }

  @AfterEach
  void stop() {
    exchange.close();
  }

  @Test
  void fast_reads_everybody_where_the_budget_allows() throws InterruptedException {
    exchange.answer("Get-InboxRule", one -> SweepsTest.rule(SweepsTest.mailbox(one)));

    Collecting all = fast(MAILBOXES, group -> List.of());

    assertThat(all.entry(Dataset.INBOX_RULE).covered()).isEqualTo(MAILBOXES);
    assertThat(all.entry(Dataset.INBOX_RULE).reason()).isNull();
  }

  @Test
  void fast_reads_mailboxes_that_call_for_it_and_some_others() throws InterruptedException {
    exchange.answer("Get-InboxRule", one -> SweepsTest.rule(SweepsTest.mailbox(one)));

    Collecting all = fast(4, members("M21"));

    assertThat(all.lines(Dataset.INBOX_RULE))
        .extracting(Line::key)
        .containsExactly(
            "m00", "m01", "m02", "m04", "m05", "m06", "m08", "m11", "m12", "m13", "m16", "m19",
            "m20", "m21", "m23", "m24");
    DatasetEntry entry = all.entry(Dataset.INBOX_RULE);
    assertThat(entry.status()).isEqualTo(Status.COMPLETE);
    assertThat(entry.covered()).isEqualTo(16);
    assertThat(entry.total()).isEqualTo(MAILBOXES);
    assertThat(entry.reason()).isEqualTo("sigillo:some-mailboxes|4|16|25");
  }

  @Test
  void a_resumed_run_chooses_the_same_whoever_has_joined_since() throws InterruptedException {
    exchange.answer("Get-InboxRule", one -> SweepsTest.rule(SweepsTest.mailbox(one)));
    Collecting tenant = new Collecting(folder.resolve("tenant.zip"));
    Collection.Watcher breaking =
        new Collection.Watcher() {
          @Override
          public void at(Dataset dataset, long done, long total) {
            if (dataset == Dataset.INBOX_RULE) {
              throw new IllegalStateException("killed");
            }
          }

          @Override
          public void ended(Dataset dataset, Status status, @Nullable String reason) {}
        };

    assertThatThrownBy(() -> tenant.run(questions(0, members("M21")), breaking))
        .hasMessage("killed");
    tenant.run(questions(0, members("M22")));

    assertThat(tenant.lines(Dataset.INBOX_RULE))
        .extracting(Line::key)
        .containsExactly(
            "m02", "m04", "m05", "m06", "m08", "m11", "m12", "m13", "m19", "m20", "m21", "m23");
    assertThat(tenant.entry(Dataset.INBOX_RULE).reason())
        .isEqualTo("sigillo:some-mailboxes|0|12|25");
  }

  @Test
  void fast_says_what_it_could_not_choose_by() throws InterruptedException {
    exchange.answer("Get-InboxRule", one -> SweepsTest.rule(SweepsTest.mailbox(one)));

    Collecting all =
        fast(
            0,
            group -> {
              throw new ServiceException(Kind.FORBIDDEN, group);
            });

    assertThat(all.lines(Dataset.INBOX_RULE)).extracting(Line::key).doesNotContain("m21");
    assertThat(all.entry(Dataset.INBOX_RULE).reason())
        .isEqualTo("sigillo:some-mailboxes-blindly|0|11|25|graph/groups");
  }

  @Test
  void mailboxes_that_graph_was_not_asked_about_come_before_those_it_answered_for()
      throws InterruptedException {
    exchange.answer("Get-InboxRule", one -> SweepsTest.rule(SweepsTest.mailbox(one)));
    List<Question> questions = questions(4, members("M21"));
    replace(
        questions,
        Dataset.MESSAGE_RULE,
        answers -> {
          IntStream.range(0, 10).forEach(i -> answers.empty("m%02d".formatted(i)));
          answers.row("m10", SweepsTest.row("{\"isEnabled\":false}"));
          return new Ending(Status.COMPLETE, "503 gone", (long) MAILBOXES, null, List.of(), null);
        });

    Collecting all = new Collecting(folder.resolve("tenant.zip")).run(questions);

    assertThat(all.lines(Dataset.INBOX_RULE))
        .extracting(Line::key)
        .containsExactly("m11", "m12", "m13", "m14", "m15", "m16", "m17", "m19", "m20", "m21");
    assertThat(all.entry(Dataset.INBOX_RULE).reason())
        .isEqualTo("sigillo:some-mailboxes-blindly|4|10|25|graph/messageRules");
  }

  @Test
  void administrators_that_the_report_alone_knows_are_missed_when_it_is_closed()
      throws InterruptedException {
    exchange.answer("Get-InboxRule", one -> SweepsTest.rule(SweepsTest.mailbox(one)));
    List<Question> questions = questions(0, members("M21"));
    replace(
        questions,
        Dataset.USER_REGISTRATION,
        answers -> Ending.of(Status.UNLICENSED, "403 no premium license"));

    Collecting all = new Collecting(folder.resolve("tenant.zip")).run(questions);

    assertThat(all.entry(Dataset.INBOX_RULE).reason())
        .isEqualTo("sigillo:some-mailboxes-blindly|0|11|25|graph/userRegistrationDetails");
  }

  @Test
  void the_log_may_name_a_mailbox_as_the_list_of_mailboxes_does() throws InterruptedException {
    exchange.answer("Get-InboxRule", one -> SweepsTest.rule(SweepsTest.mailbox(one)));
    exchange.rows(
        "Get-Mailbox",
        "{\"ExternalDirectoryObjectId\":\"M01\",\"Identity\":\"Rossi, Anna\"}",
        "{\"ExternalDirectoryObjectId\":\"M02\",\"Name\":\"Bruno\"}",
        "{\"ExternalDirectoryObjectId\":\"M03\",\"Guid\":\"ABCD-3\"}",
        "{\"ExternalDirectoryObjectId\":\"M04\",\"Name\":\"Carla\"}");
    List<Question> questions = questions(0, group -> List.of());
    for (Dataset other :
        List.of(Dataset.MESSAGE_RULE, Dataset.ROLE_ASSIGNMENT, Dataset.USER_REGISTRATION)) {
      replace(questions, other, answers -> Ending.complete(List.of(), null));
    }
    replace(
        questions,
        Dataset.AUDIT_EVENT,
        answers -> {
          for (String named :
              List.of("EU.prod/Hosted/own/rossi, anna\\\\7", "own/BRUNO\\\\8", "abcd-3\\\\9")) {
            answers.row(
                SweepsTest.row(
                    "{\"Operation\":\"Set-InboxRule\",\"ObjectId\":\"%s\"}".formatted(named)));
          }
          return Ending.complete(List.of(), null);
        });

    Collecting all = new Collecting(folder.resolve("tenant.zip")).run(questions);

    assertThat(all.lines(Dataset.INBOX_RULE))
        .extracting(Line::key)
        .containsExactly("m01", "m02", "m03");
  }

  private static void replace(
      List<Question> questions, Dataset dataset, Function<Answers, Ending> rows) {
    questions.replaceAll(one -> one.dataset() == dataset ? SweepsTest.known(dataset, rows) : one);
  }

  private Collecting fast(int budget, GroupDirectory groups) throws InterruptedException {
    return new Collecting(folder.resolve("tenant.zip")).run(questions(budget, groups));
  }

  private static GroupDirectory members(String id) {
    return group -> List.of(SweepsTest.row("{\"ExternalDirectoryObjectId\":\"%s\"}".formatted(id)));
  }

  /** Rules that Graph shows, holders of roles, and a log, whatever the mailboxes are asked. */
  private List<Question> questions(int budget, GroupDirectory groups) {
    exchange.rows("Get-AcceptedDomain", "{\"DomainName\":\"own.example\"}");
    List<Question> questions =
        new ArrayList<>(Every.question(exchange.client(), InboxRules.FAST, budget, groups));
    Set<Dataset> live = Set.of(Dataset.MAILBOX, Dataset.INBOX_RULE, Dataset.ACCEPTED_DOMAIN);
    questions.removeIf(one -> !live.contains(one.dataset()));
    questions.add(SweepsTest.known(Dataset.MESSAGE_RULE, HiddenRulesTest::visibleRules));
    questions.add(
        SweepsTest.known(
            Dataset.ROLE_ASSIGNMENT,
            answers -> {
              answers.row(SweepsTest.row("{\"id\":\"a\",\"principalId\":\"M11\"}"));
              answers.row(
                  SweepsTest.row(
                      "{\"id\":\"b\",\"principalId\":\"G1\",\"principal\":{\"isAssignableToRole\":true}}"));
              return Ending.complete(List.of(), null);
            }));
    questions.add(
        SweepsTest.known(
            Dataset.USER_REGISTRATION,
            answers -> {
              answers.row("M12", SweepsTest.row("{\"isAdmin\":true}"));
              answers.row("M13", SweepsTest.row("{\"isAdmin\":false}"));
              return Ending.complete(List.of(), null);
            }));
    questions.add(
        SweepsTest.known(
            Dataset.AUDIT_EVENT,
            answers -> {
              answers.row(
                  SweepsTest.row(
                      "{\"Operation\":\"New-InboxRule\",\"UserId\":\"M19@own.example\",\"ObjectId\":\"own/m20\\\\15\"}"));
              answers.row(
                  SweepsTest.row(
                      "{\"Operation\":\"New-InboxRule\",\"UserId\":\"x\",\"Parameters\":"
                          + "\"[{\\\"Name\\\":\\\"Mailbox\\\",\\\"Value\\\":\\\"m13\\\"}]\"}"));
              answers.row(SweepsTest.row("{\"Operation\":\"Set-Mailbox\",\"UserId\":\"m14\"}"));
              return Ending.complete(List.of(), null);
            }));
    return questions;
  }

  private static Ending visibleRules(Answers answers) {
    String inside = "[{\"emailAddress\":{\"address\":\"a@OWN.example\"}}]";
    String outside = "[{\"emailAddress\":{\"address\":\"a@other.example\"}}]";
    Map<String, String> actions =
        Map.ofEntries(
            Map.entry("m02", "null"),
            Map.entry("m03", "{\"forwardTo\":" + inside + "}"),
            Map.entry("m04", "{\"redirectTo\":" + outside + "}"),
            Map.entry("m05", "{\"forwardTo\":\"unreadable\"}"),
            Map.entry("m06", "{\"moveToFolder\":\"AQ==\",\"markAsRead\":true}"),
            Map.entry("m07", "{\"markAsRead\":true}"),
            Map.entry("m08", "{\"delete\":true,\"forwardTo\":" + inside + "}"),
            Map.entry("m16", "{\"moveToFolder\":\"AQ==\"}"));
    actions.forEach(
        (key, said) ->
            answers.row(key, SweepsTest.row("{\"isEnabled\":true,\"actions\":" + said + "}")));
    answers.row("m23", SweepsTest.row("{\"actions\":{\"delete\":true}}"));
    answers.row("m23", SweepsTest.row("{\"actions\":{\"delete\":true,\"markAsRead\":true}}"));
    answers.row("m23", SweepsTest.row("{\"actions\":{}}"));
    answers.row("m17", SweepsTest.row("{\"isEnabled\":false,\"actions\":null}"));
    answers.error("m24", "HTTP 404");
    return Ending.complete(List.of(), null);
  }
}
