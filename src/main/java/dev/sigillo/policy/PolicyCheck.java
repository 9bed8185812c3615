package dev.sigillo.policy;

import dev.sigillo.control.Control;
import dev.sigillo.control.Evidence;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in a few lines what a policy does on a day, and what its author may have overlooked. */
public final class PolicyCheck {
  private static final int SOON = 90;
  private static final int LONGEST = 60;
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Policy policy;
  private final Map<String, Control> catalogue;
  private final LocalDate day;
  private final List<String> lines = new ArrayList<>();

  private PolicyCheck(Policy policy, Collection<Control> catalogue, LocalDate day) {
    this.policy = policy;
    this.catalogue =
        catalogue.stream()
            .collect(Collectors.toMap(Control::id, Function.identity(), (a, b) -> a, TreeMap::new));
    this.day = day;
  }

  /**
   * Describes a policy.
   *
   * @param policy the policy
   * @param catalogue the controls it chooses from
   * @param day the day its dates are compared with
   */
  public static List<String> describe(Policy policy, Collection<Control> catalogue, LocalDate day) {
    PolicyCheck check = new PolicyCheck(policy, catalogue, day);
    check.summary();
    check.weakenings();
    check.waivers();
    check.attestations();
    check.others();
    return List.copyOf(check.lines);
  }

  private void say(String label, String what, Object... values) {
    lines.add(
        String.format(Locale.ROOT, "%-14s", label + ":")
            + Place.printable(String.format(Locale.ROOT, what, values), 400));
  }

  private void summary() {
    say("Policy", "%s", policy.name());
    say("Extends", "%s", policy.chain().isEmpty() ? "nothing" : String.join(", ", policy.chain()));
    say("Digest", "%s", policy.digest());
    say(
        "Controls",
        "%d of %d selected",
        catalogue.values().stream().filter(c -> policy.settings(c).enabled()).count(),
        catalogue.size());
    say(
        "Limits",
        "fail level %s, coverage at least %d %%, dates in %s",
        policy.failLevel() == null ? "never" : policy.failLevel().id(),
        policy.minCoverage(),
        policy.timeZone());
    say(
        "Waivers",
        "%d on %s: %d live, %d expired, %d not yet approved",
        policy.waivers().size(),
        day,
        waivers(WaiverState.LIVE),
        waivers(WaiverState.EXPIRED),
        waivers(WaiverState.NOT_YET_APPROVED));
    say("Inventory", "%d senders", policy.inventory().size());
    say(
        "Attestations",
        "%d on %s: %d valid",
        policy.attestations().size(),
        day,
        policy.attestations().stream()
            .filter(a -> !a.on().isAfter(day) && !a.validUntil().isBefore(day))
            .count());
    say("Responses", "%d", policy.responses().size());
    say("Engagement", "%s", policy.engagementStated() ? "stated" : "none, an automatic check");
  }

  private long waivers(WaiverState state) {
    return policy.waivers().stream().filter(w -> WaiverState.of(w, day) == state).count();
  }

  private void weakenings() {
    for (Policy.Weakening w : policy.weakenings()) {
      say(
          "Weaker",
          "%s%s: %s instead of %s (%s)",
          w.control() == null ? "" : w.control() + " ",
          w.what(),
          Place.printable(w.to(), LONGEST),
          Place.printable(w.from(), LONGEST),
          w.reason() == null ? "no reason stated" : w.reason());
    }
  }

  private void warn(String what, Object... values) {
    say("Warning", what, values);
  }

  private void waivers() {
    for (Waiver waiver : policy.waivers()) {
      String which = "the waiver of " + waiver.control() + " for '" + waiver.subject() + "'";
      if (SubjectPattern.of(waiver.subject()).matchesEverything()) {
        warn("%s covers everything", which);
      }
      if (leftOut(waiver.control())) {
        warn("%s changes nothing: the control is not selected", which);
      }
      long left = ChronoUnit.DAYS.between(day, waiver.expires());
      switch (WaiverState.of(waiver, day)) {
        case EXPIRED -> warn("%s expired on %s", which, waiver.expires());
        case NOT_YET_APPROVED -> warn("%s counts from %s only", which, waiver.approvedOn());
        case LIVE -> {
          if (left <= SOON) {
            warn("%s expires on %s, in %d days", which, waiver.expires(), left);
          }
        }
      }
    }
  }

  private void attestations() {
    for (Attestation attestation : policy.attestations()) {
      String which = "the attestation for " + attestation.control();
      if (attestation.validUntil().isBefore(day)) {
        warn("%s was valid until %s", which, attestation.validUntil());
      }
      if (attestation.on().isAfter(day)) {
        warn("%s counts from %s only", which, attestation.on());
      }
      Control control = catalogue.get(attestation.control());
      if (control != null && !attested(control.evidence())) {
        warn("%s changes nothing: the control is judged by evidence", which);
      } else if (leftOut(attestation.control())) {
        warn("%s changes nothing: the control is not selected", which);
      }
    }
  }

  private boolean leftOut(String id) {
    Control control = catalogue.get(id);
    return control != null && !policy.settings(control).enabled();
  }

  private static boolean attested(List<Evidence> evidence) {
    return evidence.stream()
        .anyMatch(
            e ->
                "attestation".equals(e.declaration())
                    || e.anyOf().stream().anyMatch(PolicyCheck::attested));
  }

  private void others() {
    for (Response response : policy.responses()) {
      if (response.due() != null
          && response.due().isBefore(day)
          && response.status() != Response.ActionStatus.CLOSED) {
        warn("the action for %s was due on %s", response.control(), response.due());
      }
    }
    for (InventoryEntry entry : policy.inventory()) {
      if (entry.appId() != null && !GUID.matcher(entry.appId()).matches()) {
        warn("the sender '%s' has an appId that is no GUID: %s", entry.name(), entry.appId());
      }
    }
    for (Policy.EmergencyAccount account : policy.emergencyAccounts()) {
      if (!GUID.matcher(account.id()).matches()) {
        warn(
            "the emergency account '%s' has an id that is no object id (a GUID): %s",
            account.name(), account.id());
      }
    }
    Privacy privacy = policy.privacy();
    if (privacy != null && privacy.validUntil() != null && privacy.validUntil().isBefore(day)) {
      warn("the basis for reading per-person logs was valid until %s", privacy.validUntil());
    }
  }
}
