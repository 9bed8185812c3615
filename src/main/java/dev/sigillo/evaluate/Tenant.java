package dev.sigillo.evaluate;

import dev.sigillo.snapshot.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The tenant as a subject, with the instant of the audit.
 *
 * @param key tenant id, else its initial domain
 * @param name initial domain, else the organisation's name
 * @param asOf the instant every date is compared with
 * @param today the same as a day in the policy's time zone
 * @param oldestStart start of the oldest dataset read
 * @param referenceDate what the age of the evidence is measured to: the day the report is issued,
 *     else an explicit as-of instant; null when neither is given
 * @param settingsCoverage percent of the evidence on settings that was read
 */
public record Tenant(
    String key,
    String name,
    Instant asOf,
    LocalDate today,
    @Nullable Instant oldestStart,
    @Nullable Instant referenceDate,
    long settingsCoverage)
    implements Subject {

  /**
   * Age of the oldest dataset at the reference date, in hours, begun ones counted; 0 when there is
   * no reference date.
   */
  public long ageHours() {
    if (oldestStart == null || referenceDate == null) {
      return 0;
    }
    Duration age = Duration.between(oldestStart, referenceDate);
    return age.isNegative() ? 0 : age.plusHours(1).minusNanos(1).toHours();
  }

  @Override
  public String subjectKey() {
    return key;
  }

  @Override
  public String subjectName() {
    return name;
  }
}
