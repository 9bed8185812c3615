package dev.sigillo.policy;

import java.time.LocalDate;

/** Whether a waiver counts on a day. */
public enum WaiverState {
  LIVE,
  EXPIRED,
  NOT_YET_APPROVED;

  /** The state on a day; both its dates are inclusive. */
  public static WaiverState of(Waiver waiver, LocalDate day) {
    if (waiver.expires().isBefore(day)) {
      return EXPIRED;
    }
    return waiver.approvedOn().isAfter(day) ? NOT_YET_APPROVED : LIVE;
  }
}
