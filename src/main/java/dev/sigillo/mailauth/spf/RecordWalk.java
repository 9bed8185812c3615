package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.spf.Authorised.Grant;
import dev.sigillo.mailauth.spf.PolicyWalk.Visit;
import dev.sigillo.mailauth.spf.SpfNode.Link;
import dev.sigillo.mailauth.spf.SpfNode.Lookups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through the terms of one record as a check does that nothing matches. */
final class RecordWalk {
  private static final Lookups ONE_TERM = new Lookups(1, 0);
  private static final Lookups ONE_VOID = new Lookups(0, 1);
  private static final Set<String> MECHANISMS =
      Set.of("all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists");

  private final PolicyWalk tree;
  private final Targets targets;
  private final Notes notes;
  private final SpfRecord record;

  /** As octets; {@link #name} is the same as questions carry it. */
  private final String domain;

  private final String name;
  private final Policy policy;

  /** Clients that a term so far has decided on; those after it are not asked about them. */
  private final AddressSet decided = new AddressSet();

  private final List<SpfNode> children = new ArrayList<>();
  private Lookups own = Lookups.NONE;
  private Lookups below = Lookups.NONE;

  RecordWalk(PolicyWalk tree, Targets targets, Notes notes, SpfRecord record, String domain) {
    this.tree = tree;
    this.targets = targets;
    this.notes = notes;
    this.record = record;
    this.domain = domain;
    this.name = Question.normal(DomainName.presentation(domain));
    this.policy = new Policy(name);
  }

  Policy policy() {
    return policy;
  }

  Lookups own() {
    return own;
  }

  List<SpfNode> children() {
    return children;
  }

  void go(Link link) {
    Optional<Directive> all = record.all();
    for (Directive directive : record.directives()) {
      if (all.isPresent() && directive.position() > all.get().position()) {
        notes.report(SpfCode.AFTER_ALL, place(directive), "");
        break;
      }
      Place place = place(directive);
      Mechanism mechanism = directive.mechanism();
      if (mechanism.asksDns()) {
        spend(ONE_TERM, place);
        if (!tree.follows(place)) {
          continue;
        }
      }
      Policy matched = matched(directive, place);
      if (directive.qualifier() == Qualifier.PASS) {
        policy.pass(matched, decided);
      }
      decided.addAll(matched.passes);
    }
    modifiers();
    if (all.isEmpty()) {
      withoutAll(link);
    }
    policy.total = own.plus(below);
  }

  private void withoutAll(Link link) {
    Optional<Modifier.Redirect> redirect = record.redirect();
    if (redirect.isEmpty()) {
      if (link != Link.INCLUDE) {
        notes.report(SpfCode.NO_ALL, Place.of(name), "");
      }
      return;
    }
    Place place = place(redirect.get());
    spend(ONE_TERM, place);
    if (!tree.follows(place)) {
      policy.all = EffectiveAll.none(Presence.UNKNOWN, name);
      return;
    }
    Policy other = named(Link.REDIRECT, redirect.get().domain(), place);
    policy.pass(other, decided);
    policy.all = other.all;
  }

  private void modifiers() {
    for (Term term : record.terms()) {
      if (term instanceof Modifier.Redirect && record.all().isPresent()) {
        notes.report(SpfCode.REDIRECT_BESIDE_ALL, place(term), "");
      } else if (term instanceof Modifier.Unknown unknown) {
        boolean mechanism = MECHANISMS.contains(unknown.name());
        notes.report(
            mechanism ? SpfCode.MECHANISM_AS_MODIFIER : SpfCode.UNKNOWN_MODIFIER, place(term), "");
      }
    }
  }

