package dev.sigillo.effective;

import dev.sigillo.mailauth.spf.Directive;
import dev.sigillo.mailauth.spf.Mechanism;
import dev.sigillo.mailauth.spf.Modifier;
import dev.sigillo.mailauth.spf.Place;
import dev.sigillo.mailauth.spf.SpfAnalysis;
import dev.sigillo.mailauth.spf.SpfCode;
import dev.sigillo.mailauth.spf.SpfNode;
import dev.sigillo.mailauth.spf.SpfNode.Link;
import dev.sigillo.mailauth.spf.SpfNode.State;
import dev.sigillo.mailauth.spf.SpfRecord;
import dev.sigillo.mailauth.spf.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The tree of an SPF analysis, with the way to each place in it. */
final class SpfTree {
  private static final String WAY = " > ";

  private final SpfAnalysis analysis;
  private final List<SpfNode> chain = new ArrayList<>();
  private final Map<String, String> ways = new LinkedHashMap<>();

  SpfTree(SpfAnalysis analysis) {
    this.analysis = analysis;
    Optional<SpfNode> next = Optional.of(analysis.root());
    while (next.isPresent()) {
      SpfNode node = next.get();
      chain.add(node);
      next = node.children().stream().filter(child -> child.link() == Link.REDIRECT).findFirst();
    }
    walk(analysis.root(), "");
  }

  private void walk(SpfNode node, String way) {
    ways.putIfAbsent(node.domain(), way);
    for (SpfNode child : node.children()) {
      walk(child, way.isEmpty() ? child.place().term() : way + WAY + child.place().term());
    }
  }

  SpfAnalysis analysis() {
    return analysis;
  }

  /** The domain's own policy, and those that redirects lead to, the last one as far as known. */
  List<SpfNode> chain() {
    return chain;
  }

  SpfNode root() {
    return analysis.root();
  }

  SpfNode last() {
    return chain.get(chain.size() - 1);
  }

  /** Whether a policy is one that counts. */
  static boolean isSound(SpfNode node) {
    SpfRecord record = node.record();
    return node.state() == State.PRESENT && record != null && record.isValid();
  }

  /** The records of the chain that count. */
  List<SpfRecord> records() {
    return chain.stream()
        .filter(SpfTree::isSound)
        .flatMap(node -> Optional.ofNullable(node.record()).stream())
        .toList();
  }

  /** Whether a place is in the domain's own record, or in one it redirects to. */
  boolean isOwn(Place place) {
    return chain.stream().anyMatch(node -> node.domain().equals(place.domain()));
  }

  /** Terms with the includes that lead to them, such as {@code include:a.example > ptr}. */
  List<String> ways(Collection<Place> places) {
    return places.stream().map(this::way).distinct().toList();
  }

  private String way(Place place) {
    String way = ways.getOrDefault(place.domain(), "");
    return way.isEmpty() ? place.term() : way + WAY + place.term();
  }

  /** Terms whose policies satisfy a condition. */
  List<String> below(Predicate<SpfNode> condition) {
    List<Place> places = new ArrayList<>();
    gather(analysis.root(), condition, places);
    return ways(places);
  }

  private static void gather(SpfNode node, Predicate<SpfNode> condition, List<Place> places) {
    for (SpfNode child : node.children()) {
      if (condition.test(child)) {
        places.add(child.place());
      }
      gather(child, condition, places);
    }
  }

  /** Whether a policy was asked for and does not count. */
  static boolean isBroken(SpfNode node) {
    return node.state() == State.ABSENT || (node.state() == State.PRESENT && !isSound(node));
  }

  /** Whether a domain's policy is among those that may let somebody send. */
  boolean passes(Collection<String> domains) {
    return passes(analysis.root(), domains);
  }

  private static boolean passes(SpfNode node, Collection<String> domains) {
    return isSound(node)
        && node.children().stream()
            .filter(child -> "-~?".indexOf(child.place().term().charAt(0)) < 0)
            .anyMatch(
                child ->
                    domains.stream().anyMatch(child.domain()::equalsIgnoreCase)
                        || passes(child, domains));
  }

  /** What each term of the domain's own record costs, such as {@code include:a.example 3}. */
  List<String> costs() {
    List<String> costs = new ArrayList<>();
    SpfRecord record = analysis.root().record();
    for (Term term : record == null ? List.<Term>of() : record.terms()) {
      Optional<SpfNode> child = child(term);
      if (child.isPresent()) {
        costs.add(term + " " + (child.get().total().terms() + 1));
      } else if (term instanceof Directive directive && directive.mechanism().asksDns()) {
        costs.add(term + " 1");
      }
    }
    return costs;
  }

  private Optional<SpfNode> child(Term term) {
    boolean leads =
        term instanceof Modifier.Redirect
            || (term instanceof Directive directive
                && directive.mechanism() instanceof Mechanism.Include);
    return analysis.root().children().stream()
        .filter(child -> leads && child.place().position() == term.position())
        .findFirst();
  }

  /** Terms of the domain's own record that lead to nothing, as a record would write them. */
  List<String> harmful() {
    SpfRecord record = analysis.root().record();
    return record == null
        ? List.of()
        : record.terms().stream()
            .filter(
                term ->
                    child(term)
                        .filter(node -> isBroken(node) || node.state() == State.LOOP)
                        .isPresent())
            .map(Term::toString)
            .toList();
  }

  /** Terms whose question finds nothing. */
  List<String> voids() {
    List<Place> places =
        new ArrayList<>(
            analysis.problems().stream()
                .filter(problem -> problem.code() == SpfCode.VOID_LOOKUP)
                .map(p -> new Place(p.domain(), p.position(), p.term()))
                .toList());
    gather(analysis.root(), node -> node.state() == State.ABSENT, places);
    return ways(places);
  }
}
