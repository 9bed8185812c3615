package dev.sigillo.snapshot;

import java.util.List;
import java.util.Map;

/**
 * The tenant-wide facts of a snapshot, in memory.
 *
 * @param facts rows per dataset, in file order; none for a dataset that is not there
 * @param ordinary per dataset, how many rows more there were that are only counted
 * @param groups members per group address (lower case), for the groups that were asked
 * @param unansweredGroups per group address, why its members are not known
 */
public record TenantFacts(
    Map<Dataset, List<Fact>> facts,
    Map<Dataset, Long> ordinary,
    Map<String, List<GroupMember>> groups,
    Map<String, String> unansweredGroups) {

  public TenantFacts {
    facts = Map.copyOf(facts);
    ordinary = Map.copyOf(ordinary);
    groups = Map.copyOf(groups);
    unansweredGroups = Map.copyOf(unansweredGroups);
  }

  /** All facts of a type, in file order. */
  public <T extends Fact> List<T> all(Class<T> type) {
    return facts.entrySet().stream()
        .filter(dataset -> type.isAssignableFrom(dataset.getKey().type()))
        .flatMap(dataset -> dataset.getValue().stream())
        .map(type::cast)
        .toList();
  }
}
