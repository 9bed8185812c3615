package dev.sigillo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsDigestTest {
  @Test
  void round_figures_keep_their_digest_when_read_back() throws JsonProcessingException {
    BigDecimal round = new BigDecimal("55.0");
    Score written =
        new Score(
            1, round, round, round, round, "D", false, round, null, "11", "20", "0", List.of());

    String json = AssessmentJson.MAPPER.valueToTree(written).toString();
    Score read =
        AssessmentJson.MAPPER.treeToValue(AssessmentJson.MAPPER.readTree(json), Score.class);

    assertThat(new ResultsDigest().end(read)).isEqualTo(new ResultsDigest().end(written));
  }
}
