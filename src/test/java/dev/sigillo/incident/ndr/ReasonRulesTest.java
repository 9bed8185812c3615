package dev.sigillo.incident.ndr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonRulesTest {
  @ParameterizedTest
  @MethodSource("words")
  void a_rule_decides_its_own_example(ReasonRules.Rule rule) {
    assertThat(rule.pattern().matcher(rule.example()).find()).isTrue();
    assertThat(ReasonRules.byWords(rule.example())).isEqualTo(rule.reason());
  }

  @ParameterizedTest
  @MethodSource("lists")
  void a_block_list_is_found_in_its_own_example(ReasonRules.BlockList list) {
    assertThat(ReasonRules.list(list.example())).isEqualTo(list);
    assertThat(Classifier.reason(list.example(), null, "")).isEqualTo(Reason.BLOCKED);
  }

  static Iterable<ReasonRules.Rule> words() {
    return ReasonRules.WORDS;
  }

  static Iterable<ReasonRules.BlockList> lists() {
    return ReasonRules.LISTS;
  }
}
