package dev.sigillo.kpi;

import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An outside domain that mail was sent to, with what came back. Only messages that were delivered
 * or failed count, for the others have no answer yet.
 *
 * @param row the first failure, otherwise the first message
 * @param domain in lower case
 * @param messages recipients with a final answer
 * @param failed of them, not delivered
 * @param hours hours with mail, in order
 */
public record RecipientDomain(
    RowRef row, String domain, long messages, long failed, List<HourCount> hours)
    implements Fact, Subject {
  public RecipientDomain {
    hours = List.copyOf(hours);
  }

  /**
   * Whether, in some hour, more than so many percent failed.
   *
   * @param percent the bound
   * @param atLeast messages that an hour must have to say anything
   */
  public boolean bouncesAbove(long percent, long atLeast) {
    return worst(atLeast)
        .map(hour -> Percent.above(hour.failed(), hour.messages(), percent))
        .orElse(false);
  }

  /** The hour with the highest share, such as {@code 86 % (43/50) 2026-11-21T14:00:00Z}. */
  public String worstHour(long atLeast) {
    return worst(atLeast)
        .map(hour -> Percent.of(hour.failed(), hour.messages()) + " " + hour.hour())
        .orElse("");
  }

  private Optional<HourCount> worst(long atLeast) {
    return hours.stream()
        .filter(hour -> hour.messages() >= atLeast)
        .max(
            Comparator.<HourCount>comparingDouble(hour -> (double) hour.failed() / hour.messages())
                .thenComparing(HourCount::failed)
                .thenComparing(HourCount::hour, Comparator.reverseOrder()));
  }

  @Override
  public String subjectKey() {
    return domain;
  }

  @Override
  public String subjectName() {
    return domain;
  }
}
