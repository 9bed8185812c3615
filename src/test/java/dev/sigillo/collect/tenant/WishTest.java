package dev.sigillo.collect.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.collect.exchange.ExchangeOptions.InboxRules;
import dev.sigillo.snapshot.PersonalText;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WishTest {
  @Test
  void departments_are_read_with_logs_only_for_nothing_else_needs_them() {
    assertThat(wish(Duration.ZERO).texts()).containsExactly(PersonalText.SUBJECTS);
    assertThat(wish(Duration.ofDays(1)).texts())
        .containsExactlyInAnyOrder(PersonalText.SUBJECTS, PersonalText.DEPARTMENTS);
  }

  private static Wish wish(Duration logs) {
    return new Wish(
        false, null, InboxRules.OFF, 0, logs, Duration.ofDays(2), Set.of(PersonalText.SUBJECTS));
  }
}
