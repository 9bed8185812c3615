package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsSectionTest {
  @Test
  void says_how_many_findings_it_describes_when_there_are_more() {
    assertThat(written("a@x.it", "b@x.it", "c@x.it", "d@x.it"))
        .containsIgnoringWhitespaces(
            "3 of 4 findings are described here; the table below has every one.");
  }

  @Test
  void says_nothing_of_the_kind_when_it_describes_all() {
    assertThat(written("a@x.it", "b@x.it", "c@x.it")).doesNotContain("are described here");
  }

  @Test
  void names_the_file_when_the_table_is_cut_short_too() {
    String[] many = IntStream.range(0, 60).mapToObj(i -> "m" + i + "@x.it").toArray(String[]::new);
    assertThat(written(many))
        .containsIgnoringWhitespaces("3 of 60 findings are described here", "findings.csv");
  }

  @Test
  void a_control_outside_every_framework_leaves_no_dash_behind() {
    assertThat(written("a@x.it")).doesNotContain(". –");
  }

  private static String written(String... subjects) {
    return Written.in(
        "en",
        GivenResults.answered(List.of(GivenResults.with(Outcome.FAIL, subjects)), List.of()),
        content -> new FindingsSection(content).write());
  }
}
