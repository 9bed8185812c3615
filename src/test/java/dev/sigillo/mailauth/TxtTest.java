package dev.sigillo.mailauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TxtTest {
  @Test
  void strings_are_joined_without_a_space() {
    assertThat(Txt.of("\"v=spf1 include:a\" \".example -all\"").text())
        .isEqualTo("v=spf1 include:a.example -all");
  }

  @Test
  void an_escaped_octet_is_one_character() {
    assertThat(Txt.of("\"a\\195\\168\\\"\\\\b\"").strings()).containsExactly("a\u00c3\u00a8\"\\b");
  }

  @Test
  void bare_and_empty_strings_count() {
    assertThat(Txt.of("v=spf1 \"\" \"x y\"").strings()).containsExactly("v=spf1", "", "x y");
  }

  @Test
  void text_that_breaks_off_is_taken_as_far_as_it_goes() {
    assertThat(Txt.of("\"abc").strings()).containsExactly("abc");
    assertThat(Txt.of("\"abc\\").strings()).containsExactly("abc\\");
    assertThat(Txt.of("\"abc\\99").strings()).containsExactly("abc99");
  }
}
