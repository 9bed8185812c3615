package dev.sigillo.evaluate;

import dev.sigillo.assessment.Reason;
import dev.sigillo.evaluate.EvidencePlan.Need;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.Unanswered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over the mailboxes counts for controls that judge the tenant: bounded, whatever the
 * number of mailboxes.
 */
public final class Census {
  private static final int NAMES = 20;
  private static final String SMTP = "smtp:";
  private static final List<Dataset> PER_MAILBOX =
      Arrays.stream(Dataset.values()).filter(d -> d.keyed() == Dataset.Keyed.BY_MAILBOX).toList();

  private final Map<Need, Tally> needs = new LinkedHashMap<>();
  private final Map<Dataset, Long> answered = new EnumMap<>(Dataset.class);
  private final Map<Dataset, Long> noAnswer = new EnumMap<>(Dataset.class);
  private final TreeMap<String, String> undeclared = new TreeMap<>();
  private final Set<String> seen = new TreeSet<>();
  private @Nullable String beyond;
  private long mailboxes;
  private long undeclaredCount;

  Census(List<Need> needs) {
    needs.forEach(need -> this.needs.put(need, new Tally()));
  }

  /**
   * Takes a mailbox in.
   *
   * @param sound datasets of which the mailbox lacks nothing
   */
  void count(Mailbox mailbox, Register register, MailboxEvidence evidence, Set<Dataset> sound) {
    mailboxes++;
    for (Dataset dataset : PER_MAILBOX) {
      Unanswered why = mailbox.unanswered().get(dataset);
      if (why == null) {
        answered.merge(dataset, 1L, Long::sum);
      } else if (why.kind() == Unanswered.Kind.NO_ANSWER) {
        noAnswer.merge(dataset, 1L, Long::sum);
      }
    }
    needs.forEach(
        (need, tally) -> {
          Reason reason = sound.contains(need.dataset()) ? null : evidence.of(need, mailbox);
          if (reason != null) {
            tally.unknown(mailbox.key(), mailbox.subjectName(), List.of(reason));
          }
        });
    Setting<String> address = mailbox.settings().primarySmtpAddress();
    List<String> addresses = new ArrayList<>(address.list());
    for (String one : mailbox.settings().emailAddresses().list()) {
      if (one.regionMatches(true, 0, SMTP, 0, SMTP.length())) {
        addresses.add(one.substring(SMTP.length()));
      }
    }
    boolean declared = false;
    for (String one : addresses) {
      if (register.holdsMailbox(one)) {
        declared = true;
        seen.add(one.toLowerCase(Locale.ROOT));
      }
    }
    if (mailbox.cas().smtpClientAuthenticationDisabled().is(false) && !declared) {
      undeclaredCount++;
      keep(mailbox.key(), mailbox.subjectName());
    }
  }

  void add(Census other) {
    mailboxes += other.mailboxes;
    undeclaredCount += other.undeclaredCount;
    other.answered.forEach((dataset, count) -> answered.merge(dataset, count, Long::sum));
    other.noAnswer.forEach((dataset, count) -> noAnswer.merge(dataset, count, Long::sum));
    other.undeclared.forEach(this::keep);
    seen.addAll(other.seen);
    other.needs.forEach((need, tally) -> needs.merge(need, tally, Census::sum));
  }

  private void keep(String key, String name) {
    undeclared.put(key, name);
    while (undeclared.size() > NAMES) {
      undeclared.pollLastEntry();
    }
  }

  private static Tally sum(Tally one, Tally other) {
    one.add(other);
    return one;
  }

  /**
   * Takes note of mailboxes that other datasets of Exchange know and the list does not: it was cut
   * short. Accounts without a mailbox are none.
   */
  void beyondTheList(Map<Dataset, Long> strangers) {
    strangers.forEach(
        (dataset, count) -> {
          if (dataset.id().startsWith("exchange/")) {
            beyond = Note.KNOWN_ELSEWHERE.of(dataset.id(), count);
          }
        });
  }

  /** The note on another dataset that knows more mailboxes than the list; null when none does. */
  @Nullable String beyondTheList() {
    return beyond;
  }

  /** Mailboxes listed. */
  public long mailboxes() {
    return mailboxes;
  }

  /** Mailboxes with SMTP AUTH switched on that the inventory does not hold. */
  public long undeclaredSmtpAuth() {
    return undeclaredCount;
  }

  /** Names of the first of them, by key. */
  public List<String> undeclaredSmtpAuthNames() {
    return List.copyOf(undeclared.values());
  }

  /** Whether a mailbox has this address. Known of addresses in the inventory only. */
  public boolean seen(String address) {
    return seen.contains(address.strip().toLowerCase(Locale.ROOT));
  }

  long answered(Dataset dataset) {
    return answered.getOrDefault(dataset, 0L);
  }

  /** Mailboxes of which a dataset says nothing, because they did not answer or nobody asked. */
  long silent(Dataset dataset, Unanswered.Kind kind) {
    long asked = noAnswer.getOrDefault(dataset, 0L);
    return kind == Unanswered.Kind.NO_ANSWER ? asked : mailboxes - answered(dataset) - asked;
  }

  /** Why the mailboxes do not answer a need in full. */
  List<Reason> unknown(Need need) {
    Tally tally = needs.get(need);
    return tally == null ? List.of() : tally.reasons();
  }
}
