package dev.sigillo.report;

import dev.sigillo.assessment.Outcome;
import dev.sigillo.control.Severity;

/** A pair of colours with enough contrast to read; never the only signal. */
enum Tone {
  GOOD("#14532D", "#DCFCE7", "#15803D"),
  BAD("#991B1B", "#FEE2E2", "#B91C1C"),
  WARN("#854D0E", "#FEF3C7", "#B45309"),
  NEUTRAL("#374151", "#E5E7EB", "#6B7280"),
  INFO("#1E3A8A", "#DBEAFE", "#1D4ED8");

  private final String ink;
  private final String paper;
  private final String solid;

  Tone(String ink, String paper, String solid) {
    this.ink = ink;
    this.paper = paper;
    this.solid = solid;
  }

  String ink() {
    return ink;
  }

  String paper() {
    return paper;
  }

  String solid() {
    return solid;
  }

  static Tone of(Outcome outcome) {
    return switch (outcome) {
      case PASS -> GOOD;
      case FAIL -> BAD;
      case ACCEPTED -> INFO;
      case NOT_ASSESSED -> WARN;
      case NOT_APPLICABLE -> NEUTRAL;
    };
  }

  static Tone of(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> BAD;
      case MEDIUM -> WARN;
      case LOW -> NEUTRAL;
    };
  }

  static Tone ofGrade(String grade) {
    return switch (grade) {
      case "A", "B" -> GOOD;
      case "C" -> WARN;
      default -> BAD;
    };
  }
}
