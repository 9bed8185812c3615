package dev.sigillo.collect.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.SnapshotException;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T18:00:00Z"), ZoneOffset.UTC);
  private static final Workload SERVICE =
      new Workload(
          new Pace(3, 10_000, Duration.ofMillis(10), Duration.ofMillis(1), Duration.ofSeconds(3)));

  @TempDir private Path folder;
  private Path target;

  /** Power fails. */
  private static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void name() {
    target = folder.resolve("tenant.zip");
  }

  @Test
  void the_first_source_that_answers_is_taken() throws InterruptedException {
    run(
        false,
        question(
            Dataset.REMOTE_DOMAIN,
            source("first", (answers, earlier) -> refuse(Kind.FORBIDDEN, "403 Forbidden")),
            source("second", (answers, earlier) -> rows(answers, "*"))));

    DatasetEntry entry = entry(Dataset.REMOTE_DOMAIN);
    assertThat(entry.status()).isEqualTo(Status.COMPLETE);
    assertThat(entry.source()).isEqualTo("second");
    assertThat(entry.rows()).isEqualTo(1);
  }

  @Test
  void what_no_source_answers_has_the_first_ones_reason() throws InterruptedException {
    run(
        false,
        question(
            Dataset.REMOTE_DOMAIN,
            source("first", (answers, earlier) -> refuse(Kind.FORBIDDEN, "403 Forbidden")),
            source("second", (answers, earlier) -> refuse(Kind.BROKEN, "connection reset"))));

    DatasetEntry entry = entry(Dataset.REMOTE_DOMAIN);
    assertThat(entry.status()).isEqualTo(Status.FORBIDDEN);
    assertThat(entry.reason()).isEqualTo("403 Forbidden");
    assertThat(entry.sha256()).isNull();
  }

  @Test
  void no_rows_where_there_is_always_one_is_no_answer() throws InterruptedException {
    run(
        false,
        question(Dataset.REMOTE_DOMAIN, source("only", (answers, earlier) -> rows(answers))));

    assertThat(entry(Dataset.REMOTE_DOMAIN).status()).isEqualTo(Status.FAILED);
    assertThat(entry(Dataset.REMOTE_DOMAIN).reason()).isEqualTo("sigillo:no-rows");
  }

  @Test
  void a_list_goes_on_after_the_last_whole_page() throws InterruptedException {
    assertThatThrownBy(
            () -> run(false, question(Dataset.MAIL_CONTACT, pages(2, new ArrayList<>()))))
        .isInstanceOf(PowerCut.class);
    assertThat(target).doesNotExist();

    List<Integer> asked = new ArrayList<>();
    run(true, question(Dataset.MAIL_CONTACT, pages(9, asked)));

    assertThat(asked).containsExactly(2, 3, 4);
    assertThat(names(Dataset.MAIL_CONTACT))
        .containsExactly("0a", "0b", "1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b");
    assertThat(Partial.folder(target)).doesNotExist();
  }

  @Test
  void a_line_cut_short_by_the_power_is_not_there() throws Exception {
    assertThatThrownBy(
            () -> run(false, question(Dataset.MAIL_CONTACT, pages(3, new ArrayList<>()))))
        .isInstanceOf(PowerCut.class);
    Path spool = Partial.folder(target).resolve("exchange.Get-MailContact.spool");
    byte[] bytes = Files.readAllBytes(spool);
    for (int length = 0; length <= bytes.length; length += 7) {
      Files.write(spool, Arrays.copyOf(bytes, length));
      try (Answers answers = new Answers(spool, Dataset.MAIL_CONTACT, Set.of())) {
        assertThat(answers.rows()).isEven();
        assertThat(answers.rows())
            .isEqualTo(answers.cursor() == null ? 0 : 2L * Integer.parseInt(answers.cursor()));
      }
    }
  }

  @Test
  void an_interrupted_collection_is_not_written_over_unawares() {
    assertThatThrownBy(
            () -> run(false, question(Dataset.MAIL_CONTACT, pages(2, new ArrayList<>()))))
        .isInstanceOf(PowerCut.class);

    assertThatThrownBy(
            () -> run(false, question(Dataset.MAIL_CONTACT, pages(9, new ArrayList<>()))))
        .isInstanceOf(SnapshotException.class)
        .hasMessageEndingWith(
            "tenant.zip.partial holds an interrupted collection; go on with --resume, or delete it.");
  }

  @Test
  void a_collection_goes_on_with_the_options_it_was_started_with() {
    assertThatThrownBy(
            () -> run(false, question(Dataset.MAIL_CONTACT, pages(2, new ArrayList<>()))))
        .isInstanceOf(PowerCut.class);

    assertThatThrownBy(
            () ->
                new Collection(
                        new Collection.Options(
                            target, true, Origin.LIVE, Set.of(), Map.of("--tenant", "other")),
                        CLOCK,
                        QUIET)
                    .run(List.of(), Map.of(), (writer, all) -> {}, CollectionTest::header))
        .isInstanceOf(SnapshotException.class)
        .hasMessageEndingWith(
            "tenant.zip.partial was started with another --tenant; resume with the same, or delete it.");
  }

  @Test
  void a_sweep_goes_on_with_the_mailboxes_that_are_left() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    Source dies =
        source(
            "sweep",
            (answers, earlier) ->
                sweep(
                    answers,
                    earlier,
                    targets -> {
                      if (asked.addAndGet(targets.size()) > 40) {
                        throw new PowerCut();
                      }
                      return rules(targets);
                    }));
    Question mailboxes = question(Dataset.MAILBOX, mailboxes(100));
    assertThatThrownBy(() -> run(false, mailboxes, second(Dataset.INBOX_RULE, dies)))
        .isInstanceOf(PowerCut.class);

    AtomicInteger left = new AtomicInteger();
    run(
        true,
        mailboxes,
        second(
            Dataset.INBOX_RULE,
            source(
                "sweep",
                (answers, earlier) ->
                    sweep(
                        answers,
                        earlier,
                        targets -> {
                          left.addAndGet(targets.size());
                          return rules(targets);
                        }))));

    assertThat(left.get()).isBetween(60, 80);
    DatasetEntry rules = entry(Dataset.INBOX_RULE);
    assertThat(rules.covered()).isEqualTo(100);
    assertThat(rules.total()).isEqualTo(100);
    assertThat(rules.rows()).isEqualTo(100);
  }

  @Test
  void a_mailbox_that_is_put_off_is_asked_again_by_name() throws InterruptedException {
    AtomicInteger refused = new AtomicInteger();
    run(
        false,
        question(Dataset.MAILBOX, mailboxes(50)),
        second(
            Dataset.INBOX_RULE,
            source(
                "sweep",
                (answers, earlier) ->
                    sweep(
                        answers,
                        earlier,
                        targets ->
                            targets.stream()
                                .map(
                                    one ->
                                        one.number() % 3 == 0 && refused.incrementAndGet() < 60
                                            ? Sweep.Reply.refused(
                                                new ServiceException(Kind.THROTTLED, "429"))
                                            : one.number() == 7
                                                ? Sweep.Reply.refused(
                                                    new ServiceException(
                                                        Kind.NOT_FOUND, "404 gone"))
                                                : Sweep.Reply.of(List.of()))
                                .toList()))));

    assertThat(entry(Dataset.INBOX_RULE).covered()).isEqualTo(49);
    assertThat(lines(Dataset.INBOX_RULE))
        .hasSize(50)
        .filteredOn(line -> line.error() != null)
        .singleElement()
        .satisfies(line -> assertThat(line.error()).isEqualTo("404 gone"));
  }

  @Test
  void a_sweep_asks_about_some_before_others() throws InterruptedException {
    List<String> asked = new ArrayList<>();
    run(
        false,
        question(Dataset.MAILBOX, mailboxes(20)),
        second(
            Dataset.INBOX_RULE,
            source(
                "sweep",
                (answers, earlier) ->
                    Sweep.over(
                        Dataset.MAILBOX,
                        List.of((key, row) -> key.endsWith("7"), (key, row) -> key.endsWith("12")),
                        earlier,
                        answers,
                        2,
                        1,
                        SERVICE,
                        (done, total) -> {},
                        targets -> {
                          targets.forEach(one -> asked.add(one.key()));
                          return rules(targets);
                        }))));

    assertThat(asked).containsExactly(key(7), key(17), key(12));
    assertThat(entry(Dataset.INBOX_RULE).covered()).isEqualTo(3);
    assertThat(entry(Dataset.INBOX_RULE).total()).isEqualTo(20);
  }

  @Test
  void a_sweep_that_is_refused_from_the_first_is_refused_as_a_whole() throws InterruptedException {
    run(
        false,
        question(Dataset.MAILBOX, mailboxes(500)),
        second(
            Dataset.INBOX_RULE,
            source(
                "sweep",
                (answers, earlier) ->
                    sweep(
                        answers,
                        earlier,
                        targets -> {
                          throw new ServiceException(Kind.FORBIDDEN, "403 Forbidden");
                        }))));

    assertThat(entry(Dataset.INBOX_RULE).status()).isEqualTo(Status.FORBIDDEN);
  }

  @Test
  void a_mailbox_that_a_list_names_twice_is_kept_once() throws InterruptedException {
    run(
        false,
        question(
            Dataset.MAILBOX,
            source(
                "list",
                (answers, earlier) -> {
                  for (int i : new int[] {0, 1, 2, 1, 3}) {
                    answers.row(key(i), row("Alias", "m" + i));
                  }
                  return Ending.complete(List.of(), null);
                })));

    assertThat(entry(Dataset.MAILBOX).rows()).isEqualTo(4);
    assertThat(entry(Dataset.MAILBOX).total()).isEqualTo(4);
  }

  @Test
  void a_row_that_two_pages_hold_is_kept_once_even_after_an_interruption()
      throws InterruptedException {
    Source moving =
        source(
            "list",
            (answers, earlier) -> {
              boolean first = answers.cursor() == null;
              for (String name : first ? List.of("a", "b") : List.of("b", "c", "c")) {
                answers.row(row("Identity", name));
              }
              answers.checkpoint("2");
              if (first) {
                throw new PowerCut();
              }
              return Ending.complete(List.of(), null);
            });
    assertThatThrownBy(() -> run(false, question(Dataset.MAIL_CONTACT, moving)))
        .isInstanceOf(PowerCut.class);

    run(true, question(Dataset.MAIL_CONTACT, moving));

    assertThat(names(Dataset.MAIL_CONTACT)).containsExactly("a", "b", "c");
  }

  private interface Reads {
    Ending read(Answers answers, Collected earlier) throws InterruptedException;
  }

  private static final Collection.Watcher QUIET =
      new Collection.Watcher() {
        @Override
        public void at(Dataset dataset, long done, long total) {}

        @Override
        public void ended(Dataset dataset, Status status, @Nullable String reason) {}
      };

  private void run(boolean resume, Question... questions) throws InterruptedException {
    new Collection(
            new Collection.Options(
                target, resume, Origin.LIVE, Set.of(), Map.of("--tenant", "contoso")),
            CLOCK,
            QUIET)
        .run(List.of(questions), Map.of(), (writer, all) -> {}, CollectionTest::header);
  }

  private static ManifestHeader header(Instant start, Instant end) {
    return new ManifestHeader("0.1.0", null, null, null, null, start, end);
  }

  private static Question question(Dataset dataset, Source... sources) {
    return new Question(dataset, Question.FIRST, List.of(sources));
  }

  private static Question second(Dataset dataset, Source source) {
    return new Question(dataset, Question.SECOND, List.of(source));
  }

  private static Source source(String name, Reads reads) {
    return new Source() {
      @Override
      public String service() {
        return name;
      }

      @Override
      public String request() {
        return "GET";
      }

      @Override
      public boolean documented() {
        return true;
      }

      @Override
      public Ending read(Answers answers, Collected earlier, Steps steps)
          throws InterruptedException {
        return reads.read(answers, earlier);
      }
    };
  }

  private static Ending rows(Answers answers, String... names) {
    for (String name : names) {
      answers.row(row("DomainName", name));
    }
    return Ending.complete(List.of(), null);
  }

  /** Five pages of two rows; the power fails in the middle of a page. */
  private static Source pages(int fails, List<Integer> asked) {
    return source(
        "pages",
        (answers, earlier) -> {
          int page = answers.cursor() == null ? 0 : Integer.parseInt(answers.cursor());
          for (; page < 5; page++) {
            asked.add(page);
            answers.row(row("Identity", page + "a"));
            if (page == fails) {
              throw new PowerCut();
            }
            answers.row(row("Identity", page + "b"));
            answers.checkpoint(String.valueOf(page + 1));
          }
          return Ending.complete(List.of(), null);
        });
  }

  private static Source mailboxes(int count) {
    return source(
        "list",
        (answers, earlier) -> {
          for (int i = 0; i < count; i++) {
            answers.row(key(i), row("Alias", "m" + i));
          }
          return Ending.complete(List.of(), null);
        });
  }

  private static Ending sweep(Answers answers, Collected earlier, Sweep.Asker asker)
      throws InterruptedException {
    return Sweep.over(
        Dataset.MAILBOX, row -> true, earlier, answers, 5, 3, SERVICE, (done, total) -> {}, asker);
  }

  private static List<Sweep.Reply> rules(List<Sweep.Target> targets) {
    return targets.stream()
        .map(one -> Sweep.Reply.of(List.of(row("RuleIdentity", one.key()))))
        .toList();
  }

  private static Ending refuse(Kind kind, String words) {
    throw new ServiceException(kind, words);
  }

  private static ObjectNode row(String name, String value) {
    return JsonNodeFactory.instance.objectNode().put(name, value);
  }

  private static String key(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  private DatasetEntry entry(Dataset dataset) {
    try (Snapshot snapshot = Snapshots.open(target)) {
      return snapshot.manifest().dataset(dataset.id()).orElseThrow();
    }
  }

  private List<Line> lines(Dataset dataset) {
    List<Line> all = new ArrayList<>();
    try (Snapshot snapshot = Snapshots.open(target);
        Snapshot.Lines lines = snapshot.lines(dataset.id())) {
      lines.forEachRemaining(all::add);
    }
    return all;
  }

  private List<String> names(Dataset dataset) {
    return lines(dataset).stream()
        .map(line -> Objects.requireNonNull(line.row()).get("Identity").asText())
        .toList();
  }
}
