package dev.sigillo.evaluate;

import dev.sigillo.assessment.Reason;
import dev.sigillo.control.Control;
import dev.sigillo.control.Scope;
import dev.sigillo.control.SubjectKind;
import dev.sigillo.effective.MailApp;
import dev.sigillo.effective.MailApps;
import dev.sigillo.evaluate.Bench.Judge;
import dev.sigillo.evaluate.EvidenceCheck.Unknowns;
import dev.sigillo.policy.Policy;
import dev.sigillo.policy.SubjectPattern;
import dev.sigillo.policy.WaiverState;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kie.api.KieBase;

/** Judges everything but mailboxes, all at once, when the pass over the mailboxes is done. */
final class TenantPass {
  private final Evaluation evaluation;
  private final Bench bench;
  private final Map<String, Unknowns> unknowns;
  private final Map<String, Judge> judges = new HashMap<>();
  private final List<DeclaredSender> senders;
  private final List<DeclaredWaiver> waivers;

  /** Given what is not known, by control. */
  TenantPass(Evaluation evaluation, Bench bench, Map<String, Unknowns> unknowns) {
    this.evaluation = evaluation;
    this.bench = bench;
    this.unknowns = unknowns;
    for (Judge judge : evaluation.judges()) {
      if (judge.in(Scope.TENANT)) {
        judges.put(judge.control().id(), judge);
      }
    }
    Policy policy = evaluation.request().policy();
    senders = policy.inventory().stream().map(DeclaredSender::new).toList();
    waivers =
        policy.waivers().stream()
            .map(
                waiver ->
                    new DeclaredWaiver(
                        waiver,
                        WaiverState.of(waiver, evaluation.tenant().today()),
                        SubjectPattern.of(waiver.subject()).matchesEverything()))
            .toList();
  }

  void run(KieBase rules) {
    // Rules see what DNS says of a domain, not the answers one by one.
    List<Fact> rows =
        evaluation.facts().facts().entrySet().stream()
            .filter(dataset -> dataset.getKey() != Dataset.DNS_ANSWER)
            .flatMap(dataset -> dataset.getValue().stream())
            .toList();
    Map<String, Map<String, List<Findings.Raw>>> found =
        Bench.bySubject(Session.run(rules, context(), rows), judges);
    judges.values().forEach(judge -> judge(judge, found));
  }

  private List<Object> context() {
    Register register = evaluation.register();
    List<Object> context =
        new ArrayList<>(List.of(evaluation.tenant(), register, evaluation.state()));
    judges.values().forEach(judge -> context.add(judge.parameters()));
    context.addAll(senders);
    context.addAll(waivers);
    context.addAll(evaluation.declarations().inForce());
    context.add(evaluation.census());
    List<MailApp> apps = MailApps.of(evaluation.facts());
    context.addAll(apps);
    context.addAll(MailApps.clients(evaluation.facts()));
    context.add(UndeclaredSenders.of(register, evaluation.census(), apps, evaluation.facts()));
    context.addAll(evaluation.domains().all());
    context.addAll(evaluation.domains().senders());
    context.addAll(evaluation.traffic().facts());
    return context;
  }

  private void judge(Judge judge, Map<String, Map<String, List<Findings.Raw>>> found) {
    Control control = judge.control();
    List<Reason> all = evaluation.everything(control);
    judge
        .tally()
        .ordinary(SubjectLister.ordinary(control.subjects(), evaluation.facts()), all.isEmpty());
    Map<String, List<Reason>> some = Objects.requireNonNull(unknowns.get(control.id())).bySubject();
    Map<String, List<Findings.Raw>> findings = found.getOrDefault(control.id(), Map.of());
    for (Subject subject :
        SubjectLister.list(
            control.subjects(),
            evaluation.tenant(),
            evaluation.facts(),
            listed(control.subjects()))) {
      if (!all.isEmpty()) {
        judge.tally().unknown();
        continue;
      }
      bench.judge(
          control,
          subject,
          some.getOrDefault(subject.subjectKey(), List.of()),
          List.copyOf(findings.getOrDefault(subject.subjectKey(), List.of())),
          judge.tally());
    }
  }

  private List<? extends Subject> listed(SubjectKind kind) {
    if (Traffic.lists(kind)) {
      return evaluation.traffic().subjects(kind);
    }
    return kind == SubjectKind.WAIVERS ? waivers : senders;
  }
}