  /** What the mechanism matches, as a policy that would pass just that. */
  private Policy matched(Directive directive, Place place) {
    Mechanism mechanism = directive.mechanism();
    Policy matched = new Policy(name);
    if (mechanism instanceof Mechanism.All) {
      everyone(matched, place);
      policy.all = new EffectiveAll(Presence.PRESENT, directive.qualifier(), place);
      if (directive.qualifier() == Qualifier.PASS) {
        notes.report(SpfCode.PASS_ALL, place, "");
      }
    } else if (mechanism instanceof Mechanism.Ip network) {
      add(matched, network.prefix(), place);
    } else if (mechanism instanceof Mechanism.Include include) {
      return named(Link.INCLUDE, include.domain(), place);
    } else if (mechanism instanceof Mechanism.A a) {
      target(a.domain(), place, matched)
          .ifPresent(host -> hosts(targets.host(host), a.ip4(), a.ip6(), host, place, matched));
    } else if (mechanism instanceof Mechanism.Mx mx) {
      target(mx.domain(), place, matched)
          .ifPresent(to -> hosts(targets.exchangers(to), mx.ip4(), mx.ip6(), to, place, matched));
    } else if (mechanism instanceof Mechanism.Ptr) {
      notes.report(SpfCode.PTR, place, "");
      matched.ptr.add(place);
    } else if (mechanism instanceof Mechanism.Exists exists) {
      matched.exists.add(place);
      target(exists.domain(), place, matched).ifPresent(host -> exists(host, place, matched));
    }
    return matched;
  }

  private Policy named(Link link, MacroString target, Place place) {
    Visit visit =
        targets
            .name(target, domain)
            .map(other -> tree.visit(link, place, other))
            .orElseGet(() -> tree.variable(link, place, target));
    below = below.plus(visit.node().total());
    children.add(visit.node());
    if (visit.isVoid()) {
      spend(ONE_VOID, place);
    }
    return visit.policy();
  }

  /** The host a term names; empty when it cannot be told or asked about. */
  private Optional<String> target(MacroString target, Place place, Policy matched) {
    Optional<String> host = targets.name(target, domain);
    if (host.isEmpty()) {
      notes.report(SpfCode.VARIABLE_TARGET, place, "");
      matched.variable.add(place);
    } else if (!DomainName.canBeAsked(host.get())) {
      notes.report(SpfCode.NAME_CANNOT_EXIST, place, "");
      return Optional.empty();
    }
    return host;
  }

  private void hosts(
      Targets.Found found, int ip4, int ip6, String host, Place place, Policy matched) {
    found.failures().forEach(asked -> tree.unknown(asked, place));
    if (found.tooMany() > 0) {
      notes.report(SpfCode.MX_LIMIT, place, Integer.toString(found.tooMany()));
    }
    if (found.isVoid()) {
      nothing(host, place);
    }
    for (IpAddress address : found.addresses()) {
      int length = address.version() == IpVersion.IP4 ? ip4 : ip6;
      add(matched, new IpPrefix(address, length), place);
    }
  }

  private void exists(String host, Place place, Policy matched) {
    Targets.Asked asked = targets.exists(host);
    Answer answer = asked.answer();
    if (answer.isUnknown()) {
      tree.unknown(asked, place);
    } else if (answer.isVoid()) {
      nothing(host, place);
    } else {
      everyone(matched, place);
    }
  }

  private void nothing(String host, Place place) {
    notes.report(SpfCode.VOID_LOOKUP, place, DomainName.presentation(host));
    spend(ONE_VOID, place);
  }

  private static void everyone(Policy matched, Place place) {
    matched.everyone.add(place);
    matched.passes.addAll(AddressSet.everything());
  }

  private void add(Policy matched, IpPrefix prefix, Place place) {
    if (tree.takesPrefix(place)) {
      matched.grants.add(new Grant(prefix, place));
      matched.passes.addAll(AddressSet.of(prefix));
    }
  }

  private void spend(Lookups lookups, Place place) {
    own = own.plus(lookups);
    notes.spend(lookups, place);
  }

  private Place place(Term term) {
    return new Place(name, term.position(), record.written(term));
  }
}
