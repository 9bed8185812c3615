package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Mx;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.util.List;
import java.util.Optional;

/** Compares the client with one mechanism; {@code include} is not its matter. */
final class MechanismMatcher {
  /** Mail exchangers whose addresses are looked up, at most (RFC 7208 section 4.6.4). */
  static final int MX_HOSTS = 10;

  private final Dns dns;
  private final IpAddress ip;
  private final MacroExpander macros;
  private final ClientNames client;
  private boolean foundNothing;

  MechanismMatcher(Dns dns, IpAddress ip, MacroExpander macros, ClientNames client) {
    this.dns = dns;
    this.ip = ip;
    this.macros = macros;
    this.client = client;
  }

  /**
   * Whether a question of the last mechanism found nothing. A term counts once towards the limit,
   * however many of its questions found nothing (section 4.6.4 counts terms).
   */
  boolean foundNothing() {
    return foundNothing;
  }

  Match match(Mechanism mechanism, String domain) {
    foundNothing = false;
    if (mechanism instanceof Mechanism.All) {
      return Match.YES;
    }
    if (mechanism instanceof Mechanism.Ip network) {
      return Match.of(network.prefix().contains(ip));
    }
    if (mechanism instanceof Mechanism.A a) {
      String name = macros.name(a.domain(), domain);
      return DomainName.canBeAsked(name)
          ? host(DomainName.presentation(name), a.ip4(), a.ip6())
          : Match.NO;
    }
    if (mechanism instanceof Mechanism.Mx mx) {
      return exchangers(macros.name(mx.domain(), domain), mx.ip4(), mx.ip6());
    }
    if (mechanism instanceof Mechanism.Ptr ptr) {
      String target = macros.name(ptr.domain(), domain);
      foundNothing = client.none();
      return Match.of(client.within(target));
    }
    if (mechanism instanceof Mechanism.Exists exists) {
      return exists(macros.name(exists.domain(), domain));
    }
    throw new IllegalStateException("not to be matched here: " + mechanism);
  }

  private Match host(String name, int ip4, int ip6) {
    HostAddresses host = HostAddresses.of(dns, name, ip.version());
    foundNothing |= host.answer().isVoid();
    if (host.answer().isUnknown()) {
      return Match.unanswered(host.question(), host.answer());
    }
    int length = ip.version() == IpVersion.IP4 ? ip4 : ip6;
    return Match.of(host.addresses().stream().anyMatch(a -> new IpPrefix(a, length).contains(ip)));
  }

  private Match exchangers(String name, int ip4, int ip6) {
    if (!DomainName.canBeAsked(name)) {
      return Match.NO;
    }
    Question question = new Question(DomainName.presentation(name), RecordType.MX);
    Answer answer = dns.ask(question);
    foundNothing = answer.isVoid();
    if (answer.isUnknown()) {
      return Match.unanswered(question, answer);
    }
    List<Mx> exchangers = answer.found().stream().map(Mx::of).flatMap(Optional::stream).toList();
    if (exchangers.size() > MX_HOSTS) {
      return new Match(false, SpfCode.MX_LIMIT, Integer.toString(exchangers.size()));
    }
    for (Mx exchanger : exchangers) {
      if (!exchanger.isNull()) {
        Match match = host(exchanger.exchange(), ip4, ip6);
        if (match.matches() || match.error() != null) {
          return match;
        }
      }
    }
    return Match.NO;
  }

  private Match exists(String name) {
    if (!DomainName.canBeAsked(name)) {
      return Match.NO;
    }
    HostAddresses host = HostAddresses.of(dns, DomainName.presentation(name), IpVersion.IP4);
    foundNothing = host.answer().isVoid();
    return host.answer().isUnknown()
        ? Match.unanswered(host.question(), host.answer())
        : Match.of(!host.answer().found().isEmpty());
  }
}
