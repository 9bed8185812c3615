package dev.sigillo.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sigillo.control.Parameter.Looser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "INTEGER | MORE | 500 | 400 | true",
        "INTEGER | MORE | 500 | 500 | true",
        "INTEGER | MORE | 500 | 501 | false",
        "INTEGER | LESS | 24 | 28 | true",
        "INTEGER | LESS | 24 | 16 | false",
        "INTEGER | - | 500 | 400 | false",
        "INTEGER | - | 500 | 500 | true",
        "BOOLEAN | MORE | false | true | false",
        "BOOLEAN | MORE | true | false | true",
        "BOOLEAN | LESS | false | true | true",
        "STRINGS | MORE | [\"a\",\"b\"] | [\"B\"] | true",
        "STRINGS | MORE | [\"a\"] | [\"b\"] | false",
        "STRINGS | LESS | [\"a\"] | [\"b\",\"a\"] | true",
        "STRING | MORE | \"a\" | \"b\" | false",
      })
  void a_value_is_stricter_only_when_that_is_sure(
      Parameter.Type type, @Nullable Looser looser, String before, String after, boolean stricter)
      throws JsonProcessingException {
    JsonNode from = JSON.readTree(before);
    Parameter parameter = new Parameter(type, from, looser, new Text("w", "w"));
    assertThat(parameter.tightens(from, JSON.readTree(after))).isEqualTo(stricter);
  }
}
