package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sigillo.mailauth.TagFault;
import dev.sigillo.mailauth.dkim.DkimCode;
import dev.sigillo.mailauth.dmarc.DmarcCode;
import dev.sigillo.mailauth.spf.SpfCode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an analysis can find has words in the report. */
class DnsProblemWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void every_problem_has_words(String language) {
    Words words = new Words(language);
    Stream.<Enum<?>[]>of(TagFault.values(), DmarcCode.values(), DkimCode.values(), SpfCode.values())
        .flatMap(Arrays::stream)
        .forEach(
            code ->
                assertThatCode(() -> words.say("dns.problem." + code.name()))
                    .as(code.name())
                    .doesNotThrowAnyException());
  }
}
