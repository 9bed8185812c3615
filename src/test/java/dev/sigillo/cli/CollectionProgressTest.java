package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Status;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CollectionProgressTest {
  private final StringWriter written = new StringWriter();
  private final AtomicLong now = new AtomicLong();

  @Test
  void away_from_a_terminal_each_dataset_has_a_line_a_minute() {
    CollectionProgress progress = progress(false);
    progress.at(Dataset.INBOX_RULE, 0, 10_000);
    pass(Duration.ofSeconds(50));
    progress.at(Dataset.INBOX_RULE, 200, 10_000);
    assertThat(written.toString()).isEmpty();

    pass(Duration.ofSeconds(50));
    progress.at(Dataset.INBOX_RULE, 400, 10_000);

    assertThat(lines())
        .containsExactly("exchange/Get-InboxRule: 400 of 10,000, 4.0 a second, about 40:00 left");
  }

  @Test
  void what_an_interrupted_run_had_done_counts_for_no_speed() {
    CollectionProgress progress = progress(false);
    progress.at(Dataset.INBOX_RULE, 9_000, 10_000);
    pass(Duration.ofSeconds(100));
    progress.at(Dataset.INBOX_RULE, 9_100, 10_000);

    assertThat(lines())
        .containsExactly("exchange/Get-InboxRule: 9,100 of 10,000, 1.0 a second, about 15:00 left");
  }

  @Test
  void a_list_of_unknown_length_says_how_much_there_is_already() {
    CollectionProgress progress = progress(false);
    progress.at(Dataset.MAILBOX, 0, 0);
    pass(Duration.ofSeconds(60));
    progress.at(Dataset.MAILBOX, 120_000, 0);

    assertThat(lines()).containsExactly("exchange/Get-Mailbox: 120,000, 2,000 a second");
  }

  @Test
  void what_could_not_be_read_is_said_at_once() {
    progress(false).ended(Dataset.RISKY_USER, Status.FORBIDDEN, "403 Forbidden");

    assertThat(lines()).containsExactly("graph/riskyUsers: FORBIDDEN: 403 Forbidden");
  }

  @Test
  void a_reason_of_its_own_is_said_in_words() {
    progress(false).ended(Dataset.RISKY_USER, Status.SKIPPED, "sigillo:needs|graph/users");

    assertThat(lines())
        .containsExactly(
            "graph/riskyUsers: SKIPPED: graph/users was not read as a whole, and this rests on it.");
  }

  @Test
  void a_terminal_shows_the_dataset_that_takes_longest() {
    CollectionProgress progress = progress(true);
    progress.at(Dataset.INBOX_RULE, 0, 7_200);
    progress.at(Dataset.CAS_MAILBOX, 0, 10);
    pass(Duration.ofSeconds(1));
    progress.at(Dataset.CAS_MAILBOX, 9, 10);
    progress.at(Dataset.INBOX_RULE, 1, 7_200);
    pass(Duration.ofSeconds(1));
    progress.at(Dataset.INBOX_RULE, 2, 7_200);

    assertThat(written.toString())
        .endsWith(
            "\r0 of 40 datasets; exchange/Get-InboxRule: 2 of 7,200, 1.0 a second, about 1 h 59 min left");
  }

  private CollectionProgress progress(boolean terminal) {
    return new CollectionProgress(new PrintWriter(written), false, terminal, 40, now::get);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private List<String> lines() {
    return written.toString().lines().toList();
  }
}
