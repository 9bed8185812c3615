package dev.sigillo.mailauth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpfRecordTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=spf1",
        "v=spf1 -all",
        "v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 a mx/24//64 ~all",
        "v=spf1 include:spf.protection.outlook.com -all",
        "v=spf1 a:%{l1r-}.%{d2}/24 exists:%{ir}.%{v}._spf.%{D} ?ptr:example.com redirect=a.example",
        "v=spf1 a:%%.%_.%-.example.com exp=explain._spf.%{d} moo.cow-far_out=man:dog/cat",
        "v=spf1 a:foo:bar/baz.example.com//0"
      })
  void a_canonical_record_is_written_as_it_was_read(String text) {
    SpfRecord record = SpfRecord.parse(text);
    assertThat(record.errors()).isEmpty();
    assertThat(record).hasToString(text);
    assertThat(SpfRecord.parse(record.toString())).isEqualTo(record);
  }

  @Test
  void terms_keep_their_place_and_lose_what_can_be_left_out() {
    SpfRecord record = SpfRecord.parse("V=SPF1  +A/32  MX:Example.COM -aLL ");
    assertThat(record.terms()).extracting(Term::position).containsExactly(8, 15, 30);
    assertThat(record).hasToString("v=spf1 a mx:Example.COM -all");
  }

  @ParameterizedTest
  @CsvSource({
    "v=spf1 moo, 7, UNKNOWN_MECHANISM",
    "v=spf1 -moo, 8, UNKNOWN_MECHANISM",
    "v=spf1 ipv4:192.0.2.1, 7, UNKNOWN_MECHANISM",
    "v=spf1 redirect:example.com, 7, UNKNOWN_MECHANISM",
    "v=spf1 a:192.0.2.1, 9, ADDRESS_AS_DOMAIN",
    "v=spf1 a:museum, 9, DOMAIN_END",
    "v=spf1 include, 14, DOMAIN_MISSING",
    "v=spf1 include:, 15, DOMAIN_MISSING",
    "v=spf1 include:example.com/24, 15, DOMAIN_END",
    "v=spf1 -all:x, 11, ALL_WITH_ARGUMENT",
    "v=spf1 a/33, 8, PREFIX_LENGTH",
    "v=spf1 a//129, 8, PREFIX_LENGTH",
    "v=spf1 a/024, 8, PREFIX_LENGTH",
    "v=spf1 a/24/64, 8, PREFIX_LENGTH",
    "v=spf1 ptr/24, 10, NO_PREFIX_LENGTH_HERE",
    "v=spf1 ip4:192.0.2, 11, IP4_NETWORK",
    "v=spf1 ip4:::1, 11, IP4_NETWORK",
    "v=spf1 ip4, 10, IP4_NETWORK",
    "v=spf1 ip4:192.0.2.1/33, 20, PREFIX_LENGTH",
    "v=spf1 ip6:2001:db8::/, 21, PREFIX_LENGTH",
    "v=spf1 ip6:192.0.2.1, 11, IP6_NETWORK",
    "v=spf1 =x, 7, MODIFIER_NAME",
    "v=spf1 1up=x, 7, MODIFIER_NAME",
    "v=spf1 exp=a.example exp=b.example, 21, MODIFIER_TWICE",
    "v=spf1 x=%, 9, PERCENT_ALONE",
    "v=spf1 x=%{x}, 11, MACRO_LETTER",
    "v=spf1 x=%{c}, 11, MACRO_ONLY_IN_EXPLANATION",
    "v=spf1 x=%{d0}, 12, MACRO_KEEPS_NOTHING",
    "v=spf1 x=%{d2, 13, MACRO_END",
    "v=spf2, 0, NO_VERSION",
    "v=spf10 -all, 0, NO_VERSION"
  })
  void an_error_says_where_and_what(String text, int position, SpfCode code) {
    assertThat(SpfRecord.parse(text).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.position()).isEqualTo(position);
            });
  }

  @Test
  void an_error_is_one_sentence_with_what_is_allowed() {
    assertThat(SpfRecord.parse("v=spf1 ip4:192.0.2.1 al").errors())
        .singleElement()
        .hasToString(
            "position 22, al: no such mechanism; allowed are all, include, a, mx, ptr, ip4, ip6 and"
                + " exists");
  }

  @Test
  void all_errors_are_told_at_once_and_sound_terms_kept() {
    SpfRecord record = SpfRecord.parse("v=spf1 moo a:x mx -all");
    assertThat(record.errors()).hasSize(2);
    assertThat(record.terms()).hasSize(2);
  }

  @Test
  void octets_outside_ascii_and_controls_are_errors() {
    assertThat(SpfRecord.parse("v=spf1 a:caf\u00e9.example").errors())
        .extracting(SyntaxError::code)
        .containsExactly(SpfCode.NOT_ASCII);
    assertThat(SpfRecord.parse("v=spf1 a\tmx").errors())
        .extracting(SyntaxError::code)
        .containsExactly(SpfCode.CONTROL_CHARACTER);
  }

  @Test
  void a_record_longer_than_dns_can_carry_is_not_taken_apart() {
    SpfRecord record = SpfRecord.parse("v=spf1 " + "a ".repeat(10_000_000));
    assertThat(record.errors())
        .extracting(SyntaxError::code)
        .containsExactly(SpfCode.RECORD_TOO_LONG);
    assertThat(record.terms()).isEmpty();
    assertThat(record.text()).hasSize(SpfRecord.LONGEST);
  }

  @Test
  void the_number_of_errors_kept_is_bounded() {
    assertThat(SpfRecord.parse("v=spf1 " + "x ".repeat(30_000)).errors()).hasSize(SpfRecord.ERRORS);
  }

  @Test
  void each_error_of_the_grammar_has_a_sentence_of_its_own() {
    List<String> sentences = Arrays.stream(SpfCode.values()).map(SpfCode::says).toList();
    assertThat(sentences).doesNotHaveDuplicates().noneMatch(String::isBlank);
    assertThat(
            String.join("", sentences).chars().mapToObj(c -> (char) c).collect(Collectors.toSet()))
        .doesNotContain('\n', '\t');
  }
}
