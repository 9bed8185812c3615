package dev.sigillo.evaluate;

import dev.sigillo.control.Control;
import dev.sigillo.policy.Policy;

/** Whether the policy, or the request, declares what a control rests on. */
record Declarations(Policy policy, boolean asOfExplicit) {

  boolean made(String declaration, Control control) {
    return switch (declaration) {
      case EvidencePlan.ATTESTATION ->
          policy.attestations().stream().anyMatch(a -> a.control().equals(control.id()));
      case EvidencePlan.INVENTORY -> !policy.inventory().isEmpty();
      case EvidencePlan.EMERGENCY_ACCOUNTS -> !policy.emergencyAccounts().isEmpty();
      case EvidencePlan.REFERENCE_DATE -> policy.engagement().issued() != null || asOfExplicit;
      default -> throw new IllegalArgumentException("unknown declaration " + declaration);
    };
  }
}
