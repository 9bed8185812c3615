package dev.sigillo.policy;

import dev.sigillo.control.Control;
import dev.sigillo.control.Severity;
import dev.sigillo.policy.Policy.Weakening;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays policies over one another, the furthest first: choices replace, declarations add up. */
final class PolicyMerge {
  private final List<Weakening> weakenings = new ArrayList<>();
  private final Declarations declarations;
  private final ControlChoices choices;
  private final Map<Severity, Integer> weights = new EnumMap<>(Severity.class);
  private final List<Waiver> waivers = new ArrayList<>();
  private final List<InventoryEntry> inventory = new ArrayList<>();
  private final List<Attestation> attestations = new ArrayList<>();
  private final List<Policy.EmergencyAccount> accounts = new ArrayList<>();
  private final List<Response> responses = new ArrayList<>();
  private @Nullable Severity failLevel = Severity.HIGH;
  private int minCoverage = 80;
  private ZoneId zone = ZoneId.of("UTC");
  private @Nullable Engagement engagement;
  private @Nullable Privacy privacy;

  PolicyMerge(Collection<Control> catalogue, Declarations declarations) {
    this.declarations = declarations;
    this.choices = new ControlChoices(catalogue, declarations, weakenings);
  }

  /** Lays a policy over what was added before. */
  void add(YamlValue root, List<InventoryEntry> table) {
    failLevel(root.get("failLevel"));
    minCoverage(root.get("minCoverage"));
    weights(root.get("weights"));
    YamlValue time = root.get("timeZone");
    zone = time == null ? zone : time.zone();
    choices.add(root.get("controls"));
    waivers.addAll(root.list("waivers", declarations::waiver));
    inventory.addAll(table.isEmpty() ? senders(root.get("inventory")) : table);
    attestations.addAll(root.list("attestations", declarations::attestation));
    accounts.addAll(root.list("emergencyAccounts", Declarations::emergencyAccount));
    responses.addAll(root.list("responses", declarations::response));
    Engagement stated = root.optional("engagement", Engagements::engagement);
    engagement = stated == null ? engagement : stated;
    Privacy said = root.optional("privacy", Engagements::privacy);
    privacy = said == null ? privacy : said;
  }

  private List<InventoryEntry> senders(@Nullable YamlValue value) {
    return value != null && value.isList()
        ? value.items().stream().map(declarations::sender).toList()
        : List.of();
  }

  private void failLevel(@Nullable YamlValue value) {
    if (value == null) {
      return;
    }
    Severity stated = value.oneOfOr(Severity.class, "never");
    if (failLevel != null && (stated == null || stated.compareTo(failLevel) < 0)) {
      weaker("failLevel", failLevel.id(), stated == null ? "never" : stated.id());
    }
    failLevel = stated;
  }

  private void minCoverage(@Nullable YamlValue value) {
    if (value == null) {
      return;
    }
    int stated = value.integer(0, 100);
    if (stated < minCoverage) {
      weaker("minCoverage", Integer.toString(minCoverage), Integer.toString(stated));
    }
    minCoverage = stated;
  }

  /** Whether other weights are weaker depends on the tenant, so each is written down. */
  private void weights(@Nullable YamlValue value) {
    if (value == null) {
      return;
    }
    value.keys(Keys.WEIGHTS);
    for (Severity severity : Severity.values()) {
      YamlValue weight = value.get(severity.id());
      if (weight != null) {
        int was = weights.getOrDefault(severity, severity.weight());
        int stated = weight.integer(1, 1_000);
        if (stated != was) {
          weaker("weights." + severity.id(), Integer.toString(was), Integer.toString(stated));
        }
        weights.put(severity, stated);
      }
    }
  }

  private void weaker(String what, String from, String to) {
    weakenings.add(new Weakening(null, what, from, to, null));
  }

  Policy policy(String name, List<String> chain, String digest) {
    return new Policy(
        name,
        List.copyOf(chain),
        digest,
        failLevel,
        minCoverage,
        zone,
        choices.settings(),
        Collections.unmodifiableMap(weights),
        List.copyOf(waivers),
        List.copyOf(inventory),
        List.copyOf(attestations),
        List.copyOf(accounts),
        engagement == null ? Engagement.NONE : engagement,
        engagement != null,
        List.copyOf(responses),
        privacy,
        List.copyOf(weakenings));
  }
}
