package dev.sigillo.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Management's response to the findings of a control.
 *
 * @param control id of the control
 * @param subject pattern of subjects; null for all of them
 */
public record Response(
    String control,
    @Nullable String subject,
    Decision decision,
    @Nullable String rootCause,
    @Nullable String action,
    @Nullable String owner,
    @Nullable LocalDate due,
    @Nullable ActionStatus status,
    @Nullable LocalDate closedOn,
    @Nullable String evidence) {

  /** Whether management agrees. */
  public enum Decision {
    ACCEPT,
    PARTIAL,
    REJECT
  }

  /** How far the action is. */
  public enum ActionStatus {
    OPEN,
    IN_PROGRESS,
    CLOSED
  }
}
