package dev.sigillo.evaluate;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentWriter;
import dev.sigillo.control.Catalogue;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Judges snapshots with a catalogue. Deterministic: the same snapshot, policy, catalogue and as-of
 * instant give the same bytes, whatever the number of workers, time zone or locale of the machine.
 */
public final class Evaluator {
  private final Catalogue catalogue;
  private final RuleBases bases;

  private Evaluator(Catalogue catalogue, RuleBases bases) {
    this.catalogue = catalogue;
    this.bases = bases;
  }

  /**
   * An evaluator for the bundled catalogue, or for it with the user's own controls beside it.
   *
   * @param bundled the catalogue inside the jar, whose rules the build compiled
   * @param all the same, or joined with the user's own, whose rules are compiled now
   * @throws RuleException if a rule cannot be used
   */
  public static Evaluator of(Catalogue bundled, Catalogue all) {
    all.controls().forEach(EvidencePlan::of);
    return new Evaluator(all, RuleBases.load(bundled, all));
  }

  /** An evaluator for part of a catalogue whose rules are compiled already. */
  static Evaluator alone(Catalogue part, RuleBases bases) {
    return new Evaluator(part, bases);
  }

  /**
   * Judges a snapshot and writes the assessment.
   *
   * @param request what to judge
   * @param file where {@code assessment.json} goes
   * @return the assessment without its findings
   */
  public Assessment evaluate(Request request, Path file) {
    try (Evaluation evaluation = new Evaluation(catalogue, bases, request)) {
      evaluation.run();
      Assessment assessment = new Assembler(catalogue, evaluation).assemble();
      try (FindingSpool.Merge findings = evaluation.spool().sorted()) {
        AssessmentWriter.write(file, assessment, control -> of(control.id(), findings));
      }
      return assessment;
    }
  }

  /** Judges a snapshot for its cases. */
  Evaluation judge(Request request) {
    Evaluation evaluation = new Evaluation(catalogue, bases, request);
    evaluation.run();
    return evaluation;
  }

  /** The findings of one control out of the ordered stream, those of controls left out skipped. */
  static Iterator<dev.sigillo.assessment.Finding> of(String control, FindingSpool.Merge all) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        FindingSpool.Entry next = all.peek();
        while (next != null && next.control().compareTo(control) < 0) {
          all.next();
          next = all.peek();
        }
        return next != null && next.control().equals(control);
      }

      @Override
      public dev.sigillo.assessment.Finding next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return all.next().finding();
      }
    };
  }
}
