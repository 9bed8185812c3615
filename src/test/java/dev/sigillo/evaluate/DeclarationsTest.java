package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.policy.Attestation;
import dev.sigillo.policy.Policy;
import dev.sigillo.policy.PolicyLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationsTest {
  private static final Policy POLICY =
      PolicyLoader.parse(
          "test",
          """
          attestations:
            - {control: PROCESS-01, statement: s, by: b, on: 2026-04-01, validUntil: 2026-07-01}
            - {control: PROCESS-01, statement: s, by: b, on: 2026-10-01, validUntil: 2027-01-01}
            - {control: PROCESS-01, statement: s, by: b, on: 2026-07-01, validUntil: 2026-10-01}
          """,
          CatalogueLoader.folder(Path.of("rules")).controls());

  @Test
  void of_each_control_the_latest_attestation_made_by_then_counts() {
    assertThat(inForce("2026-10-01")).containsExactly(LocalDate.parse("2026-10-01"));
    assertThat(inForce("2026-09-30")).containsExactly(LocalDate.parse("2026-07-01"));
    assertThat(inForce("2026-03-31")).isEmpty();
  }

  private static List<LocalDate> inForce(String today) {
    return new Declarations(POLICY, LocalDate.parse(today), false)
        .inForce().stream().map(Attestation::on).toList();
  }
}
