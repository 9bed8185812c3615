package dev.sigillo.collect.run;

import static dev.sigillo.collect.run.Sources.key;
import static dev.sigillo.collect.run.Sources.mailboxes;
import static dev.sigillo.collect.run.Sources.question;
import static dev.sigillo.collect.run.Sources.ruled;
import static dev.sigillo.collect.run.Sources.rules;
import static dev.sigillo.collect.run.Sources.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
  @TempDir private Path folder;
  private Run run;

  @BeforeEach
  void name() {
    run = new Run(folder);
  }

  @Test
  void a_mailbox_that_is_put_off_is_asked_again_by_name() throws InterruptedException {
    AtomicInteger refused = new AtomicInteger();
    run.from(
        false,
        question(Dataset.MAILBOX, mailboxes(50)),
        rules(targets -> targets.stream().map(one -> reply(one.number(), refused)).toList()));

    assertThat(run.entry(Dataset.INBOX_RULE).covered()).isEqualTo(49);
    assertThat(run.lines(Dataset.INBOX_RULE))
        .hasSize(50)
        .filteredOn(line -> line.error() != null)
        .singleElement()
        .satisfies(line -> assertThat(line.error()).isEqualTo("404 gone"));
  }

  @Test
  void a_sweep_asks_about_some_before_others() throws InterruptedException {
    List<String> asked = new ArrayList<>();
    run.from(
        false,
        question(Dataset.MAILBOX, mailboxes(20)),
        question(
            Dataset.INBOX_RULE,
            source(
                "sweep",
                Set.of(Dataset.MAILBOX),
                (answers, earlier) ->
                    Sweep.over(
                        Dataset.MAILBOX,
                        List.of((key, row) -> key.endsWith("7"), (key, row) -> key.endsWith("12")),
                        earlier,
                        answers,
                        1,
                        new Workload(Pace.of(1, 1000, Duration.ofMillis(1))),
                        (done, total) -> {},
                        targets -> {
                          targets.forEach(one -> asked.add(one.key()));
                          return ruled(targets);
                        }))));

    assertThat(asked).containsExactly(key(7), key(17), key(12));
    assertThat(run.entry(Dataset.INBOX_RULE).covered()).isEqualTo(3);
    assertThat(run.entry(Dataset.INBOX_RULE).total()).isEqualTo(20);
  }

  @Test
  void a_row_that_comes_twice_is_kept_once() throws InterruptedException {
    run.from(
        false,
        question(Dataset.MAILBOX, mailboxes(1)),
        rules(targets -> List.of(Sweep.Reply.of(List.of(row("a"), row("b"), row("a"))))));

    assertThat(run.entry(Dataset.INBOX_RULE).rows()).isEqualTo(2);
  }

  @Test
  void a_first_refusal_of_some_is_no_refusal_of_all() throws InterruptedException {
    AtomicInteger questions = new AtomicInteger();
    run.from(
        false,
        question(Dataset.MAILBOX, mailboxes(100)),
        rules(
            targets -> {
              if (questions.incrementAndGet() == 2) {
                throw new ServiceException(Kind.FORBIDDEN, "403 Forbidden");
              }
              return ruled(targets);
            }));

    assertThat(run.entry(Dataset.INBOX_RULE).status()).isEqualTo(Status.COMPLETE);
    assertThat(run.entry(Dataset.INBOX_RULE).covered()).isEqualTo(95);
    assertThat(run.lines(Dataset.INBOX_RULE)).hasSize(100);
  }

  @Test
  void a_sweep_that_is_refused_from_the_first_is_refused_as_a_whole() throws InterruptedException {
    run.from(
        false,
        question(Dataset.MAILBOX, mailboxes(500)),
        rules(
            targets -> {
              throw new ServiceException(Kind.FORBIDDEN, "403 Forbidden");
            }));

    assertThat(run.entry(Dataset.INBOX_RULE).status()).isEqualTo(Status.FORBIDDEN);
  }

  private static ObjectNode row(String name) {
    return Sources.row("RuleIdentity", name);
  }

  private static Sweep.Reply reply(int mailbox, AtomicInteger refused) {
    if (mailbox % 3 == 0 && refused.incrementAndGet() < 60) {
      return Sweep.Reply.refused(new ServiceException(Kind.THROTTLED, "429"));
    }
    return mailbox == 7
        ? Sweep.Reply.refused(new ServiceException(Kind.NOT_FOUND, "404 gone"))
        : Sweep.Reply.of(List.of());
  }
}
