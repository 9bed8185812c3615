package dev.sigillo.mailauth.transport;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.MailRoute;
import dev.sigillo.mailauth.Mx;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether DNS says which certificate a mail host has (RFC 7672).
 *
 * @param host the host
 * @param state whether it has TLSA records for SMTP
 * @param authenticated whether the resolver validated them; without that they mean nothing
 * @param records those that can be read, as many as 20
 * @param problems in the order of the records
 */
public record Dane(
    String host,
    Presence state,
    boolean authenticated,
    List<Tlsa> records,
    List<Problem> problems) {
  private static final int MOST_RECORDS = 20;
  private static final int MOST_HOSTS = 20;

  public Dane {
    records = List.copyOf(records);
    problems = List.copyOf(problems);
  }

  /** Looks at the hosts of a route, as many as 20, preferred ones first. */
  public static List<Dane> of(MailRoute route, Dns dns) {
    return route.exchangers().stream()
        .filter(mx -> !mx.isNull())
        .map(Mx::exchange)
        .distinct()
        .limit(MOST_HOSTS)
        .map(host -> of(host, dns))
        .toList();
  }

  /** Looks at a host. Asks the TLSA records of {@code _25._tcp.HOST}; never fails. */
  public static Dane of(String host, Dns dns) {
    Question question = new Question("_25._tcp." + host, RecordType.TLSA);
    List<Problem> problems = new ArrayList<>();
    List<Tlsa> records = new ArrayList<>();
    Answer answer = dns.ask(question);
    if (answer instanceof Answer.Failed failed) {
      String why = failed.failure().name();
      problems.add(Problem.of(TransportCode.UNRESOLVED, question.name(), why));
      return new Dane(host, Presence.UNKNOWN, false, records, problems);
    }
    for (String data : answer.found().stream().limit(MOST_RECORDS).toList()) {
      Tlsa.of(data)
          .ifPresentOrElse(
              records::add,
              () -> problems.add(Problem.of(TransportCode.TLSA_UNREADABLE, question.name(), data)));
    }
    for (Tlsa tlsa : records) {
      String values = tlsa.usage() + " " + tlsa.selector() + " " + tlsa.matching();
      if (!tlsa.isSound()) {
        problems.add(Problem.of(TransportCode.TLSA_INVALID, question.name(), values));
      } else if (!tlsa.isForMail()) {
        problems.add(Problem.of(TransportCode.TLSA_USAGE, question.name(), values));
      }
    }
    boolean authenticated = answer instanceof Answer.Found found && found.authenticated();
    Presence state = answer.found().isEmpty() ? Presence.ABSENT : Presence.PRESENT;
    return new Dane(host, state, authenticated, records, problems);
  }

  /** Whether senders can rely on it; false also where that is not known. */
  public boolean isUsable() {
    return authenticated && records.stream().anyMatch(t -> t.isSound() && t.isForMail());
  }
}
