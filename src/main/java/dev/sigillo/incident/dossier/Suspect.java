package dev.sigillo.incident.dossier;

import java.util.List;

/**
 * Something of the organisation's own that may have sent, or let others send, what was reported.
 *
 * @param kind what it is
 * @param who its name; empty where the evidence names nobody
 * @param code names the sentence that says why
 * @param values what the sentence is filled with
 * @param strong whether it shows sending that is not usual, and not only an open door
 */
public record Suspect(Kind kind, String who, String code, List<String> values, boolean strong) {
  /** What may have sent. */
  public enum Kind {
    ACCOUNT,
    RULE,
    DEVICE,
    APPLICATION
  }

  /** Code of what an assessment found; values: what it says, and the control's id. */
  public static final String FINDING = "finding";

  public Suspect {
    values = List.copyOf(values);
  }

  /** Whether an assessment found it, and not the mail itself. */
  public boolean assessed() {
    return code.equals(FINDING);
  }
}
