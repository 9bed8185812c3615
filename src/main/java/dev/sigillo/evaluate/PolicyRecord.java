package dev.sigillo.evaluate;

import dev.sigillo.assessment.Assessment.AttestationUse;
import dev.sigillo.assessment.Assessment.InventoryUse;
import dev.sigillo.assessment.Assessment.InventoryUse.Seen;
import dev.sigillo.assessment.Assessment.PolicyInfo;
import dev.sigillo.assessment.Assessment.WaiverUse;
import dev.sigillo.assessment.Assessment.Weakening;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.policy.Attestation;
import dev.sigillo.policy.InventoryEntry;
import dev.sigillo.policy.Policy;
import dev.sigillo.policy.SubjectPattern;
import dev.sigillo.policy.Waiver;
import dev.sigillo.policy.WaiverState;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.OutboundConnector;
import dev.sigillo.snapshot.ServicePrincipal;
import dev.sigillo.snapshot.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The policy as the assessment records it: what was declared, and what became of it. */
final class PolicyRecord {
  private final Evaluation evaluation;
  private final Policy policy;
  private final Scoring scoring;
  private final LocalDate today;

  PolicyRecord(Evaluation evaluation, Scoring scoring) {
    this.evaluation = evaluation;
    this.policy = evaluation.request().policy();
    this.scoring = scoring;
    this.today = evaluation.tenant().today();
  }

  PolicyInfo describe() {
    return new PolicyInfo(
        policy.name(),
        policy.chain(),
        policy.digest(),
        policy.failLevel(),
        policy.minCoverage(),
        policy.timeZone().getId(),
        policy.engagement(),
        policy.engagementStated(),
        policy.responses(),
        policy.privacy(),
        policy.weakenings().stream()
            .map(w -> new Weakening(w.control(), w.what(), w.from(), w.to(), w.reason()))
            .toList(),
        waivers(),
        policy.attestations().stream().map(this::attestation).toList(),
        policy.inventory().stream().map(this::inventory).toList());
  }

  private List<WaiverUse> waivers() {
    List<WaiverUse> all = new ArrayList<>();
    for (int i = 0; i < policy.waivers().size(); i++) {
      Waiver waiver = policy.waivers().get(i);
      all.add(
          new WaiverUse(
              waiver,
              WaiverUse.State.valueOf(WaiverState.of(waiver, today).name()),
              evaluation.waivers().findings(i),
              evaluation.waivers().subjects(i),
              SubjectPattern.of(waiver.subject()).matchesEverything(),
              ChronoUnit.DAYS.between(today, waiver.expires())));
    }
    return all;
  }

  private AttestationUse attestation(Attestation attestation) {
    String points =
        evaluation.judges().stream()
            .filter(judge -> judge.control().id().equals(attestation.control()))
            .map(evaluation::judged)
            .filter(Judged::selected)
            .filter(j -> j.outcome() == Outcome.PASS || j.outcome() == Outcome.ACCEPTED)
            .map(scoring::earnedText)
            .findFirst()
            .orElse("0");
    return new AttestationUse(
        attestation,
        !attestation.on().isAfter(today) && !attestation.validUntil().isBefore(today),
        ChronoUnit.DAYS.between(today, attestation.validUntil()),
        points);
  }

  /** Whether the tenant shows a declared sender, by mailbox, application or connector. */
  private InventoryUse inventory(InventoryEntry entry) {
    if (entry.mailbox() != null) {
      return use(entry, Dataset.MAILBOX, evaluation.census().seen(entry.mailbox()));
    }
    if (entry.appId() != null) {
      return use(
          entry,
          Dataset.SERVICE_PRINCIPAL,
          evaluation.facts().all(ServicePrincipal.class).stream()
              .anyMatch(app -> app.appId().is(entry.appId())));
    }
    if (entry.connector() != null) {
      return use(
          entry,
          Dataset.OUTBOUND_CONNECTOR,
          evaluation.facts().all(OutboundConnector.class).stream()
              .anyMatch(connector -> connector.name().is(entry.connector())));
    }
    return new InventoryUse(entry, Seen.UNKNOWN, null);
  }

  private InventoryUse use(InventoryEntry entry, Dataset dataset, boolean seen) {
    if (seen) {
      return new InventoryUse(entry, Seen.SEEN, dataset.id());
    }
    boolean read = evaluation.check().entry(dataset).status() == Status.COMPLETE;
    return new InventoryUse(entry, read ? Seen.NOT_SEEN : Seen.UNKNOWN, dataset.id());
  }
}
