package dev.sigillo.evaluate;

import dev.sigillo.snapshot.Subject;
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

  @Override
  public String subjectKey() {
    return key;
  }

  @Override
  public String subjectName() {
    return name;
  }
}
