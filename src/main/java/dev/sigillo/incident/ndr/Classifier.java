package dev.sigillo.incident.ndr;

import org.jspecify.annotations.Nullable;

/**
 * The reason class: a block list that is named, then the answer's words, then its code, then the
 * report's words.
 */
final class Classifier {
  private Classifier() {}

  static Reason reason(String answer, @Nullable String status, String text) {
    Reason reason = ReasonRules.list(answer) == null ? ReasonRules.byWords(answer) : Reason.BLOCKED;
    if (reason == null && status != null) {
      reason = ReasonRules.byCode(status);
    }
    if (reason == null && answer.isEmpty()) {
      reason = ReasonRules.byWords(text);
    }
    return reason == null ? Reason.OTHER : reason;
  }
}
