package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.spf.SpfNode.Lookups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an analysis has noticed so far, in the order in which terms are tried. */
final class Notes {
  /** Problems that are kept, at most. */
  private static final int PROBLEMS = 1_000;

  private final List<SpfProblem> problems = new ArrayList<>();
  private final Map<Question, Unanswered> unanswered = new LinkedHashMap<>();
  private Lookups spent = Lookups.NONE;
  private boolean limited;

  List<SpfProblem> problems() {
    return problems;
  }

  List<SpfProblem> problemsOf(String domain) {
    return problems.stream().filter(problem -> problem.domain().equals(domain)).toList();
  }

  List<Unanswered> unanswered() {
    return List.copyOf(unanswered.values());
  }

  void report(SpfProblem problem) {
    if (problems.size() < PROBLEMS) {
      problems.add(problem);
    } else {
      limit(Place.of(problem.domain()));
    }
  }

  void report(SpfCode code, Place place, String detail) {
    report(SpfProblem.at(code, place, detail));
  }

  /** Something is left out, here first. */
  void limit(Place place) {
    if (!limited) {
      problems.add(SpfProblem.at(SpfCode.ANALYSIS_LIMIT, place, ""));
      limited = true;
    }
  }

  /** Something depends on a question without an answer. */
  void unknown(Question question, Answer answer, Place place) {
    if (answer instanceof Answer.Failed failed) {
      unanswered.putIfAbsent(
          question, new Unanswered(question, failed.failure(), failed.detail(), place));
      report(SpfCode.DNS_FAILURE, place, Match.unansweredDetail(question, answer));
    }
  }

  /** Counts what a check that matches nothing spends, and notices where it runs into a limit. */
  void spend(Lookups lookups, Place place) {
    Lookups before = spent;
    spent = spent.plus(lookups);
    if (before.terms() <= CheckHost.LOOKUPS && spent.terms() > CheckHost.LOOKUPS) {
      report(SpfCode.LOOKUP_LIMIT, place, "");
    }
    if (before.voids() <= CheckHost.VOID_LOOKUPS && spent.voids() > CheckHost.VOID_LOOKUPS) {
      report(SpfCode.VOID_LOOKUP_LIMIT, place, "");
    }
  }
}
