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
                "INBOX_RULE", "exchange/Get-InboxRule", 6L, null, null, 3L, 2L, 1L, null));
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
    assertThat(line.whyNot()).isEqualTo("FORBIDDEN: 403");
  }

  @Test
  void a_list_that_others_know_to_be_short_says_so() {
    Fixture cut =
        new Fixture()
            .mailboxes(10, 5)
            .with(
                "exchange/Get-Mailbox",
                "[{key: m000001, row: {PrimarySmtpAddress: a@contoso.com}}]");
    assertThat(line(cut, "MAILBOX").whyNot()).isEqualTo("exchange/Get-CASMailbox: +9");
    assertThat(line(new Fixture().mailboxes(10, 5), "MAILBOX").whyNot()).isNull();
  }

  @Test
  void what_is_not_kept_per_mailbox_has_no_such_counts() {
    Population line =
        line(new Fixture().with("exchange/Get-AcceptedDomain", "[]"), "ACCEPTED_DOMAIN");
    assertThat(line.noAnswer()).isNull();
    assertThat(line.notAsked()).isNull();
  }
}
