package dev.sigillo.mailauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      textBlock =
          """
          Contoso.COM.,         contoso.com
          a@b.example,          a@b.example
          a\\@b.example.,       a@b.example
          a\\064b.example.,     a@b.example
          a b.example,          a\\032b.example
          a\\032b.example.,     a\\032b.example
          a\\ b.example.,       a\\032b.example
          a\\.b.example,        a\\.b.example
          a\\046b.example,      a\\.b.example
          a\\\\b.example,       a\\\\b.example
          a\\.,                 a\\.
          a\\195\\169.example,  a\\195\\169.example
          \\065.example,        a.example
          """)
  void a_name_has_one_spelling(String written, String normal) {
    assertThat(Question.normal(written)).isEqualTo(normal);
  }

  @Test
  void an_octet_beyond_ascii_is_escaped() {
    assertThat(Question.normal("\u00e9\u0001.example")).isEqualTo("\\233\\001.example");
  }
}
