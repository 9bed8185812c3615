package dev.sigillo.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a judgement rests on; exactly one of the components is set. A dataset that is not
 * complete, or a property that a row does not have, makes the subjects it concerns unknown.
 *
 * @param dataset dataset and properties (dots lead into nested objects)
 * @param windowParameter parameter that says how many days of a log are needed
 * @param effective a resolved state, which brings its own datasets
 * @param anyOf alternatives: either answers
 * @param declaration something the policy must declare: {@code attestation}, {@code inventory},
 *     {@code emergencyAccounts} or {@code referenceDate}
 */
public record Evidence(
    @Nullable String dataset,
    List<String> properties,
    @Nullable String windowParameter,
    @Nullable String effective,
    List<List<Evidence>> anyOf,
    @Nullable String declaration) {

  public Evidence {
    properties = properties == null ? List.of() : List.copyOf(properties);
    anyOf = anyOf == null ? List.of() : anyOf.stream().map(List::copyOf).toList();
  }
}
