package dev.sigillo.incident.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mail that was sent on to the outside through the mailboxes of a department.
 *
 * @param standing whether a department is known
 * @param name as the directory has it; empty unless it is known
 * @param people enabled accounts of the department in the directory, without guests and without
 *     those of shared mailboxes, rooms and equipment
 * @param mailboxes that mail went through, or targets where the mailbox is not known
 * @param messages how many
 * @param days messages by day, UTC
 */
public record DepartmentMail(
    Standing standing,
    String name,
    long people,
    long mailboxes,
    long messages,
    Map<LocalDate, Long> days) {
  /** A department of fewer people would tell who they are. */
  private static final int SMALL = 5;

  private static final Comparator<DepartmentMail> MOST =
      Comparator.comparing(DepartmentMail::messages)
          .reversed()
          .thenComparing(DepartmentMail::standing)
          .thenComparing(DepartmentMail::name);

  /** What is known of a department. */
  public enum Standing {
    NAMED,
    /** The directory states none. */
    NOT_STATED,
    /** Departments of few people, taken together. */
    SMALL,
    /** The directory was not read, or not asked for departments. */
    NOT_READ,
    /** The trace does not show through which mailbox the mail went. */
    NO_MAILBOX
  }

  public DepartmentMail {
    days = Map.copyOf(days);
  }

  /** Messages of the fullest day. */
  public long peak() {
    return days.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** Most mail first. */
  static List<DepartmentMail> ranked(List<DepartmentMail> all) {
    return all.stream().sorted(MOST).toList();
  }

  /** The same for a reader who is not to learn who is who: small departments are one, unnamed. */
  public static List<DepartmentMail> withoutSmall(List<DepartmentMail> all) {
    List<DepartmentMail> kept = new ArrayList<>();
    Map<LocalDate, Long> days = new TreeMap<>();
    long people = 0;
    long mailboxes = 0;
    long messages = 0;
    for (DepartmentMail one : all) {
      if (one.standing() != Standing.NAMED || one.people() >= SMALL) {
        kept.add(one);
        continue;
      }
      people += one.people();
      mailboxes += one.mailboxes();
      messages += one.messages();
      one.days().forEach((day, count) -> days.merge(day, count, Long::sum));
    }
    if (mailboxes > 0) {
      kept.add(new DepartmentMail(Standing.SMALL, "", people, mailboxes, messages, days));
    }
    return ranked(kept);
  }
}
