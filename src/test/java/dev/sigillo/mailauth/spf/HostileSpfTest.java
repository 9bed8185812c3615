package dev.sigillo.mailauth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is published: questions, nodes, problems and ranges stay within their bounds. */
class HostileSpfTest {
  private int asked;

  private SpfAnalysis analysis(Dns dns) {
    return SpfAnalysis.of(
        question -> {
          asked++;
          return dns.ask(question);
        },
        "example.com");
  }

  private static Answer txt(String text) {
    return new Answer.Found(List.of("\"" + text + "\""), List.of(), false);
  }

  private static int nodes(SpfNode node) {
    return 1 + node.children().stream().mapToInt(HostileSpfTest::nodes).sum();
  }

  private void assertBounded(SpfAnalysis analysis) {
    assertThat(asked).isLessThanOrEqualTo(PolicyWalk.QUESTIONS);
    assertThat(nodes(analysis.root())).isLessThanOrEqualTo(PolicyWalk.TERMS + 1);
    assertThat(analysis.problems()).hasSizeLessThanOrEqualTo(1_001);
    assertThat(analysis.authorised().prefixes()).hasSizeLessThanOrEqualTo(PolicyWalk.PREFIXES);
    assertThat(analysis.problems()).extracting(SpfProblem::code).contains(SpfCode.ANALYSIS_LIMIT);
    assertThat(analysis.isTreeKnown()).isFalse();
  }

  @Test
  void a_tree_of_includes_without_end() {
    String includes =
        IntStream.range(0, 3_000)
            .mapToObj(i -> " include:" + i + ".%{d}")
            .collect(Collectors.joining());
    SpfAnalysis analysis = analysis(question -> txt("v=spf1" + includes + " -all"));
    assertBounded(analysis);
    assertThat(analysis.lookups()).isGreaterThan(10);
  }

  @Test
  void a_chain_of_includes_without_end() {
    SpfAnalysis analysis = analysis(question -> txt("v=spf1 include:a.%{d} -all"));
    assertThat(analysis.hasErrors()).isTrue();
    assertThat(asked).isLessThan(130);
  }

  @Test
  void a_chain_of_redirects_without_end() {
    Dns dns =
        question -> {
          int number = Integer.parseInt("0" + question.name().replaceAll("\\D", ""));
          return txt("v=spf1 redirect=r" + (number + 1) + ".example.com");
        };
    SpfAnalysis analysis = analysis(dns);
    assertBounded(analysis);
    assertThat(analysis.all().state()).isEqualTo(Presence.UNKNOWN);
  }

  @Test
  void policies_that_double_at_each_step() {
    Dns dns =
        question -> {
          int number = Integer.parseInt("0" + question.name().replaceAll("\\D", ""));
          String next = " include:r" + (number + 1) + ".example.com";
          return txt("v=spf1" + (number == 60 ? " ip4:192.0.2.1" : next + next) + " -all");
        };
    SpfAnalysis analysis = analysis(dns);
    assertThat(asked).isEqualTo(61);
    assertThat(nodes(analysis.root())).isEqualTo(1 + 2 * 60);
    assertThat(analysis.lookups()).isEqualTo(1_000_000);
    assertThat(analysis.authorised().ip4Addresses()).isEqualTo(1);
  }

  @Test
  void hosts_with_more_addresses_than_anyone_has() {
    List<String> addresses =
        IntStream.range(0, 4_000).mapToObj(i -> "10.0." + i / 256 + "." + i % 256).toList();
    Dns dns =
        question ->
            question.type() == RecordType.TXT
                ? txt(
                    "v=spf1"
                        + IntStream.range(0, 4_000)
                            .mapToObj(i -> " a:h" + i + ".example")
                            .collect(Collectors.joining())
                        + " -all")
                : question.type() == RecordType.A
                    ? new Answer.Found(addresses, List.of(), false)
                    : new Answer.NoData(List.of(), false);
    SpfAnalysis analysis = analysis(dns);
    assertBounded(analysis);
    assertThat(analysis.authorised().ip4Addresses()).isEqualTo(4_000);
  }

  @Test
  void more_ranges_than_anyone_has() {
    Dns dns =
        question -> {
          int number = Integer.parseInt("0" + question.name().replaceAll("\\D", ""));
          String ranges =
              IntStream.range(0, 3_000)
                  .mapToObj(i -> " ip4:" + (10 + number) + "." + i / 256 + "." + i % 256 + ".0/24")
                  .collect(Collectors.joining());
          return txt("v=spf1" + ranges + " include:r" + (number + 1) + ".example.com -all");
        };
    assertBounded(analysis(dns));
  }

  @Test
  void a_thousand_records_at_one_name() {
    Answer answer =
        new Answer.Found(
            Collections.nCopies(1_000, "\"v=spf1" + " a".repeat(30_000) + "\""), List.of(), false);
    SpfAnalysis analysis = analysis(question -> answer);
    assertThat(asked).isEqualTo(1);
    assertThat(analysis.root().recordCount()).isEqualTo(1_000);
    assertThat(analysis.root().records()).hasSize(10);
    assertThat(analysis.problems())
        .extracting(SpfProblem::code)
        .containsExactly(SpfCode.MULTIPLE_RECORDS);
  }

  @Test
  void a_record_of_twenty_million_octets() {
    Answer answer = txt("v=spf1 " + "a ".repeat(10_000_000));
    SpfAnalysis analysis = analysis(question -> answer);
    assertThat(asked).isEqualTo(1);
    assertThat(analysis.root().records().get(0)).hasSize(SpfRecord.LONGEST);
    assertThat(analysis.problems())
        .extracting(SpfProblem::code)
        .contains(SpfCode.RECORD_TOO_LONG, SpfCode.STRING_TOO_LONG);
    assertThat(
            CheckHost.check(
                    question -> answer, SpfRequest.of(IpAddress.ip4(1), "a@example.com", "h"))
                .result())
        .isEqualTo(Result.PERMERROR);
  }

  @Test
  void a_record_with_nothing_but_mistakes() {
    SpfAnalysis analysis =
        analysis(question -> txt("v=spf1" + " x=y".repeat(10_000) + " %".repeat(10_000)));
    assertThat(analysis.problems()).hasSizeLessThanOrEqualTo(1_001);
  }

  @Test
  void a_question_is_put_once() {
    SpfAnalysis analysis =
        analysis(
            question ->
                question.type() == RecordType.TXT
                    ? txt("v=spf1 a a a mx mx a:example.com exists:example.com -all")
                    : new Answer.NoSuchName(List.of(), false));
    assertThat(asked).isEqualTo(4);
    assertThat(analysis.lookups()).isEqualTo(7);
    assertThat(Question.normal("EXAMPLE.com.")).isEqualTo("example.com");
  }
}
