package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Assessment.Population;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationCountTest {
  @TempDir private Path folder;

  private Population line(Fixture tenant, String what) {
    return tenant.judge(folder.resolve("a.json")).population().stream()
        .filter(line -> line.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void mailboxes_that_did_not_answer_and_those_that_nobody_asked_are_counted_apart() {
    Fixture tenant =
        new Fixture()
            .mailboxes(6, 5)
            .with(
                "exchange/Get-InboxRule",
                """
                - {key: m000000, row: {Enabled: true}}
                - {key: m000001, empty: true}
                - {key: m000002, error: 503 Service Unavailable}
                - {key: m000003, error: 403 Forbidden}
                - {key: m000004, empty: true}
                """);
    assertThat(line(tenant, "INBOX_RULE"))
        .isEqualTo(
            new Population(
                "INBOX_RULE",
                "exchange/Get-InboxRule",
                6L,
                null,
                null,
                3L,
                2L,
                1L,
                "COMPLETE",
                null));
    assertThat(line(tenant, "CAS_MAILBOX").noAnswer()).isZero();
    assertThat(line(tenant, "CAS_MAILBOX").notAsked()).isZero();
  }

  @Test
  void a_dataset_that_was_refused_says_so_beside_the_mailboxes_it_says_nothing_of() {
    Population line =
        line(
            new Fixture()
                .mailboxes(6, 5)
                .with("exchange/Get-InboxRule", "{status: FORBIDDEN, reason: '403'}"),
            "INBOX_RULE");
    assertThat(line.read()).isZero();
    assertThat(line.notAsked()).isEqualTo(6);
    assertThat(line.status()).isEqualTo("FORBIDDEN");
    assertThat(line.whyNot()).isEqualTo("403");
  }

  @Test
  void a_list_that_others_know_to_be_short_says_so() {
    Fixture cut =
        new Fixture()
            .mailboxes(10, 5)
            .with(
                "exchange/Get-Mailbox",
                "[{key: m000001, row: {PrimarySmtpAddress: a@contoso.com}}]");
    assertThat(line(cut, "MAILBOX").whyNot())
        .isEqualTo("sigillo:known-elsewhere|exchange/Get-CASMailbox|9");
    assertThat(line(cut, "MAILBOX").count()).isNull();
    assertThat(line(cut, "MAILBOX").read()).isEqualTo(1);
    assertThat(line(new Fixture().mailboxes(10, 5), "MAILBOX").whyNot()).isNull();
  }

  @Test
  void what_is_not_kept_per_mailbox_has_no_such_counts() {
    Population line =
        line(new Fixture().with("exchange/Get-AcceptedDomain", "[]"), "ACCEPTED_DOMAIN");
    assertThat(line.noAnswer()).isNull();
    assertThat(line.notAsked()).isNull();
  }

  @Test
  void how_many_there_are_is_not_known_of_a_list_cut_short_nor_of_one_that_is_not_there() {
    Population cut =
        line(
            new Fixture().with("exchange/Get-OutboundConnector", "{status: TRUNCATED, rows: []}"),
            "OUTBOUND_CONNECTOR");
    assertThat(cut.count()).isNull();
    assertThat(cut.read()).isZero();

    Population absent = line(new Fixture(), "OUTBOUND_CONNECTOR");
    assertThat(absent.count()).isNull();
    assertThat(absent.read()).isNull();
    assertThat(absent.status()).isEqualTo("SKIPPED");
  }
}
