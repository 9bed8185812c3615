package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.Txt;
import dev.sigillo.mailauth.spf.SpfNode.Link;
import dev.sigillo.mailauth.spf.SpfNode.Lookups;
import dev.sigillo.mailauth.spf.SpfNode.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes through a policy and those it names, each once; see {@link SpfAnalysis}. */
final class PolicyWalk {
  /** Questions that are put, at most. */
  static final int QUESTIONS = 1_000;

  /** Terms that are followed, at most: a check fails at the eleventh. */
  static final int TERMS = 200;

  /** Ranges that are counted, at most. */
  static final int PREFIXES = 10_000;

  private final AskedOnce dns;
  private final String root;
  private final Notes notes = new Notes();
  private final Targets targets;
  private final Map<String, Policy> known = new HashMap<>();
  private final Set<String> above = new HashSet<>();
  private int terms;
  private int prefixes;

  PolicyWalk(Dns dns, String root) {
    this.dns = new AskedOnce(dns, QUESTIONS);
    this.root = root;
    this.targets = new Targets(this.dns, root);
  }

  /**
   * One look at a policy.
   *
   * @param node how it is shown
   * @param policy what it comes to
   * @param isVoid whether the question for its record found nothing
   */
  record Visit(SpfNode node, Policy policy, boolean isVoid) {}

  SpfAnalysis analyse() {
    Visit visit = visit(Link.ROOT, Place.of(root), root);
    Presence state =
        switch (visit.node().state()) {
          case PRESENT -> Presence.PRESENT;
          case ABSENT -> Presence.ABSENT;
          default -> Presence.UNKNOWN;
        };
    return new SpfAnalysis(
        root,
        state,
        visit.node(),
        visit.policy().all,
        visit.policy().authorised(),
        notes.problems(),
        notes.unanswered());
  }

  /**
   * Looks at the policy of a domain.
   *
   * @param place the term that names it
   * @param domain as octets
   */
  Visit visit(Link link, Place place, String domain) {
    String name = Question.normal(DomainName.presentation(domain));
    if (above.contains(name)) {
      notes.report(
          link == Link.REDIRECT ? SpfCode.REDIRECT_LOOP : SpfCode.INCLUDE_LOOP, place, name);
      return leaf(link, place, name, State.LOOP);
    }
    Policy before = known.get(name);
    if (before != null) {
      notes.spend(before.total, place);
      return new Visit(
          node(link, place, name, State.REPEATED, Lookups.NONE, before.total), before, false);
    }
    if (!DomainName.canBeAsked(domain)) {
      return absent(link, place, name, false);
    }
    Published published = Published.at(dns, domain);
    if (published.answer().isUnknown()) {
      return unanswered(link, place, name, published);
    }
    if (published.count() == 0) {
      return absent(link, place, name, published.answer().isVoid());
    }
    above.add(name);
    Visit visit = present(link, place, domain, published);
    above.remove(name);
    known.put(name, visit.policy());
    return visit;
  }

  /** A policy that cannot be named beforehand. */
  Visit variable(Link link, Place place, MacroString target) {
    notes.report(SpfCode.VARIABLE_TARGET, place, "");
    Visit visit = leaf(link, place, target.toString(), State.VARIABLE);
    visit.policy().variable.add(place);
    return visit;
  }

  /** Whether one more term may be followed. */
  boolean follows(Place place) {
    if (terms == TERMS) {
      notes.limit(place);
      return false;
    }
    terms++;
    return true;
  }

  /** Whether one more range may be counted. */
  boolean takesPrefix(Place place) {
    if (prefixes == PREFIXES) {
      notes.limit(place);
      return false;
    }
    prefixes++;
    return true;
  }

  /** Something depends on a question without an answer, or on one that was one too many. */
  void unknown(Targets.Asked asked, Place place) {
    if (dns.isExhausted()) {
      notes.limit(place);
    } else {
      notes.unknown(asked.question(), asked.answer(), place);
    }
  }

  private Visit unanswered(Link link, Place place, String name, Published published) {
    unknown(new Targets.Asked(Published.question(name), published.answer()), place);
    return leaf(link, place, name, dns.isExhausted() ? State.NOT_FOLLOWED : State.UNKNOWN);
  }

  private Visit absent(Link link, Place place, String name, boolean isVoid) {
    if (link != Link.ROOT) {
      SpfCode code =
          link == Link.REDIRECT ? SpfCode.REDIRECT_WITHOUT_RECORD : SpfCode.INCLUDE_WITHOUT_RECORD;
      notes.report(code, place, name);
    }
    SpfNode node = node(link, place, name, State.ABSENT, Lookups.NONE, Lookups.NONE);
    return new Visit(node, new Policy(name), isVoid);
  }

  private Visit present(Link link, Place place, String domain, Published published) {
    String name = Question.normal(DomainName.presentation(domain));
    List<String> texts = published.records().stream().map(Txt::text).toList();
    if (published.count() > 1) {
      String count = Integer.toString(published.count());
      notes.report(SpfCode.MULTIPLE_RECORDS, Place.of(name), count);
      SpfNode node =
          new SpfNode(
              link,
              place,
              name,
              State.PRESENT,
              texts,
              published.count(),
              null,
              null,
              Lookups.NONE,
              Lookups.NONE,
              List.of(),
              notes.problemsOf(name));
      return new Visit(node, new Policy(name), false);
    }
    SpfRecord record = SpfRecord.parse(texts.get(0));
    record.errors().forEach(error -> notes.report(SpfProblem.of(error, name)));
    RecordSize size = RecordSize.of(name, published.records().get(0), published.answer().found());
    reportSize(size, Place.of(name));
    RecordWalk walk = new RecordWalk(this, targets, notes, record, domain);
    walk.go(link);
    SpfNode node =
        new SpfNode(
            link,
            place,
            name,
            State.PRESENT,
            List.of(record.text()),
            1,
            record,
            size,
            walk.own(),
            walk.policy().total,
            walk.children(),
            notes.problemsOf(name));
    return new Visit(node, walk.policy(), false);
  }

  private void reportSize(RecordSize size, Place place) {
    int longest = size.strings().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (longest > RecordSize.LONGEST_STRING) {
      notes.report(SpfCode.STRING_TOO_LONG, place, Integer.toString(longest));
    }
    if (size.response() > RecordSize.UDP) {
      notes.report(SpfCode.RESPONSE_SIZE, place, Long.toString(size.response()));
    } else if (size.nameAndTexts() > RecordSize.SAFE) {
      notes.report(SpfCode.SIZE, place, Long.toString(size.nameAndTexts()));
    }
  }

  private Visit leaf(Link link, Place place, String name, State state) {
    Policy policy = new Policy(name);
    if (state != State.LOOP) {
      policy.all = EffectiveAll.none(Presence.UNKNOWN, name);
    }
    return new Visit(node(link, place, name, state, Lookups.NONE, Lookups.NONE), policy, false);
  }

  private static SpfNode node(
      Link link, Place place, String name, State state, Lookups own, Lookups total) {
    return new SpfNode(
        link, place, name, state, List.of(), 0, null, null, own, total, List.of(), List.of());
  }
}
