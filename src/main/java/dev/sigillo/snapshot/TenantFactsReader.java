package dev.sigillo.snapshot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the tenant-wide facts of a snapshot into memory. Of the one dataset that has a row for each
 * account, rows that say in full that all is as it should be are counted and not kept.
 */
public final class TenantFactsReader {
  private TenantFactsReader() {}

  /** Reads all datasets that are not kept per mailbox, but for those of mail traffic. */
  public static TenantFacts read(Snapshot snapshot) {
    Map<Dataset, List<Fact>> facts = new EnumMap<>(Dataset.class);
    Map<Dataset, Long> ordinary = new EnumMap<>(Dataset.class);
    for (Dataset dataset : Dataset.values()) {
      if (dataset.keyed() == Dataset.Keyed.NO && !dataset.isTraffic()) {
        facts.put(dataset, rows(snapshot, dataset, ordinary));
      }
    }
    Map<String, List<GroupMember>> groups = new HashMap<>();
    Map<String, String> unanswered = new HashMap<>();
    try (KeyedPart part = new KeyedPart(snapshot, Dataset.GROUP_MEMBER)) {
      for (String group = part.key(); group != null; group = part.key()) {
        String address = group.toLowerCase(Locale.ROOT);
        List<GroupMember> members = new ArrayList<>();
        for (Line line : part.take(group)) {
          if (line.error() != null) {
            unanswered.putIfAbsent(address, line.error());
          } else if (line.row() != null) {
            RowRef ref = RowRef.of(Dataset.GROUP_MEMBER.id(), line.number(), line.row());
            members.add(RowReader.read(GroupMember.class, ref, line.row()));
          }
        }
        groups.put(address, List.copyOf(members));
      }
    }
    unanswered.keySet().forEach(groups::remove);
    return new TenantFacts(facts, ordinary, groups, unanswered);
  }

  private static List<Fact> rows(Snapshot snapshot, Dataset dataset, Map<Dataset, Long> ordinary) {
    List<Fact> rows = new ArrayList<>();
    try (Snapshot.Lines lines = snapshot.lines(dataset.id())) {
      while (lines.hasNext()) {
        Line line = lines.next();
        if (line.row() != null) {
          RowRef ref = RowRef.of(dataset.id(), line.number(), line.row());
          Fact fact = RowReader.read(dataset.type(), ref, line.row());
          if (fact instanceof MailboxAuditBypass account && account.ordinary()) {
            ordinary.merge(dataset, 1L, Long::sum);
          } else {
            rows.add(fact);
          }
        }
      }
    }
    return List.copyOf(rows);
  }
}
