package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sigillo.assessment.Reason;
import dev.sigillo.assessment.Reason.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void different_answers_stand_side_by_side_with_their_counts() {
    Tally tally = new Tally();
    unknown(tally, "m1", "504 Gateway Timeout");
    unknown(tally, "m2", "500 MailboxInTransitException");
    unknown(tally, "m3", "504 Gateway Timeout");
    assertThat(tally.reasons())
        .extracting(Reason::detail, Reason::subjects, Reason::examples)
        .containsExactly(
            tuple("500 MailboxInTransitException", 1L, List.of("m2")),
            tuple("504 Gateway Timeout", 2L, List.of("m1", "m3")));
  }

  @Test
  void beyond_three_answers_the_others_are_counted_whatever_the_order_of_the_work() {
    List<Integer> subjects = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      subjects.add(i);
    }
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(subjects, new Random(seed));
      List<Tally> workers = List.of(new Tally(), new Tally(), new Tally());
      for (int i = 0; i < subjects.size(); i++) {
        int subject = subjects.get(i);
        unknown(workers.get(i % 3), "m" + subject, "answer " + subject % 7);
      }
      Tally all = new Tally();
      workers.forEach(all::add);
      assertThat(all.reasons())
          .extracting(Reason::detail, Reason::subjects)
          .containsExactly(
              tuple("answer 0", 10L),
              tuple("answer 1", 10L),
              tuple("answer 2", 10L),
              tuple("sigillo:other-answers", 40L));
    }
  }

  private static void unknown(Tally tally, String key, String answer) {
    tally.unknown(
        key,
        key,
        List.of(
            new Reason(
                Code.NO_ANSWER, "exchange/Get-InboxRule", null, null, answer, 1, List.of())));
  }
}
