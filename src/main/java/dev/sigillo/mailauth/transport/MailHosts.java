package dev.sigillo.mailauth.transport;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.DomainName;
import dev.sigillo.mailauth.MailRoute;
import dev.sigillo.mailauth.Mx;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ProblemCode;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.util.ArrayList;
import java.util.List;

/**
 * The hosts that take a domain's mail.
 *
 * @param domain the mail domain
 * @param route where its mail goes
 * @param problems of the hosts, preferred ones first
 */
public record MailHosts(String domain, MailRoute route, List<Problem> problems) {
  private static final int MOST_HOSTS = 20;

  public MailHosts {
    problems = List.copyOf(problems);
  }

  /** Looks at a domain. Asks its MX records and the addresses of up to 20 hosts; never fails. */
  public static MailHosts of(String domain, Dns dns) {
    String name = Question.normal(domain);
    MailRoute route = MailRoute.of(name, dns);
    List<Problem> problems = new ArrayList<>();
    if (route.kind() == MailRoute.Kind.UNKNOWN && route.unreadable().isEmpty()) {
      problems.add(Problem.of(TransportCode.UNRESOLVED, name, "MX"));
    }
    for (String data : route.unreadable()) {
      problems.add(Problem.of(TransportCode.MX_UNREADABLE, name, data));
    }
    boolean several = route.exchangers().size() > 1;
    if (several && route.exchangers().stream().anyMatch(Mx::isNull)) {
      problems.add(Problem.of(TransportCode.NULL_MX_NOT_ALONE, name, ""));
    }
    route.exchangers().stream()
        .filter(mx -> !mx.isNull())
        .map(Mx::exchange)
        .distinct()
        .limit(MOST_HOSTS)
        .forEach(host -> check(name, host, dns, problems));
    return new MailHosts(name, route, problems);
  }

  private static void check(String domain, String host, Dns dns, List<Problem> problems) {
    if (!DomainName.isHost(host)) {
      problems.add(Problem.of(TransportCode.MX_NO_HOST, domain, host));
      return;
    }
    Answer answer = dns.ask(new Question(host, RecordType.A));
    if (answer instanceof Answer.Found found && !found.aliases().isEmpty()) {
      problems.add(Problem.of(TransportCode.MX_ALIAS, domain, host));
    }
    Presence addresses = MailRoute.addresses(host, dns);
    if (addresses == Presence.ABSENT) {
      problems.add(Problem.of(TransportCode.MX_WITHOUT_ADDRESS, domain, host));
    } else if (addresses == Presence.UNKNOWN) {
      problems.add(Problem.of(TransportCode.UNRESOLVED, host, "A"));
    }
  }

  /** Whether a problem of this kind was found. */
  public boolean has(ProblemCode code) {
    return problems.stream().anyMatch(problem -> problem.code() == code);
  }
}
