package dev.sigillo.collect.exchange;

import dev.sigillo.collect.exchange.MailboxSweep.Chosen;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.KeySet;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Of which mailboxes hidden inbox rules are read where there is no time for all: first those that
 * call for it (the owner administers, a rule was made lately, or the rules that Graph shows give
 * reason), however many they are; then as many others as the budget allows: those of which Graph
 * did not answer, those with rules that move or delete mail, and the rest, each in the order of
 * their keys. GUIDs stand in no order, so the others are a sample, and the same one at every
 * collection. A tenant no larger than the budget is read in full.
 */
final class HiddenRules implements MailboxSweep.Choice {
  private final int budget;
  private final Administrators administrators;

  /**
   * A choice.
   *
   * @param budget how many mailboxes besides those that call for it
   */
  HiddenRules(int budget, Administrators administrators) {
    this.budget = budget;
    this.administrators = administrators;
  }

  @Override
  public Set<Dataset> needs() {
    return Set.of(
        Dataset.MAILBOX,
        Dataset.MESSAGE_RULE,
        Dataset.ROLE_ASSIGNMENT,
        Dataset.USER_REGISTRATION,
        Dataset.ACCEPTED_DOMAIN,
        Dataset.AUDIT_EVENT);
  }

  @Override
  public Chosen among(Collected earlier, Answers answers) throws InterruptedException {
    if (earlier.count(Dataset.MAILBOX) <= budget) {
      return Chosen.ALL;
    }
    KeySet calling = new KeySet();
    boolean groupsKnown = administrators.into(calling, earlier, answers);
    RuleChanges.into(calling, earlier);
    Set<String> some = known(earlier, calling);
    Others rest = new Others(calling, budget - some.size());
    long[] count = new long[2];
    earlier.rows(
        Dataset.MAILBOX,
        (number, key, row) -> {
          count[0]++;
          if (key != null && calling.contains(key)) {
            count[1]++;
          } else if (key != null && !some.contains(key)) {
            rest.add(key);
          }
        });
    some.addAll(rest.keys);
    long all = count[1] + some.size();
    return new Chosen(
        List.of(calling::contains, some::contains),
        all,
        all == count[0] ? null : note(earlier, groupsKnown, some.size(), all, count[0]));
  }

  /**
   * Of whom Graph says something, or should have; those who call for it are added to the others.
   */
  private Set<String> known(Collected earlier, KeySet calling) throws InterruptedException {
    Others silent = new Others(calling, budget);
    Others filing = new Others(calling, budget);
    VisibleRules rules = VisibleRules.of(earlier, calling::add, filing::add);
    earlier.rows(Dataset.MESSAGE_RULE, rules, silent::add);
    rules.end();
    if (brokeOff(earlier)) {
      KeySet reached = earlier.keys(Dataset.MESSAGE_RULE);
      earlier.rows(
          Dataset.MAILBOX,
          (number, key, row) -> {
            if (key != null && !reached.contains(key)) {
              silent.add(key);
            }
          });
    }
    Set<String> keys = new HashSet<>(silent.keys);
    filing.keys.stream().limit(budget - keys.size()).forEach(keys::add);
    return keys;
  }

  /** Whether Graph stopped answering, so that some mailboxes were not asked about. */
  private static boolean brokeOff(Collected earlier) {
    return earlier.status(Dataset.MESSAGE_RULE) == Status.COMPLETE
        && earlier.reason(Dataset.MESSAGE_RULE) != null;
  }

  /** Says of how many, and what could not be looked at to find those that call for it. */
  private static String note(
      Collected earlier, boolean groupsKnown, long others, long asked, long all) {
    List<String> blind = new ArrayList<>();
    for (Dataset dataset :
        List.of(
            Dataset.MESSAGE_RULE,
            Dataset.ROLE_ASSIGNMENT,
            Dataset.USER_REGISTRATION,
            Dataset.AUDIT_EVENT)) {
      Status status = earlier.status(dataset);
      boolean unasked = dataset == Dataset.AUDIT_EVENT && status == Status.SKIPPED;
      boolean partly = dataset == Dataset.MESSAGE_RULE && brokeOff(earlier);
      if ((status != Status.COMPLETE && !unasked) || partly) {
        blind.add(dataset.id());
      }
    }
    if (!groupsKnown) {
      blind.add("graph/groups");
    }
    return blind.isEmpty()
        ? Note.SOME_MAILBOXES.of(others, asked, all)
        : Note.SOME_MAILBOXES_BLINDLY.of(others, asked, all, String.join(", ", blind));
  }

  /** The smallest keys that do not call for it, up to a number. */
  private static final class Others {
    private final KeySet calling;
    private final int most;
    private final TreeSet<String> keys = new TreeSet<>();

    Others(KeySet calling, int most) {
      this.calling = calling;
      this.most = most;
    }

    void add(String key) {
      if (keys.size() == most && (most == 0 || keys.last().compareTo(key) <= 0)) {
        return;
      }
      if (!calling.contains(key) && keys.add(key) && keys.size() > most) {
        keys.pollLast();
      }
    }
  }
}
