package dev.sigillo.mailauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Question MX = new Question("contoso.com", RecordType.MX);
  private static final Question TXT = new Question("contoso.com", RecordType.TXT);
  private static final Answer NONE = new Answer.NoData(List.of(), true);
  private static final Answer LOST = new Answer.Failed(Failure.TIMEOUT, "a");

  @Test
  void the_order_of_records_makes_no_difference() {
    assertThat(
            Agreement.of(MX, List.of(found(true, "10 a.", "20 B."), found(true, "20 b.", "10 a."))))
        .isEqualTo(found(true, "10 a.", "20 B."));
  }

  @Test
  void other_records_are_a_conflict() {
    assertThat(Agreement.of(TXT, List.of(found(true, "\"a\""), found(true, "\"A\""))))
        .isEqualTo(new Answer.Failed(Failure.CONFLICT, "contoso.com"));
  }

  @Test
  void something_and_nothing_are_a_conflict() {
    assertThat(Agreement.of(TXT, List.of(found(true, "\"a\""), NONE)).isUnknown()).isTrue();
    assertThat(Agreement.of(TXT, List.of(NONE, new Answer.NoSuchName(List.of(), true))).isUnknown())
        .isTrue();
  }

  @Test
  void a_failure_does_not_count_beside_an_answer() {
    assertThat(Agreement.of(TXT, List.of(LOST, NONE))).isEqualTo(NONE);
  }

  @Test
  void the_first_failure_stands_when_nobody_answered() {
    assertThat(Agreement.of(TXT, List.of(LOST, new Answer.Failed(Failure.SERVFAIL, "b"))))
        .isEqualTo(LOST);
    assertThat(Agreement.of(TXT, List.of()))
        .isEqualTo(new Answer.Failed(Failure.NOT_ASKED, "contoso.com"));
  }

  @Test
  void authenticated_is_what_all_authenticated() {
    assertThat(Agreement.of(TXT, List.of(found(true, "\"a\""), found(false, "\"a\""))))
        .isEqualTo(found(false, "\"a\""));
  }

  private static Answer found(boolean authenticated, String... records) {
    return new Answer.Found(List.of(records), List.of(), authenticated);
  }
}
