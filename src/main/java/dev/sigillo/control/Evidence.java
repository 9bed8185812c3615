package dev.sigillo.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a judgement rests on: a dataset, an effective state, alternatives or a declaration. A
 * dataset that is not complete, or a property that a row does not have, makes the subjects it
 * concerns unknown.
 *
 * @param dataset dataset and properties (dots lead into nested objects)
 * @param windowParameter parameter that says how many days of a log are needed
 * @param ageParameter parameter that says how many days old the newest row of mail traffic may be
 * @param unless what makes the dataset needless, because it settles the matter
 * @param forRecipients whether it only tells where recipients lead, and is needless for what sends
 *     no mail on
 * @param effective a resolved state, which brings its own datasets
 * @param anyOf alternatives: either answers
 * @param declaration something the policy must declare: {@code attestation}, {@code inventory},
 *     {@code emergencyAccounts} or {@code referenceDate}
 */
public record Evidence(
    @Nullable String dataset,
    List<String> properties,
    @Nullable String windowParameter,
    @Nullable String ageParameter,
    @Nullable Unless unless,
    boolean forRecipients,
    @Nullable String effective,
    List<List<Evidence>> anyOf,
    @Nullable String declaration) {

  /**
   * A row of another, tenant-wide dataset that says so.
   *
   * @param dataset the other dataset
   * @param property a property of it, nested ones with dots
   * @param is its value as text, without regard to case
   */
  public record Unless(String dataset, String property, String is) {}

  public Evidence {
    properties = properties == null ? List.of() : List.copyOf(properties);
    anyOf = anyOf == null ? List.of() : anyOf.stream().map(List::copyOf).toList();
  }
}
