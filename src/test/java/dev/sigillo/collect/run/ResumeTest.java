package dev.sigillo.collect.run;

import static dev.sigillo.collect.run.Sources.PowerCut;
import static dev.sigillo.collect.run.Sources.key;
import static dev.sigillo.collect.run.Sources.mailboxes;
import static dev.sigillo.collect.run.Sources.pages;
import static dev.sigillo.collect.run.Sources.question;
import static dev.sigillo.collect.run.Sources.row;
import static dev.sigillo.collect.run.Sources.ruled;
import static dev.sigillo.collect.run.Sources.rules;
import static dev.sigillo.collect.run.Sources.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.SnapshotException;
import dev.sigillo.snapshot.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
  @TempDir private Path folder;
  private Run run;

  @BeforeEach
  void name() {
    run = new Run(folder);
  }

  @Test
  void a_list_goes_on_after_the_last_whole_page() throws InterruptedException {
    assertThatThrownBy(
            () -> run.from(false, question(Dataset.MAIL_CONTACT, pages(2, new ArrayList<>()))))
        .isInstanceOf(PowerCut.class);
    assertThat(run.target()).doesNotExist();

    List<Integer> asked = new ArrayList<>();
    run.from(true, question(Dataset.MAIL_CONTACT, pages(9, asked)));

    assertThat(asked).containsExactly(2, 3, 4);
    assertThat(run.names(Dataset.MAIL_CONTACT))
        .containsExactly("0a", "0b", "1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b");
    assertThat(Partial.folder(run.target())).doesNotExist();
  }

  @Test
  void a_line_cut_short_by_the_power_is_not_there() throws Exception {
    assertThatThrownBy(
            () -> run.from(false, question(Dataset.MAIL_CONTACT, pages(3, new ArrayList<>()))))
        .isInstanceOf(PowerCut.class);
    Path spool = Partial.folder(run.target()).resolve("exchange.Get-MailContact.spool");
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
            () -> run.from(false, question(Dataset.MAIL_CONTACT, pages(2, new ArrayList<>()))))
        .isInstanceOf(PowerCut.class);

    assertThatThrownBy(
            () -> run.from(false, question(Dataset.MAIL_CONTACT, pages(9, new ArrayList<>()))))
        .isInstanceOf(SnapshotException.class)
        .hasMessageEndingWith(
            "tenant.zip.partial holds an interrupted collection; go on with --resume, or delete it.");
  }

  @Test
  void a_collection_goes_on_with_the_options_it_was_started_with() {
    assertThatThrownBy(
            () -> run.from(false, question(Dataset.MAIL_CONTACT, pages(2, new ArrayList<>()))))
        .isInstanceOf(PowerCut.class);

    assertThatThrownBy(() -> run.of("fabrikam", true))
        .isInstanceOf(SnapshotException.class)
        .hasMessageEndingWith(
            "tenant.zip.partial was started with another --tenant; resume with the same, or delete it.");
  }

  @Test
  void a_sweep_goes_on_with_the_mailboxes_that_are_left() throws InterruptedException {
    Question mailboxes = question(Dataset.MAILBOX, mailboxes(100));
    assertThatThrownBy(() -> run.from(false, mailboxes, failingAfter(40)))
        .isInstanceOf(PowerCut.class);

    AtomicInteger left = new AtomicInteger();
    run.from(
        true,
        mailboxes,
        rules(
            targets -> {
              left.addAndGet(targets.size());
              return ruled(targets);
            }));

    assertThat(left.get()).isBetween(60, 80);
    DatasetEntry rules = run.entry(Dataset.INBOX_RULE);
    assertThat(rules.covered()).isEqualTo(100);
    assertThat(rules.total()).isEqualTo(100);
    assertThat(rules.rows()).isEqualTo(100);
  }

  @Test
  void a_list_that_was_cut_short_is_not_read_again() throws InterruptedException {
    AtomicBoolean upwards = new AtomicBoolean(true);
    Question mailboxes =
        question(
            Dataset.MAILBOX,
            source(
                "list",
                (answers, earlier) -> {
                  for (int i = 0; i < 100; i++) {
                    answers.row(key(upwards.get() ? i : 99 - i), row("Alias", "m"));
                  }
                  return Ending.of(Status.TRUNCATED, "more than was shown");
                }));
    assertThatThrownBy(() -> run.from(false, mailboxes, failingAfter(40)))
        .isInstanceOf(PowerCut.class);

    upwards.set(false);
    run.from(true, mailboxes, rules(Sources::ruled));

    assertThat(run.lines(Dataset.INBOX_RULE)).extracting(Line::key).doesNotHaveDuplicates();
    assertThat(run.entry(Dataset.INBOX_RULE).covered()).isEqualTo(100);
  }

  @Test
  void where_one_source_stopped_another_does_not_go_on() throws InterruptedException {
    AtomicBoolean open = new AtomicBoolean();
    List<String> cursors = new ArrayList<>();
    Source first =
        source(
            "first",
            (answers, earlier) -> {
              if (!open.get()) {
                throw new ServiceException(Kind.FORBIDDEN, "403");
              }
              cursors.add(String.valueOf(answers.cursor()));
              answers.row(row("Identity", "of the first"));
              return Ending.complete(List.of(), null);
            });
    assertThatThrownBy(
            () ->
                run.from(false, question(Dataset.MAIL_CONTACT, first, pages(2, new ArrayList<>()))))
        .isInstanceOf(PowerCut.class);

    open.set(true);
    run.from(true, question(Dataset.MAIL_CONTACT, first, pages(9, new ArrayList<>())));

    assertThat(cursors).containsExactly("null");
    assertThat(run.names(Dataset.MAIL_CONTACT)).containsExactly("of the first");
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
    assertThatThrownBy(() -> run.from(false, question(Dataset.MAIL_CONTACT, moving)))
        .isInstanceOf(PowerCut.class);

    run.from(true, question(Dataset.MAIL_CONTACT, moving));

    assertThat(run.names(Dataset.MAIL_CONTACT)).containsExactly("a", "b", "c");
  }

  private static Question failingAfter(int mailboxes) {
    AtomicInteger asked = new AtomicInteger();
    return rules(
        targets -> {
          if (asked.addAndGet(targets.size()) > mailboxes) {
            throw new PowerCut();
          }
          return ruled(targets);
        });
  }
}
