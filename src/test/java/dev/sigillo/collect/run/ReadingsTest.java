package dev.sigillo.collect.run;

import static dev.sigillo.collect.run.Sources.question;
import static dev.sigillo.collect.run.Sources.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingsTest {
  @TempDir private Path folder;
  private Run run;

  @BeforeEach
  void name() {
    run = new Run(folder);
  }

  @Test
  void a_dataset_waits_for_what_it_rests_on_and_for_nothing_else() throws InterruptedException {
    CountDownLatch rules = new CountDownLatch(1);
    run.from(
        false,
        question(
            Dataset.INBOX_RULE,
            source(
                "sweep",
                Set.of(Dataset.MAILBOX),
                (answers, earlier) -> {
                  assertThat(earlier.count(Dataset.MAILBOX)).isEqualTo(3);
                  rules.countDown();
                  return Ending.complete(List.of(), null);
                })),
        question(Dataset.MAILBOX, Sources.mailboxes(3)),
        question(
            Dataset.USER,
            source(
                "slow",
                (answers, earlier) -> {
                  rules.await();
                  answers.row(Sources.key(1), Sources.row("id", "1"));
                  return Ending.complete(List.of(), null);
                })));

    assertThat(run.entry(Dataset.USER).status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void what_is_not_asked_about_is_not_waited_for() throws InterruptedException {
    run.from(false, Sources.rules(Sources::ruled));

    assertThat(run.entry(Dataset.INBOX_RULE).status()).isEqualTo(Status.SKIPPED);
  }

  @Test
  void what_a_source_does_not_declare_it_is_not_given() {
    assertThatThrownBy(
            () ->
                run.from(
                    false,
                    question(Dataset.MAILBOX, Sources.mailboxes(3)),
                    question(
                        Dataset.USER,
                        source(
                            "peeping",
                            (answers, earlier) ->
                                Ending.of(earlier.status(Dataset.MAILBOX), "peeped")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("MAILBOX is used, and not declared as needed");
  }

  @Test
  void a_circle_is_refused() {
    assertThatThrownBy(
            () ->
                run.from(
                    false,
                    resting(Dataset.USER, Dataset.MAILBOX),
                    resting(Dataset.MAILBOX, Dataset.USER)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("rest on one another: ");
  }

  @Test
  void a_mistake_ends_the_collection_while_others_are_at_work() {
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                run.from(
                    false,
                    question(
                        Dataset.MAILBOX,
                        source(
                            "slow",
                            (answers, earlier) -> {
                              never.await();
                              return Ending.complete(List.of(), null);
                            })),
                    question(
                        Dataset.USER,
                        source(
                            "mistaken",
                            (answers, earlier) -> {
                              throw new AssertionError("no memory, say");
                            }))))
        .isInstanceOf(AssertionError.class)
        .hasMessage("no memory, say");
  }

  private static Question resting(Dataset dataset, Dataset on) {
    return question(
        dataset, source("any", Set.of(on), (answers, earlier) -> Ending.complete(List.of(), null)));
  }
}
