package dev.sigillo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.control.Catalogue;
import dev.sigillo.incident.dossier.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier takes for unusual: what the assessment's policy does, otherwise what the catalogue
 * does. The values have no other home.
 */
final class DossierThresholds {
  private static final String SPIKES = "ALERTS-12";
  private static final String BOUNCES = "OUTBOUND-12";

  private final @Nullable Assessment assessment;
  private final Catalogue catalogue;

  private DossierThresholds(@Nullable Assessment assessment, Catalogue catalogue) {
    this.assessment = assessment;
    this.catalogue = catalogue;
  }

  static Thresholds of(@Nullable Assessment assessment, Catalogue catalogue) {
    DossierThresholds values = new DossierThresholds(assessment, catalogue);
    return new Thresholds(
        values.of(SPIKES, "maxDeviations"),
        values.of(SPIKES, "minMessages"),
        values.of(SPIKES, "minDays"),
        values.of(BOUNCES, "minMessages"),
        values.assessed(SPIKES, "maxDeviations") != null
            && values.assessed(BOUNCES, "minMessages") != null);
  }

  /** A policy may leave the control out, and an older assessment may not know the parameter. */
  private long of(String control, String parameter) {
    JsonNode assessed = assessed(control, parameter);
    return assessed != null
        ? assessed.asLong()
        : catalogue
            .control(control)
            .map(known -> known.parameters().get(parameter))
            .orElseThrow()
            .defaultValue()
            .asLong();
  }

  private @Nullable JsonNode assessed(String control, String parameter) {
    return assessment == null
        ? null
        : assessment.controls().stream()
            .filter(result -> result.id().equals(control))
            .map(ControlResult::parameters)
            .map(parameters -> parameters.get(parameter))
            .filter(value -> value != null && value.isIntegralNumber())
            .findFirst()
            .orElse(null);
  }
}
