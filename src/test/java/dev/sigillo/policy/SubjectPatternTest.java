package dev.sigillo.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectPatternTest {

  @ParameterizedTest
  @CsvSource({
    "*, anything, true",
    "*, '', true",
    "sales@contoso.com, SALES@Contoso.com, true",
    "ΑΣ*, ας-1, true",
    "*@contoso.com, a@contoso.com, true",
    "*@contoso.com, a@contoso.com.evil.example, false",
    "a*b*c, aXbYc, true",
    "a*b*c, aXcYb, false",
    "ab*ba, aba, false",
    "ab*ba, abba, true",
    "*aab*, aaab, true",
    "a**c, ac, true",
    "a.c, abc, false",
    "a?c, abc, false",
    "[abc], b, false",
    "Sales (EMEA) $1\\, Sales (EMEA) $1\\, true",
    "' padded ', padded, true",
    "'', x, false",
    "a, '', false",
  })
  void a_star_matches_anything_and_everything_else_is_literal(
      String pattern, String subject, boolean matches) {
    assertThat(SubjectPattern.of(pattern).matches(subject)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "*, true",
    "**, true",
    "*@*, true",
    "*@*.*, true",
    "*@contoso.com, false",
    "a, false",
    "-, false"
  })
  void a_pattern_that_names_nothing_is_a_blanket(String pattern, boolean blanket) {
    assertThat(SubjectPattern.of(pattern).matchesEverything()).isEqualTo(blanket);
  }

  @Test
  void it_agrees_with_a_regular_expression() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      String pattern = word(random, "ab*", 8);
      String subject = word(random, "ab", 12);
      assertThat(SubjectPattern.of(pattern).matches(subject))
          .as("%s on %s", pattern, subject)
          .isEqualTo(Pattern.matches(pattern.replace("*", ".*"), subject));
    }
  }

  private static String word(Random random, String letters, int longest) {
    StringBuilder word = new StringBuilder();
    for (int length = random.nextInt(longest + 1); length > 0; length--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  @Test
  void a_hostile_pattern_takes_no_longer_than_its_text() {
    SubjectPattern pattern =
        SubjectPattern.of("*" + "a".repeat(50_000) + "b*" + "*a".repeat(50_000));
    String subject = "a".repeat(2_000_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(pattern.matches(subject)).isFalse());
  }
}
