package dev.sigillo.evaluate;

import dev.sigillo.control.Control;
import dev.sigillo.policy.Attestation;
import dev.sigillo.policy.Policy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Whether the policy, or the request, declares what a control rests on. */
record Declarations(Policy policy, LocalDate today, boolean asOfExplicit) {

  private static final Comparator<Attestation> ORDER =
      Comparator.comparing(Attestation::on).thenComparing(Attestation::validUntil);

  boolean made(String declaration, Control control) {
    return switch (declaration) {
      case EvidencePlan.ATTESTATION ->
          inForce().stream().anyMatch(a -> a.control().equals(control.id()));
      case EvidencePlan.INVENTORY -> !policy.inventory().isEmpty();
      case EvidencePlan.EMERGENCY_ACCOUNTS -> !policy.emergencyAccounts().isEmpty();
      case EvidencePlan.REFERENCE_DATE -> policy.engagement().issued() != null || asOfExplicit;
      default -> throw new IllegalArgumentException("unknown declaration " + declaration);
    };
  }

  /**
   * The attestations that count: of each control the latest that is dated on or before the day of
   * the audit. Earlier ones are history, later ones have not been made yet.
   */
  List<Attestation> inForce() {
    Map<String, Attestation> latest = new TreeMap<>();
    for (Attestation one : policy.attestations()) {
      if (!one.on().isAfter(today)) {
        latest.merge(one.control(), one, BinaryOperator.maxBy(ORDER));
      }
    }
    return List.copyOf(latest.values());
  }
}
