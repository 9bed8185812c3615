package dev.sigillo.incident.dossier;

import java.util.List;

/**
 * From where figures of a trace say something: parameters of the controls that judge the same.
 *
 * @param deviations standard deviations above a sender's other days that a day may have
 * @param spikeAtLeast recipients that a day must have to be unusual
 * @param baselineDays days that a trace must tell of to know what is usual
 * @param hourAtLeast recipients that an hour must have for its share to say anything
 * @param defaults those of them that are the catalogue's defaults, by control and parameter, such
 *     as {@code ALERTS-12 minDays}; the others are those of the assessment's policy
 */
public record Thresholds(
    long deviations,
    long spikeAtLeast,
    long baselineDays,
    long hourAtLeast,
    List<String> defaults) {
  /** Where they are from. */
  public enum From {
    ASSESSED,
    CATALOGUE,
    BOTH
  }

  private static final int ALL = 4;

  public Thresholds {
    defaults = List.copyOf(defaults);
  }

  /** Where they are from. */
  public From from() {
    return defaults.isEmpty() ? From.ASSESSED : defaults.size() == ALL ? From.CATALOGUE : From.BOTH;
  }
}
