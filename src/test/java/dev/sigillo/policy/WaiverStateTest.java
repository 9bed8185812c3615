package dev.sigillo.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiverStateTest {
  private static final Waiver WAIVER =
      new Waiver("X", "a", "r", "o", "b", LocalDate.of(2026, 1, 10), LocalDate.of(2026, 1, 20));

  @ParameterizedTest
  @CsvSource({
    "2026-01-09, NOT_YET_APPROVED",
    "2026-01-10, LIVE",
    "2026-01-20, LIVE",
    "2026-01-21, EXPIRED"
  })
  void a_waiver_counts_from_its_first_to_its_last_day(LocalDate day, WaiverState state) {
    assertThat(WaiverState.of(WAIVER, day)).isEqualTo(state);
  }
}
