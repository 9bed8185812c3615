package dev.sigillo.simulator.tenant;

import java.util.List;

/** What an organisation's own records would have to say, when it keeps none. */
final class Undeclared {
  private static final List<String> ATTESTED =
      List.of(
          "ALERTS-09",
          "ALERTS-10",
          "DELEGATION-05",
          "FORWARDING-13",
          "PROCESS-01",
          "PROCESS-02",
          "PROCESS-03",
          "PROCESS-04",
          "PROCESS-07",
          "SENDERS-11",
          "SENDERS-12");

  /** One subject each, which is the tenant. */
  private static final List<String> OF_THE_TENANT =
      List.of("IDENTITY-08", "PROCESS-06", "SENDERS-07");

  private Undeclared() {}

  /** Nothing can be said of them. */
  static void expect(Content content) {
    ATTESTED.forEach(control -> content.truth.unknown(control, 1));
    OF_THE_TENANT.forEach(control -> content.truth.unknown(control, 1));
  }
}
