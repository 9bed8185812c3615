package dev.sigillo.incident.ndr;

import org.jspecify.annotations.Nullable;

/** Which status code (RFC 3463) holds when the report and the answer both have one. */
final class StatusCode {
  private StatusCode() {}

  /** The answer's, where the report's says nothing but the class ({@code 5.0.0}). */
  static @Nullable String of(@Nullable String reported, String answer) {
    boolean vague = reported == null || reported.endsWith(".0.0");
    String said = vague ? Patterns.status(answer) : null;
    return said == null || (reported != null && said.endsWith(".0.0")) ? reported : said;
  }
}
