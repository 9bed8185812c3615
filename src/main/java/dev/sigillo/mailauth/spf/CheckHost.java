package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code check_host} of RFC 7208 section 4. Time and memory are bounded by its limits:
 * eleven records are read at most, ten terms ask DNS, one of them eleven questions at most.
 */
public final class CheckHost {
  /** Terms that ask DNS, at most (section 4.6.4). */
  static final int LOOKUPS = 10;

  /** Terms whose questions find nothing, at most (section 4.6.4). */
  static final int VOID_LOOKUPS = 2;

  private final Dns dns;
  private final SpfRequest request;
  private final MacroExpander macros;
  private final MechanismMatcher matcher;
  private int lookups;
  private int voidLookups;

  private CheckHost(Dns dns, SpfRequest request) {
    this.dns = dns;
    this.request = request;
    ClientNames client = new ClientNames(dns, request.ip());
    this.macros = new MacroExpander(request, client::best);
    this.matcher = new MechanismMatcher(dns, request.ip(), macros, client);
  }

  /** Checks whether the client may use the domain. */
  public static SpfCheck check(Dns dns, SpfRequest request) {
    return new CheckHost(dns, request).run();
  }

  private SpfCheck run() {
    String domain = request.domain();
    Decision decision =
        DomainName.canBeChecked(domain)
            ? decide(domain)
            : Decision.of(Result.NONE, List.of(), domain);
    return new SpfCheck(
        decision.result(),
        explanation(decision),
        decision.path(),
        decision.problem(),
        lookups,
        voidLookups);
  }

  private Decision decide(String domain) {
    Published published = Published.at(dns, domain);
    if (published.answer().isUnknown()) {
      String detail = Match.unansweredDetail(Published.question(domain), published.answer());
      return Decision.error(
          Result.TEMPERROR, SpfProblem.ofRecord(SpfCode.DNS_FAILURE, domain, detail));
    }
    if (published.count() == 0) {
      return Decision.of(Result.NONE, List.of(), domain);
    }
    if (published.count() > 1) {
      String count = Integer.toString(published.count());
      return Decision.error(
          Result.PERMERROR, SpfProblem.ofRecord(SpfCode.MULTIPLE_RECORDS, domain, count));
    }
    SpfRecord record = SpfRecord.parse(published.records().get(0).text());
    if (!record.isValid()) {
      return Decision.error(Result.PERMERROR, SpfProblem.of(record.errors().get(0), domain));
    }
    return evaluate(record, domain);
  }

  private Decision evaluate(SpfRecord record, String domain) {
    @Nullable MacroString exp = record.explanation().map(Modifier.Explanation::domain).orElse(null);
    for (Directive directive : record.directives()) {
      Place place = new Place(domain, directive.position(), record.written(directive));
      Optional<Decision> decision = evaluate(directive, place);
      if (decision.isPresent()) {
        return decision.get().explained(exp);
      }
    }
    Optional<Modifier.Redirect> redirect = record.redirect();
    if (redirect.isEmpty()) {
      return Decision.of(Result.NEUTRAL, List.of(), domain);
    }
    Place place = new Place(domain, redirect.get().position(), record.written(redirect.get()));
    return redirected(redirect.get(), place);
  }

  private Decision redirected(Modifier.Redirect redirect, Place place) {
    if (++lookups > LOOKUPS) {
      return permerror(SpfCode.LOOKUP_LIMIT, place, "");
    }
    String target = macros.name(redirect.domain(), place.domain());
    Decision decision = other(target);
    return decision.result() == Result.NONE
        ? permerror(SpfCode.REDIRECT_WITHOUT_RECORD, place, target)
        : decision.after(place);
  }

  /** Empty when the mechanism does not match. */
  private Optional<Decision> evaluate(Directive directive, Place place) {
    Mechanism mechanism = directive.mechanism();
    if (mechanism.asksDns() && ++lookups > LOOKUPS) {
      return Optional.of(permerror(SpfCode.LOOKUP_LIMIT, place, ""));
    }
    if (mechanism instanceof Mechanism.Include include) {
      return included(include, directive.qualifier(), place);
    }
    Match match = matcher.match(mechanism, place.domain());
    if (matcher.foundNothing() && ++voidLookups > VOID_LOOKUPS) {
      return Optional.of(permerror(SpfCode.VOID_LOOKUP_LIMIT, place, ""));
    }
    if (match.error() != null) {
      Result result = match.error() == SpfCode.DNS_FAILURE ? Result.TEMPERROR : Result.PERMERROR;
      return Optional.of(
          Decision.error(result, SpfProblem.at(match.error(), place, match.detail())));
    }
    return match.matches()
        ? Optional.of(Decision.of(directive.qualifier().result(), List.of(place), place.domain()))
        : Optional.empty();
  }

  /** The table of section 5.2. */
  private Optional<Decision> included(Mechanism.Include include, Qualifier sign, Place place) {
    String target = macros.name(include.domain(), place.domain());
    Decision inner = other(target);
    return switch (inner.result()) {
      case PASS -> {
        Decision matched = Decision.of(sign.result(), inner.path(), place.domain());
        yield Optional.of(matched.after(place));
      }
      case FAIL, SOFTFAIL, NEUTRAL -> Optional.empty();
      case NONE -> Optional.of(permerror(SpfCode.INCLUDE_WITHOUT_RECORD, place, target));
      case TEMPERROR, PERMERROR -> Optional.of(inner.after(place));
    };
  }

  /** The policy of another domain; a name that DNS cannot carry has none. */
  private Decision other(String target) {
    return DomainName.canBeAsked(target)
        ? decide(target)
        : Decision.of(Result.NONE, List.of(), target);
  }

  private static Decision permerror(SpfCode code, Place place, String detail) {
    return Decision.error(Result.PERMERROR, SpfProblem.at(code, place, detail));
  }

  /** Whatever is wrong with it, the explanation is left out and the result stands (section 6.2). */
  private String explanation(Decision decision) {
    MacroString exp = decision.explanation();
    if (decision.result() != Result.FAIL || exp == null) {
      return "";
    }
    String name = macros.name(exp, decision.domain());
    if (!DomainName.canBeAsked(name)) {
      return "";
    }
    Answer answer = dns.ask(new Question(DomainName.presentation(name), RecordType.TXT));
    if (answer.found().size() != 1) {
      return "";
    }
    String text = Published.txt(answer.found().get(0)).text();
    return MacroParser.parse(
            text, 0, text.length(), MacroParser.Use.EXPLANATION, (code, position) -> {})
        .map(parsed -> macros.explanation(parsed, decision.domain()))
        .orElse("");
  }
}
