package dev.sigillo.collect.run;

import static dev.sigillo.collect.run.Sources.key;
import static dev.sigillo.collect.run.Sources.question;
import static dev.sigillo.collect.run.Sources.refusing;
import static dev.sigillo.collect.run.Sources.row;
import static dev.sigillo.collect.run.Sources.rows;
import static dev.sigillo.collect.run.Sources.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionTest {
  @TempDir private Path folder;
  private Run run;

  @BeforeEach
  void name() {
    run = new Run(folder);
  }

  @Test
  void the_first_source_that_answers_is_taken() throws InterruptedException {
    run.from(
        false,
        question(
            Dataset.REMOTE_DOMAIN,
            refusing("first", Kind.FORBIDDEN, "403 Forbidden"),
            source("second", (answers, earlier) -> rows(answers, "*"))));

    DatasetEntry entry = run.entry(Dataset.REMOTE_DOMAIN);
    assertThat(entry.status()).isEqualTo(Status.COMPLETE);
    assertThat(entry.source()).isEqualTo("second");
    assertThat(entry.rows()).isEqualTo(1);
  }

  @Test
  void what_no_source_answers_has_the_first_ones_reason() throws InterruptedException {
    run.from(
        false,
        question(
            Dataset.REMOTE_DOMAIN,
            refusing("first", Kind.FORBIDDEN, "403 Forbidden"),
            refusing("second", Kind.BROKEN, "connection reset")));

    DatasetEntry entry = run.entry(Dataset.REMOTE_DOMAIN);
    assertThat(entry.status()).isEqualTo(Status.FORBIDDEN);
    assertThat(entry.reason()).isEqualTo("403 Forbidden");
    assertThat(entry.sha256()).isNull();
  }

  @Test
  void no_rows_where_there_is_always_one_is_no_answer() throws InterruptedException {
    run.from(
        false,
        question(Dataset.REMOTE_DOMAIN, source("only", (answers, earlier) -> rows(answers))));

    assertThat(run.entry(Dataset.REMOTE_DOMAIN).status()).isEqualTo(Status.FAILED);
    assertThat(run.entry(Dataset.REMOTE_DOMAIN).reason()).isEqualTo("sigillo:no-rows");
  }

  @Test
  void a_mailbox_that_a_list_names_twice_is_kept_once() throws InterruptedException {
    run.from(
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

    assertThat(run.entry(Dataset.MAILBOX).rows()).isEqualTo(4);
    assertThat(run.entry(Dataset.MAILBOX).total()).isEqualTo(4);
  }
}
