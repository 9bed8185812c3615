package dev.sigillo.evaluate;

import dev.sigillo.assessment.DomainResult.NodeState;
import dev.sigillo.assessment.DomainResult.Problem;
import dev.sigillo.assessment.DomainResult.Spf;
import dev.sigillo.assessment.DomainResult.State;
import dev.sigillo.effective.Aspect;
import dev.sigillo.effective.DomainMail;
import dev.sigillo.effective.DomainSpf;
import dev.sigillo.mailauth.spf.Directive;
import dev.sigillo.mailauth.spf.Mechanism;
import dev.sigillo.mailauth.spf.SpfAnalysis;
import dev.sigillo.mailauth.spf.SpfNode;
import dev.sigillo.mailauth.spf.SpfProblem;
import dev.sigillo.mailauth.spf.SpfRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what SPF says of a domain, as a tree. */
final class SpfSection {
  private static final int MOST = 50;
  private static final int LONGEST = 1_000;

  private SpfSection() {}

  static Spf of(DomainMail domain) {
    DomainSpf spf = domain.spf();
    SpfAnalysis analysis = spf.analysis();
    SpfNode root = analysis.root();
    boolean ended = domain.unresolved(Aspect.SPF_ALL).isEmpty();
    return new Spf(
        state(spf, root),
        root.records().stream().map(SpfSection::cut).toList(),
        spf.isValid() && analysis.isTreeKnown() ? (Integer) analysis.lookups() : null,
        spf.isValid() && analysis.isKnown() ? (Integer) analysis.voidLookups() : null,
        spf.isValid() && ended ? spf.end() : null,
        spf.isValid() ? node(root, "") : null,
        analysis.problems().stream().limit(MOST).map(SpfSection::problem).toList(),
        DomainSection.unresolved(domain, Aspect.SPF),
        recommended(domain));
  }

  private static State state(DomainSpf spf, SpfNode root) {
    return switch (root.state()) {
      case PRESENT -> spf.isValid() ? State.PRESENT : State.INVALID;
      case ABSENT -> State.ABSENT;
      default -> State.UNKNOWN;
    };
  }

  /** Nothing can be derived while the domain's own record is not known. */
  private static @Nullable String recommended(DomainMail domain) {
    return domain.unresolved(Aspect.SPF_ALL).isEmpty() && domain.isCustom()
        ? domain.spf().better(domain.isParked()).orElse(null)
        : null;
  }

  private static dev.sigillo.assessment.DomainResult.SpfNode node(SpfNode node, String term) {
    SpfRecord record = node.record();
    return new dev.sigillo.assessment.DomainResult.SpfNode(
        term,
        node.domain(),
        nodeState(node),
        node.records().isEmpty() ? "" : cut(node.records().get(0)),
        node.total().terms(),
        node.total().voids(),
        record == null ? List.of() : terms(record),
        node.children().stream().map(child -> node(child, child.place().term())).toList());
  }

  private static NodeState nodeState(SpfNode node) {
    SpfRecord record = node.record();
    return switch (node.state()) {
      case PRESENT -> record != null && record.isValid() ? NodeState.PRESENT : NodeState.INVALID;
      case ABSENT -> NodeState.ABSENT;
      case LOOP -> NodeState.LOOP;
      case REPEATED -> NodeState.REPEATED;
      case VARIABLE -> NodeState.VARIABLE;
      case UNKNOWN, NOT_FOLLOWED -> NodeState.UNKNOWN;
    };
  }

  /** Terms that ask DNS, the includes aside, which are nodes of their own. */
  private static List<String> terms(SpfRecord record) {
    return record.directives().stream()
        .filter(term -> term.mechanism().asksDns())
        .filter(term -> !(term.mechanism() instanceof Mechanism.Include))
        .map(Directive::toString)
        .map(SpfSection::cut)
        .toList();
  }

  private static Problem problem(SpfProblem problem) {
    String where =
        problem.term().isEmpty() ? problem.domain() : problem.domain() + " " + problem.term();
    return new Problem(problem.code().name(), where, problem.detail());
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
