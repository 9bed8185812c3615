package dev.sigillo.mailauth.transport;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a domain's records are signed (RFC 4035).
 *
 * @param domain the domain
 * @param state what is known
 * @param resolverValidates whether the resolver validates: it vouches for the root zone, which is
 *     signed
 * @param problems in no order of weight
 */
public record Dnssec(
    String domain, State state, boolean resolverValidates, List<Problem> problems) {

  /** What is known of the signatures. */
  public enum State {
    /** The resolver validated them (AD bit). */
    VALIDATED,
    /** The zone above holds a DS record, and the resolver does not validate. */
    SIGNED,
    /** There are none that could be validated. */
    UNSIGNED,
    /** The resolver does not validate and the records do not tell, or there is no answer. */
    UNKNOWN
  }

  public Dnssec {
    problems = List.copyOf(problems);
  }

  /** Looks at a domain. Asks its SOA, DNSKEY and DS records and the root's SOA; never fails. */
  public static Dnssec of(String domain, Dns dns) {
    String name = Question.normal(domain);
    Answer soa = dns.ask(new Question(name, RecordType.SOA));
    Answer keys = dns.ask(new Question(name, RecordType.DNSKEY));
    Answer ds = dns.ask(new Question(name, RecordType.DS));
    boolean validates = isAuthenticated(dns.ask(new Question("", RecordType.SOA)));
    List<Problem> problems = new ArrayList<>();
    if (!keys.found().isEmpty() && ds.isVoid()) {
      problems.add(Problem.of(TransportCode.NO_DS, name, ""));
    }
    for (Answer answer : List.of(soa, keys, ds)) {
      if (answer instanceof Answer.Failed failed) {
        problems.add(Problem.of(TransportCode.UNRESOLVED, name, failed.failure().name()));
      }
    }
    return new Dnssec(name, state(soa, keys, ds, validates), validates, problems);
  }

  private static State state(Answer soa, Answer keys, Answer ds, boolean validates) {
    // Not the DS answer: it is the zone above that signs it, even to say that there is none.
    if (isAuthenticated(soa) || isAuthenticated(keys)) {
      return State.VALIDATED;
    }
    if (validates) {
      return soa.isUnknown() && keys.isUnknown() ? State.UNKNOWN : State.UNSIGNED;
    }
    if (!ds.found().isEmpty()) {
      return State.SIGNED;
    }
    return ds.isVoid() && !soa.found().isEmpty() ? State.UNSIGNED : State.UNKNOWN;
  }

  private static boolean isAuthenticated(Answer answer) {
    if (answer instanceof Answer.Found found) {
      return found.authenticated();
    }
    if (answer instanceof Answer.NoData none) {
      return none.authenticated();
    }
    return answer instanceof Answer.NoSuchName none && none.authenticated();
  }
}
