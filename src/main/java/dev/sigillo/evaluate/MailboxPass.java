package dev.sigillo.evaluate;

import dev.sigillo.assessment.Reason;
import dev.sigillo.control.Scope;
import dev.sigillo.effective.Aspect;
import dev.sigillo.effective.Sender;
import dev.sigillo.effective.TenantState;
import dev.sigillo.evaluate.Bench.Judge;
import dev.sigillo.evaluate.EvidencePlan.Need;
import dev.sigillo.evaluate.SubjectLister.Membership;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxReader;
import dev.sigillo.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kie.api.KieBase;

/**
 * Streams the mailboxes through the rules in batches: a fresh session each, a bounded queue, one
 * worker per core. What comes out does not depend on the number of workers.
 */
final class MailboxPass {
  private static final int BATCH = 1_000;

  private final KieBase base;
  private final List<Judge> judges;
  private final Map<String, Judge> byControl = new HashMap<>();
  private final Map<String, List<Reason>> everything;
  private final Map<String, List<Reason>> onRecipients;
  private final EvidenceCheck check;
  private final MailboxEvidence evidence;
  private final Bench bench;
  private final Register register;
  private final TenantState state;
  private final List<Object> context = new ArrayList<>();
  private final List<Need> censusNeeds;
  private final SoundParts parts;

  MailboxPass(
      KieBase base,
      List<Judge> judges,
      Map<String, List<Reason>> everything,
      Map<String, List<Reason>> onRecipients,
      EvidenceCheck check,
      Bench bench,
      Register register,
      TenantState state,
      List<Need> censusNeeds) {
    this.base = base;
    this.judges = judges.stream().filter(j -> j.in(Scope.MAILBOX)).toList();
    this.everything = everything;
    this.onRecipients = onRecipients;
    this.check = check;
    this.evidence = check.mailboxes();
    this.bench = bench;
    this.register = register;
    this.state = state;
    this.censusNeeds = censusNeeds;
    this.judges.forEach(j -> byControl.put(j.control().id(), j));
    List<Need> needs = new ArrayList<>(censusNeeds);
    this.judges.forEach(j -> needs.addAll(SoundParts.of(j.plan())));
    parts = new SoundParts(needs);
    context.add(register);
    this.judges.forEach(j -> context.add(j.parameters()));
  }

  /** What a batch adds. */
  private record Batch(Map<String, Tally> tallies, Census census, int size) {}

  Census run(Snapshot snapshot, int workers, Progress progress) {
    Census census = new Census(censusNeeds);
    long total = check.entry(Dataset.MAILBOX).rows();
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    BlockingQueue<Future<Batch>> running = new ArrayBlockingQueue<>(workers + 1);
    long done = 0;
    try (MailboxReader mailboxes = MailboxReader.open(snapshot)) {
      List<Mailbox> batch = new ArrayList<>(BATCH);
      while (mailboxes.hasNext()) {
        batch.add(mailboxes.next());
        if (batch.size() == BATCH || !mailboxes.hasNext()) {
          List<Mailbox> full = batch;
          batch = new ArrayList<>(BATCH);
          if (running.remainingCapacity() == 0) {
            done += merge(running.remove(), census);
            progress.mailboxes(done, total);
          }
          running.add(pool.submit(() -> judge(full)));
        }
      }
      while (!running.isEmpty()) {
        done += merge(running.remove(), census);
        progress.mailboxes(done, total);
      }
      census.beyondTheList(mailboxes.strangers());
    } finally {
      pool.shutdownNow();
    }
    return census;
  }

  private int merge(Future<Batch> future, Census census) {
    Batch batch;
    try {
      batch = future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while judging mailboxes", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
    judges.forEach(
        judge -> {
          Tally part = batch.tallies().get(judge.control().id());
          if (part != null) {
            judge.tally().add(part);
          }
        });
    census.add(batch.census());
    return batch.size();
  }

  private Batch judge(List<Mailbox> mailboxes) {
    Census census = new Census(censusNeeds);
    List<Sender> senders = mailboxes.stream().map(state::sender).toList();
    List<Object> facts = new ArrayList<>(mailboxes);
    facts.addAll(senders);
    Map<String, Map<String, List<Findings.Raw>>> found =
        Bench.bySubject(Session.run(base, context, facts), byControl);
    Map<String, Tally> tallies = new HashMap<>();
    for (Judge judge : judges) {
      tallies.put(judge.control().id(), new Tally());
    }
    for (Sender sender : senders) {
      Mailbox mailbox = sender.mailbox();
      Set<Dataset> sound = parts.of(mailbox, evidence);
      census.count(mailbox, register, evidence, sound);
      for (Judge judge : judges) {
        judge(
            judge, sender, sound, found, tallies.getOrDefault(judge.control().id(), judge.tally()));
      }
    }
    return new Batch(tallies, census, mailboxes.size());
  }

  private void judge(
      Judge judge,
      Sender sender,
      Set<Dataset> sound,
      Map<String, Map<String, List<Findings.Raw>>> found,
      Tally tally) {
    String id = judge.control().id();
    Mailbox mailbox = sender.mailbox();
    Membership member = SubjectLister.member(judge.control().subjects(), mailbox);
    if (member == Membership.NO) {
      return;
    }
    if (!everything.getOrDefault(id, List.of()).isEmpty()) {
      tally.unknown();
      return;
    }
    List<Reason> unknown = evidence.of(judge.plan(), mailbox, sound);
    List<Reason> notKnown = onRecipients.getOrDefault(id, List.of());
    for (Aspect aspect : judge.plan().aspects()) {
      if (!notKnown.isEmpty() && sender.sendsOn(aspect)) {
        unknown.addAll(notKnown);
      }
      for (String detail : sender.unresolved(aspect)) {
        unknown.add(
            new Reason(Reason.Code.UNRESOLVED, aspect.id(), null, null, detail, 1, List.of()));
      }
    }
    bench.judge(
        judge.control(),
        mailbox,
        unknown,
        List.copyOf(found.getOrDefault(id, Map.of()).getOrDefault(mailbox.key(), List.of())),
        tally);
  }
}
