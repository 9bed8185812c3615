package dev.sigillo.evaluate;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.ResultsDigest;
import dev.sigillo.assessment.Score;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.Control;
import dev.sigillo.evaluate.Bench.Judge;
import dev.sigillo.policy.Policy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Puts an assessment together from what was judged. */
final class Assembler {
  private final Catalogue catalogue;
  private final Evaluation evaluation;
  private final Policy policy;
  private final Scoring scoring;

  Assembler(Catalogue catalogue, Evaluation evaluation) {
    this.catalogue = catalogue;
    this.evaluation = evaluation;
    this.policy = evaluation.request().policy();
    this.scoring = new Scoring(policy.weights());
  }

  Assessment assemble() {
    List<Judge> judges = evaluation.judges();
    List<Judged> judged = judges.stream().map(evaluation::judged).toList();
    Score score = scoring.score(judged);
    List<ControlResult> results = new ArrayList<>();
    List<Assessment.Deselected> deselected = new ArrayList<>();
    for (int i = 0; i < judges.size(); i++) {
      Control control = judges.get(i).control();
      if (judged.get(i).selected()) {
        results.add(result(judges.get(i), judged.get(i), judged));
      } else {
        String reason = policy.settings(control).reason();
        deselected.add(
            new Assessment.Deselected(
                control.id(),
                control.title(),
                control.severity(),
                reason == null ? "" : reason,
                judged.get(i).outcome()));
      }
    }
    return new Assessment(
        Assessment.SCHEMA_VERSION,
        evaluation.request().toolVersion(),
        false,
        evaluation.asOf(),
        evaluation.request().asOf() != null,
        new EvidenceRegister(evaluation).describe(),
        new Assessment.CatalogueInfo(
            catalogue.version(), catalogue.digest(), catalogue.controls().size(), List.of()),
        new PolicyRecord(evaluation, scoring).describe(),
        new PopulationCount(evaluation).lines(),
        DomainSection.of(evaluation),
        score,
        deselected,
        results,
        digest(results, score));
  }

  private ControlResult result(Judge judge, Judged judged, List<Judged> all) {
    Control control = judge.control();
    Tally tally = judge.tally();
    return new ControlResult(
        control.id(),
        control.area(),
        judged.severity(),
        control.severity(),
        control.scope(),
        control.subjects(),
        judged.outcome(),
        tally.goodCount(),
        tally.badCount(),
        tally.waivedCount(),
        tally.unknownCount(),
        tally.listIncomplete(),
        scoring.weight(judged.severity()),
        scoring.earnedText(judged),
        scoring.gain(judged, all).toPlainString(),
        tally.reasons(),
        judge.parameters().values(),
        control.title(),
        control.rationale(),
        control.effect(),
        control.remediation(),
        control.findings(),
        control.mappings(),
        control.codes(),
        control.references(),
        judged.declared(),
        tally.findingCount(),
        List.of());
  }

  private String digest(List<ControlResult> results, Score score) {
    ResultsDigest digest = new ResultsDigest();
    try (FindingSpool.Merge all = evaluation.spool().sorted()) {
      for (ControlResult result : results) {
        digest.control(result);
        Iterator<dev.sigillo.assessment.Finding> findings = Evaluator.of(result.id(), all);
        while (findings.hasNext()) {
          digest.finding(findings.next());
        }
      }
    }
    return digest.end(score);
  }
}
