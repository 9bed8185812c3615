package dev.sigillo.mailauth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The RFC 7208 test suite, every case of it. */
class Rfc7208Test {
  private static final List<Rfc7208Suite.Case> CASES = Rfc7208Suite.cases();

  @Test
  void the_suite_has_203_cases() {
    assertThat(CASES).hasSize(203);
  }

  @TestFactory
  Stream<DynamicTest> rfc7208() {
    return CASES.stream()
        .map(c -> DynamicTest.dynamicTest(c.scenario() + ": " + c.name(), () -> check(c)));
  }

  private static void check(Rfc7208Suite.Case c) {
    SpfCheck check = CheckHost.check(c.dns(), c.request());
    assertThat(c.results()).as("%s", check).contains(check.result().toString());
    if (!c.explanation().isEmpty()) {
      assertThat(check.explanation())
          .as("%s", check)
          .isEqualTo(c.explanation().equals("DEFAULT") ? "" : c.explanation());
    }
  }
}
