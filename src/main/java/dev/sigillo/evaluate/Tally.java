package dev.sigillo.evaluate;

import dev.sigillo.assessment.Reason;
import dev.sigillo.snapshot.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the subjects of one control. Adding up in any order gives the same sums. */
final class Tally {
  private static final int EXAMPLES = 5;
  private static final int ANSWERS = 3;

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

  /** Subjects that share a reason, by what was said; the first of many answers are told apart. */
  private static final class Group {
    private final TreeMap<String, Part> parts = new TreeMap<>();
    private long subjects;
    private boolean more;

    void add(Reason reason, long count, Map<String, String> names) {
      subjects += count;
      parts.computeIfAbsent(Key.text(reason.detail()), k -> new Part(reason)).add(count, names);
      // Whatever the order, the answers kept are the first of all, so their counts are whole.
      while (parts.size() > ANSWERS) {
        parts.pollLastEntry();
        more = true;
      }
    }

    void add(Group other) {
      other.parts.values().forEach(part -> add(part.reason, part.subjects, part.examples));
      subjects += other.subjects - other.parts.values().stream().mapToLong(p -> p.subjects).sum();
      more |= other.more;
    }

    List<Reason> reasons() {
      List<Reason> all = new ArrayList<>();
      long rest = subjects;
      for (Part part : parts.values()) {
        all.add(part.reason(part.reason.detail()));
        rest -= part.subjects;
      }
      if (more) {
        Part others = new Part(parts.firstEntry().getValue().reason);
        others.add(rest, Map.of());
        all.add(others.reason(Note.OTHER_ANSWERS.of()));
      }
      return all;
    }
  }

  /** Subjects of which the same was said: how many, and the first ones by key. */
  private static final class Part {
    private final Reason reason;
    private final TreeMap<String, String> examples = new TreeMap<>();
    private long subjects;

    Part(Reason reason) {
      this.reason = reason;
    }

    void add(long count, Map<String, String> names) {
      subjects += count;
      examples.putAll(names);
      while (examples.size() > EXAMPLES) {
        examples.pollLastEntry();
      }
    }

    Reason reason(@Nullable String detail) {
      return new Reason(
          reason.code(),
          reason.dataset(),
          reason.property(),
          reason.status(),
          detail,
          subjects,
          List.copyOf(examples.values()));
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
      group(reason).add(reason, 1, Map.of(key, name));
    }
  }

  /** A reason that concerns the control as a whole. */
  void because(Reason reason) {
    group(reason).add(reason, 0, Map.of());
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
        (key, group) -> reasons.computeIfAbsent(key, k -> new Group()).add(group));
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
    return reasons.values().stream().flatMap(group -> group.reasons().stream()).toList();
  }

  private Group group(Reason reason) {
    return reasons.computeIfAbsent(Key.of(reason), k -> new Group());
  }
}
