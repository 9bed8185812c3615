package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @Test
  void both_languages_have_words_for_the_same_things() throws IOException {
    assertThat(words("it").stringPropertyNames()).isEqualTo(words("en").stringPropertyNames());
  }

  @Test
  void both_languages_fill_in_the_same_values() throws IOException {
    Properties italian = words("it");
    Properties english = words("en");
    for (String key : english.stringPropertyNames()) {
      assertThat(values(italian.getProperty(key, "")))
          .as("%s", key)
          .isEqualTo(values(english.getProperty(key, "")));
    }
  }

  private static int values(String text) {
    return text.contains("{")
        ? new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length
        : 0;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void an_apostrophe_is_typographic_for_a_straight_one_would_hide_what_is_filled_in(String language)
      throws IOException {
    words(language)
        .forEach(
            (key, text) -> {
              if (!((String) key).startsWith("pattern.")) {
                assertThat((String) text).as("%s", key).doesNotContain("'");
              }
            });
  }

  @Test
  void the_first_of_a_month_is_an_ordinal_in_italian() {
    LocalDate first = LocalDate.of(2026, 7, 1);
    assertThat(new Words("it").date(first)).isEqualTo("1º luglio 2026");
    assertThat(new Words("it").date(first.plusDays(10))).isEqualTo("11 luglio 2026");
    assertThat(new Words("en").date(first)).isEqualTo("1 July 2026");
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of("reports/text_" + language + ".properties"))) {
      words.load(in);
    }
    return words;
  }
}
