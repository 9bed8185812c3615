package dev.sigillo.simulator.tenant;

import java.util.List;

/**
 * What {@code outdated.policy.yaml} says of the organisation: attestations that ran out, a sender
 * that no record authorises, a report issued late, and an alignment that no domain has.
 */
final class OutdatedRecords {
  private static final String SENDER = "Invio massivo";

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

  private OutdatedRecords() {}

  /** Adds what follows. */
  static void expect(Content content) {
    ATTESTED.forEach(control -> content.truth.finds(control, content.tenant(), "expired"));
    content
        .truth
        .finds("PROCESS-06", content.tenant(), "old")
        .finds("DKIM-05", SENDER, "undeclared")
        .finds("SPF-10", SENDER, "unauthorised");
    for (Row domain : content.rows("Get-AcceptedDomain")) {
      if (!domain.get("InitialDomain").asBoolean()) {
        content.truth.finds("DMARC-09", domain.text("Name"), "dkim");
      }
    }
  }
}
