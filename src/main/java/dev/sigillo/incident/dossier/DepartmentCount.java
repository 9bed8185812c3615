package dev.sigillo.incident.dossier;

import dev.sigillo.incident.dossier.DepartmentMail.Standing;
import dev.sigillo.kpi.DayCount;
import dev.sigillo.kpi.ForwardedMail;
import dev.sigillo.snapshot.MailboxSettings;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.User;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sums forwarded mail by department: the mailbox's account in the directory states it. Of mailboxes
 * and accounts, only what concerns forwarded mail is kept, which mailboxes are nobody's own, and
 * how many people a department has.
 */
final class DepartmentCount {
  /** Departments that are counted; a directory with more of them states something else there. */
  private static final int MOST = 50_000;

  private static final Set<String> ONES_OWN = Set.of("UserMailbox", "LinkedMailbox");

  private final List<ForwardedMail> forwarded;
  private final Set<String> wanted = new HashSet<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, String> departments = new HashMap<>();
  private final Map<String, Long> people = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  private record Group(Standing standing, String folded) {}

  private static final class Sum {
    private final TreeMap<LocalDate, Long> days = new TreeMap<>();
    private final String name;
    private long mailboxes;
    private long messages;

    Sum(String name) {
      this.name = name;
    }
  }

  DepartmentCount(List<ForwardedMail> forwarded) {
    this.forwarded = forwarded;
    forwarded.stream().filter(ForwardedMail::known).forEach(mail -> wanted.add(mail.address()));
  }

  /** Takes a mailbox in; mailboxes come before accounts. */
  void mailbox(String key, MailboxSettings mailbox) {
    mailbox.primarySmtpAddress().list().forEach(address -> address(key, address));
    mailbox.emailAddresses().list().forEach(address -> address(key, address));
    if (!mailbox.recipientTypeDetails().in(ONES_OWN)) {
      shared.add(folded(key));
    }
  }

  private void address(String key, String address) {
    String lower = folded(address);
    String plain = lower.startsWith("smtp:") ? lower.substring("smtp:".length()) : lower;
    if (wanted.contains(plain)) {
      keys.put(plain, folded(key));
      departments.putIfAbsent(folded(key), UNREAD);
    }
  }

  /** Stands for an account that says nothing of departments; no directory holds it. */
  private static final String UNREAD = "\0";

  /** Takes an account in. */
  void user(String key, User user) {
    Setting<String> said = user.department();
    if (!said.known()) {
      return;
    }
    String department = said.orElse("").strip();
    departments.computeIfPresent(folded(key), (k, before) -> department);
    String folded = folded(department);
    if (isPerson(key, user) && (people.size() < MOST || people.containsKey(folded))) {
      people.merge(folded, 1L, Long::sum);
    }
  }

  /** What is not known to be somebody's own account hides nobody among others. */
  private boolean isPerson(String key, User user) {
    return user.accountEnabled().is(true)
        && user.userType().known()
        && !user.userType().is("Guest")
        && !shared.contains(folded(key));
  }

  /** Departments with forwarded mail, most first. */
  List<DepartmentMail> sums() {
    Map<Group, Sum> sums = new HashMap<>();
    for (ForwardedMail mail : forwarded) {
      String key = keys.get(mail.address());
      String department = key == null ? UNREAD : departments.getOrDefault(key, UNREAD);
      Standing standing = standing(mail, department);
      boolean named = standing == Standing.NAMED;
      Sum sum =
          sums.computeIfAbsent(
              new Group(standing, named ? folded(department) : ""),
              group -> new Sum(named ? department : ""));
      sum.mailboxes++;
      sum.messages += mail.messages();
      for (DayCount day : mail.days()) {
        sum.days.merge(day.day(), day.messages(), Long::sum);
      }
    }
    List<DepartmentMail> all = new ArrayList<>();
    sums.forEach(
        (group, sum) ->
            all.add(
                new DepartmentMail(
                    group.standing(),
                    sum.name,
                    people.getOrDefault(group.folded(), 0L),
                    sum.mailboxes,
                    sum.messages,
                    sum.days)));
    return DepartmentMail.ranked(all);
  }

  private static Standing standing(ForwardedMail mail, String department) {
    if (!mail.known()) {
      return Standing.NO_MAILBOX;
    }
    return department.equals(UNREAD)
        ? Standing.NOT_READ
        : department.isEmpty() ? Standing.NOT_STATED : Standing.NAMED;
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
