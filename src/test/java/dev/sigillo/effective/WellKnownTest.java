package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WellKnownTest {
  @Test
  void ids_that_are_alike_everywhere_have_names_and_others_stay() {
    assertThat(WellKnown.names(List.of("29232CDF-9323-42fd-ade2-1d097af3e4de", "x")))
        .containsExactly("Exchange Administrator", "x");
  }
}
