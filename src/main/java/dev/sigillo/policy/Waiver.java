package dev.sigillo.policy;

import java.time.LocalDate;

/**
 * A finding that the organisation accepts for a while. Dates are inclusive.
 *
 * @param control id of the control
 * @param subject pattern: {@code *} matches any characters, case does not matter
 * @param reason why it is accepted
 * @param owner who lives with it
 * @param approver who approved it, somebody else
 * @param approvedOn first day it counts
 * @param expires last day it counts, at most 365 days after approval
 */
public record Waiver(
    String control,
    String subject,
    String reason,
    String owner,
    String approver,
    LocalDate approvedOn,
    LocalDate expires) {

  /** The longest a waiver may last after its approval. */
  public static final int LONGEST_DAYS = 365;
}
