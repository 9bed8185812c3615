package dev.sigillo.mailauth.dmarc;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.DomainName;
import dev.sigillo.mailauth.MailRoute;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.ReportUri;
import dev.sigillo.mailauth.Txt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at where a record sends reports (RFC 9990 section 4, RFC 9991). */
final class Destinations {
  private static final int MOST_HOSTS = 10;

  private final String policyDomain;
  private final Optional<String> organisation;
  private final Dns dns;
  private final List<Problem> problems;
  private final Map<String, Host> hosts = new HashMap<>();

  private record Host(Authorisation authorisation, String authorisedBy, Presence mail) {}

  /**
   * @param policyDomain the domain whose record it is
   * @param organisation its organisational domain; empty when not known
   */
  Destinations(
      String policyDomain, Optional<String> organisation, Dns dns, List<Problem> problems) {
    this.policyDomain = policyDomain;
    this.organisation = organisation;
    this.dns = dns;
    this.problems = problems;
  }

  List<ReportDestination> of(DmarcRecord record) {
    List<ReportDestination> destinations = new ArrayList<>();
    record.rua().stream().filter(ReportUri::isMail).forEach(u -> destinations.add(of("rua", u)));
    record.ruf().stream().filter(ReportUri::isMail).forEach(u -> destinations.add(of("ruf", u)));
    return destinations;
  }

  private ReportDestination of(String tag, ReportUri uri) {
    Host host = hosts.get(uri.host());
    if (host == null) {
      if (hosts.size() < MOST_HOSTS) {
        host = ask(uri.host());
        hosts.put(uri.host(), host);
      } else {
        problems.add(new Problem(DmarcCode.TOO_MANY_URIS, policyDomain, uri.at(), uri.uri()));
        host = new Host(Authorisation.UNKNOWN, "", Presence.UNKNOWN);
      }
    }
    return new ReportDestination(tag, uri, host.authorisation(), host.authorisedBy(), host.mail());
  }

  private Host ask(String host) {
    Presence mail = MailRoute.of(host, dns).taking();
    if (host.equals(policyDomain)) {
      return new Host(Authorisation.OWN, "", mail);
    }
    Optional<String> theirs = TreeWalk.from(host, dns).organisationalDomain();
    if (theirs.isPresent() && theirs.equals(organisation)) {
      return new Host(Authorisation.OWN, "", mail);
    }
    String name = policyDomain + "._report._dmarc." + host;
    Authorisation leave = leave(name);
    boolean external = theirs.isPresent() && organisation.isPresent();
    return new Host(
        leave == Authorisation.NOT_AUTHORISED && !external ? Authorisation.UNKNOWN : leave,
        name,
        mail);
  }

  private Authorisation leave(String name) {
    if (!DomainName.fits(name)) {
      return Authorisation.NOT_AUTHORISED;
    }
    Answer answer = dns.ask(new Question(name, RecordType.TXT));
    if (answer.isUnknown()) {
      return Authorisation.UNKNOWN;
    }
    boolean given =
        answer.found().stream().anyMatch(data -> DmarcParser.isRecord(Txt.of(data).text()));
    return given ? Authorisation.AUTHORISED : Authorisation.NOT_AUTHORISED;
  }
}
