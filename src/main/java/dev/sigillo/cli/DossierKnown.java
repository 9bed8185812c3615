package dev.sigillo.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.DomainResult;
import dev.sigillo.control.Catalogue;
import dev.sigillo.incident.dossier.Known;
import dev.sigillo.incident.dossier.Thresholds;
import java.util.ArrayList;
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
    List<String> defaults = new ArrayList<>();
    return new Thresholds(
        of(SPIKES, "maxDeviations", defaults),
        of(SPIKES, "minMessages", defaults),
        of(SPIKES, "minDays", defaults),
        of(BOUNCES, "minMessages", defaults),
        defaults);
  }

  /** A policy may leave the control out, and an older assessment may not know the parameter. */
  private long of(String control, String parameter, List<String> defaults) {
    JsonNode assessed = assessed(control, parameter);
    if (assessed != null) {
      return assessed.asLong();
    }
    defaults.add(control + " " + parameter);
    return catalogue
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
