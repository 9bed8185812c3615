package dev.sigillo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.DomainResult;
import dev.sigillo.control.Catalogue;
import dev.sigillo.incident.dossier.Known;
import dev.sigillo.incident.dossier.Thresholds;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier takes from an assessment before it counts: the organisation's domains, the senders
 * it declares, and what is unusual, which is otherwise what the catalogue says. Thresholds have no
 * other home.
 */
final class DossierKnown {
  private static final String SPIKES = "ALERTS-12";
  private static final String BOUNCES = "OUTBOUND-12";

  private final @Nullable Assessment assessment;
  private final Catalogue catalogue;

  private DossierKnown(@Nullable Assessment assessment, Catalogue catalogue) {
    this.assessment = assessment;
    this.catalogue = catalogue;
  }

  static Known of(@Nullable Assessment assessment, Catalogue catalogue) {
    Thresholds thresholds = new DossierKnown(assessment, catalogue).thresholds();
    if (assessment == null) {
      return new Known(List.of(), null, thresholds);
    }
    return new Known(
        assessment.domains().stream().map(DomainResult::domain).toList(),
        assessment.policy().inventory().stream()
            .map(use -> use.entry().ip())
            .filter(Objects::nonNull)
            .toList(),
        thresholds);
  }

  private Thresholds thresholds() {
    return new Thresholds(
        of(SPIKES, "maxDeviations"),
        of(SPIKES, "minMessages"),
        of(SPIKES, "minDays"),
        of(BOUNCES, "minMessages"),
        assessed(SPIKES, "maxDeviations") != null && assessed(BOUNCES, "minMessages") != null);
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
