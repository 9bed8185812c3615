package dev.sigillo.policy;

import dev.sigillo.control.Control;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says in a few lines what a policy does. */
public final class PolicyCheck {
  private PolicyCheck() {}

  /**
   * Describes a policy.
   *
   * @param policy the policy
   * @param catalogue the controls it chooses from
   * @param day the day its dates are compared with
   */
  public static List<String> describe(Policy policy, Collection<Control> catalogue, LocalDate day) {
    List<String> lines = new ArrayList<>();
    lines.add("Policy:       " + policy.name());
    lines.add(
        "Extends:      "
            + (policy.chain().isEmpty() ? "nothing" : String.join(", ", policy.chain())));
    lines.add(
        "Controls:     %d of %d selected"
            .formatted(
                catalogue.stream().filter(c -> policy.settings(c).enabled()).count(),
                catalogue.size()));
    long live =
        policy.waivers().stream().filter(w -> WaiverState.of(w, day) == WaiverState.LIVE).count();
    lines.add("Waivers:      %d, %d of them live".formatted(policy.waivers().size(), live));
    lines.add("Inventory:    %d senders".formatted(policy.inventory().size()));
    long valid =
        policy.attestations().stream()
            .filter(a -> !a.on().isAfter(day) && !a.validUntil().isBefore(day))
            .count();
    lines.add("Attestations: %d, %d of them valid".formatted(policy.attestations().size(), valid));
    for (Policy.Weakening w : policy.weakenings()) {
      lines.add(
          "Changed:      %s %s: %s instead of %s"
              .formatted(w.control(), w.what(), w.to(), w.from()));
    }
    for (Waiver waiver : policy.waivers()) {
      if (SubjectPattern.of(waiver.subject()).matchesEverything()) {
        lines.add(
            "Warning:      the waiver of %s covers everything ('%s')"
                .formatted(waiver.control(), waiver.subject()));
      }
      if (WaiverState.of(waiver, day) == WaiverState.EXPIRED) {
        lines.add(
            "Warning:      the waiver of %s for '%s' expired on %s"
                .formatted(waiver.control(), waiver.subject(), waiver.expires()));
      }
    }
    for (Attestation attestation : policy.attestations()) {
      if (attestation.validUntil().isBefore(day)) {
        lines.add(
            "Warning:      the attestation for %s was valid until %s"
                .formatted(attestation.control(), attestation.validUntil()));
      }
    }
    return lines;
  }
}
