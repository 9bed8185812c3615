package dev.sigillo.control;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a control matters, worst first. */
public enum Severity {
  CRITICAL(10),
  HIGH(6),
  MEDIUM(3),
  LOW(1);

  private final int weight;

  Severity(int weight) {
    this.weight = weight;
  }

  /** Name in documents, such as {@code high}. */
  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Points a control of this severity is worth unless a policy says otherwise. */
  public int weight() {
    return weight;
  }
}
