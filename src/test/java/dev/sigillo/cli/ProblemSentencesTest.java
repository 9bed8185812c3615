package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ProblemCode;
import dev.sigillo.mailauth.TagFault;
import dev.sigillo.mailauth.dkim.DkimCode;
import dev.sigillo.mailauth.dmarc.DmarcCode;
import dev.sigillo.mailauth.transport.TransportCode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemSentencesTest {
  @ParameterizedTest
  @MethodSource("codes")
  void every_problem_has_a_sentence(ProblemCode code) {
    assertThat(ProblemSentences.of(Problem.of(code, "_dmarc.contoso.com", "what")))
        .matches("\\S.*[.]")
        .doesNotContain("{");
  }

  static Stream<ProblemCode> codes() {
    return Stream.of(
            TagFault.values(), DmarcCode.values(), DkimCode.values(), TransportCode.values())
        .map(ProblemCode[].class::cast)
        .map(Arrays::asList)
        .flatMap(List::stream);
  }
}
