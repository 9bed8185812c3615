package dev.sigillo.evaluate;

import dev.sigillo.assessment.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the subjects of one control. Adding up in any order gives the same sums. */
final class Tally {
  private static final int EXAMPLES = 5;

  private final Map<Key, Group> reasons = new TreeMap<>(Key.ORDER);
  private long good;
  private long bad;
  private long waived;
  private long unknown;
  private long findings;
  private boolean listIncomplete;

  private record Key(Reason.Code code, String dataset, String property, String status) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::code)
            .thenComparing(Key::dataset)
            .thenComparing(Key::property)
            .thenComparing(Key::status);

    static Key of(Reason reason) {
      return new Key(
          reason.code(), reason.dataset(), text(reason.property()), text(reason.status()));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  /** Subjects that share a reason: how many, and the first ones by key. */
  private static final class Group {
    private Reason reason;
    private long subjects;
    private final TreeMap<String, String> examples = new TreeMap<>();
    private String detailOf;

    Group(Reason reason, String key) {
      this.reason = reason;
      this.detailOf = key;
    }

    void add(Reason other, long count, String key, Map<String, String> names) {
      subjects += count;
      if (key.compareTo(detailOf) < 0) {
        reason = other;
        detailOf = key;
      }
      examples.putAll(names);
      while (examples.size() > EXAMPLES) {
        examples.pollLastEntry();
      }
    }
  }

  void good() {
    good++;
  }

  void bad(int count) {
    bad++;
    findings += count;
  }

  void waived(int count) {
    waived++;
    findings += count;
  }

  /** A subject that cannot be judged, for a reason that concerns every subject. */
  void unknown() {
    unknown++;
  }

  /** Subjects that are good, if anything is known at all. */
  void ordinary(long count, boolean known) {
    good += known ? count : 0;
    unknown += known ? 0 : count;
  }

  /** A subject that cannot be judged. */
  void unknown(String key, String name, List<Reason> why) {
    unknown++;
    for (Reason reason : why) {
      reasons
          .computeIfAbsent(Key.of(reason), k -> new Group(reason, key))
          .add(reason, 1, key, Map.of(key, name));
    }
  }

  /** A reason that concerns the control as a whole. */
  void because(Reason reason) {
    reasons.computeIfAbsent(Key.of(reason), k -> new Group(reason, ""));
  }

  /** There may be more subjects than were seen. */
  void incomplete(Reason why) {
    listIncomplete = true;
    because(why);
  }

  void add(Tally other) {
    good += other.good;
    bad += other.bad;
    waived += other.waived;
    unknown += other.unknown;
    findings += other.findings;
    listIncomplete |= other.listIncomplete;
    other.reasons.forEach(
        (key, group) ->
            reasons
                .computeIfAbsent(key, k -> new Group(group.reason, group.detailOf))
                .add(group.reason, group.subjects, group.detailOf, group.examples));
  }

  long goodCount() {
    return good;
  }

  long badCount() {
    return bad;
  }

  long waivedCount() {
    return waived;
  }

  long unknownCount() {
    return unknown;
  }

  long findingCount() {
    return findings;
  }

  boolean listIncomplete() {
    return listIncomplete;
  }

  List<Reason> reasons() {
    List<Reason> all = new ArrayList<>();
    for (Group group : reasons.values()) {
      Reason r = group.reason;
      all.add(
          new Reason(
              r.code(),
              r.dataset(),
              r.property(),
              r.status(),
              r.detail(),
              group.subjects,
              List.copyOf(group.examples.values())));
    }
    return all;
  }
}
