package dev.sigillo.policy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit engagement the report belongs to; everything is optional. */
public record Engagement(
    @Nullable String id,
    @Nullable Type type,
    @Nullable String organisation,
    @Nullable String tenantId,
    @Nullable Period period,
    @Nullable LocalDate issued,
    @Nullable String version,
    @Nullable DocumentStatus status,
    List<String> objectives,
    List<Exclusion> exclusions,
    @Nullable Auditor auditor,
    @Nullable String preparedFor,
    @Nullable String classification,
    List<String> distribution,
    @Nullable String conclusion,
    List<Approval> approvals) {

  /** No engagement: an automatic check. */
  public static final Engagement NONE =
      new Engagement(
          null, null, null, null, null, null, null, null, List.of(), List.of(), null, null, null,
          List.of(), null, List.of());

  /** Who audits whom. */
  public enum Type {
    INTERNAL,
    EXTERNAL,
    SELF
  }

  /** Draft or final. */
  public enum DocumentStatus {
    DRAFT,
    FINAL
  }

  /** First and last day of the period under review. */
  public record Period(LocalDate from, LocalDate to) {}

  /** What was left out of the audit, and why. */
  public record Exclusion(String what, String reason) {}

  /** Who audited, and how independent they are. */
  public record Auditor(
      @Nullable String name, @Nullable String organisation, @Nullable String independence) {}

  /** Who approved the document. */
  public record Approval(String name, @Nullable String role, @Nullable LocalDate date) {}

  public Engagement {
    objectives = objectives == null ? List.of() : List.copyOf(objectives);
    exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
    distribution = distribution == null ? List.of() : List.copyOf(distribution);
    approvals = approvals == null ? List.of() : List.copyOf(approvals);
  }
}
