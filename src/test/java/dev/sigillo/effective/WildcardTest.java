package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
  @ParameterizedTest
  @CsvSource({
    "anna, ANNA, true",
    "anna, anna2, false",
    "*, '', true",
    "'', '', true",
    "'', a, false",
    "SG-*, sg-info, true",
    "SG-*, xsg-info, false",
    "*@contoso.com, info@contoso.com, true",
    "*@contoso.com, info@contoso.com.evil.net, false",
    "a*b*c, aXbYbZc, true",
    "a*b*c, aXbY, false",
    "**, anything, true",
    "a.c, abc, false",
  })
  void star_stands_for_any_characters_and_nothing_else_is_special(
      String pattern, String text, boolean fits) {
    assertThat(Wildcard.matches(pattern, text)).isEqualTo(fits);
  }

  @Test
  void many_stars_do_not_take_exponential_time() {
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () -> assertThat(Wildcard.matches("*a".repeat(200) + "b", "a".repeat(20_000))).isFalse());
  }
}
