package dev.sigillo.evaluate;

import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.control.Scope;
import dev.sigillo.effective.Sender;
import dev.sigillo.effective.TenantState;
import dev.sigillo.evaluate.Bench.Judge;
import dev.sigillo.policy.PolicyLoader;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxReader;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * CPU seconds that a million mailboxes take, by stage, once the machine is warm; the rules beside
 * the same checks in plain Java. {@code RulesCpu SNAPSHOT [ROUNDS]}, best with 20,000 mailboxes.
 */
public final class RulesCpu {
  private static final int BATCH = 1_000;
  private static final double MILLION = 1e6;

  private RulesCpu() {}

  public static void main(String[] args) {
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    Catalogue catalogue = CatalogueLoader.bundled();
    RuleBases bases = RuleBases.load(catalogue, catalogue);
    try (Snapshot snapshot = Snapshots.open(Path.of(args[0]));
        Evaluation evaluation =
            new Evaluation(
                catalogue,
                bases,
                new Request(
                    snapshot,
                    PolicyLoader.load("default", catalogue.controls()),
                    null,
                    1,
                    "bench",
                    Progress.NONE))) {
      List<Mailbox> mailboxes = read(snapshot);
      Rounds run = new Rounds(bases, evaluation, mailboxes);
      for (int i = 0; i < rounds; i++) {
        run.once();
      }
      run.print(rounds);
    }
  }

  private static List<Mailbox> read(Snapshot snapshot) {
    List<Mailbox> all = new ArrayList<>();
    try (MailboxReader reader = MailboxReader.open(snapshot)) {
      reader.forEachRemaining(all::add);
    }
    return all;
  }

  /** Runs every stage over all mailboxes, and keeps the least each took. */
  private static final class Rounds {
    private final RuleBases bases;
    private final List<Mailbox> mailboxes;
    private final List<Object> context = new ArrayList<>();
    private final Map<String, Judge> byControl = new HashMap<>();
    private final TenantState state;
    private final MailboxEvidence evidence;
    private final SoundParts parts;
    private final PlainRules plain;
    private final Map<String, Long> least = new TreeMap<>();
    private Map<String, Long> byRules = Map.of();
    private Map<String, Long> byHand = Map.of();

    Rounds(RuleBases bases, Evaluation evaluation, List<Mailbox> mailboxes) {
      this.bases = bases;
      this.mailboxes = mailboxes;
      evidence = evaluation.check().mailboxes();
      state = TenantState.of(evaluation.facts());
      context.add(evaluation.register());
      List<EvidencePlan.Need> needs = new ArrayList<>();
      for (Judge judge : evaluation.judges()) {
        if (judge.in(Scope.MAILBOX)) {
          context.add(judge.parameters());
          byControl.put(judge.control().id(), judge);
          needs.addAll(SoundParts.of(judge.plan()));
        }
      }
      parts = new SoundParts(needs);
      plain = new PlainRules(evaluation.register(), byControl);
    }

    void once() {
      Map<String, Long> spent = new TreeMap<>();
      byRules = new TreeMap<>();
      byHand = new TreeMap<>();
      for (int from = 0; from < mailboxes.size(); from += BATCH) {
        List<Mailbox> batch = mailboxes.subList(from, Math.min(from + BATCH, mailboxes.size()));
        long start = cpu();
        List<Sender> senders = batch.stream().map(state::sender).toList();
        start = spend(spent, "effective states", start);
        List<Object> facts = new ArrayList<>(batch);
        facts.addAll(senders);
        count(Session.run(bases.of(Scope.MAILBOX), context, facts), byRules);
        start = spend(spent, "rules in Drools", start);
        Findings found = new Findings();
        senders.forEach(sender -> plain.check(sender, found));
        count(found.drain(), byHand);
        start = spend(spent, "rules in plain Java", start);
        for (Mailbox mailbox : batch) {
          Set<Dataset> sound = parts.of(mailbox, evidence);
          byControl.values().forEach(judge -> evidence.of(judge.plan(), mailbox, sound));
        }
        spend(spent, "evidence", start);
      }
      if (!byRules.equals(byHand)) {
        throw new IllegalStateException("Drools finds " + byRules + ", plain Java " + byHand);
      }
      spent.forEach((stage, time) -> least.merge(stage, time, Math::min));
    }

    void print(int rounds) {
      System.out.println("findings " + byRules);
      least.forEach(
          (stage, nanos) ->
              System.out.printf(
                  "%-20s %6.2f s CPU per million mailboxes (least of %d)%n",
                  stage, nanos / 1e9 * MILLION / mailboxes.size(), rounds));
    }

    private static void count(List<Findings.Raw> found, Map<String, Long> counts) {
      found.forEach(raw -> counts.merge(raw.control() + " " + raw.code(), 1L, Long::sum));
    }

    private static long spend(Map<String, Long> spent, String stage, long start) {
      long now = cpu();
      spent.merge(stage, now - start, Long::sum);
      return cpu();
    }

    private static long cpu() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
  }
}
