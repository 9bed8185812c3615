package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Mx;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what terms name, for all clients at once. */
final class Targets {
  /** Macros whose value a record and its domain do not settle. */
  private static final String OPEN = "slipvh";

  private final AskedOnce dns;
  private final MacroExpander macros;

  Targets(AskedOnce dns, String domain) {
    this.dns = dns;
    SpfRequest anyone =
        new SpfRequest(IpAddress.ip4(0), domain, "@" + domain, domain, domain, Instant.EPOCH);
    this.macros = new MacroExpander(anyone, name -> name);
  }

  /** The name a term means; empty when it depends on the client or the sender. */
  Optional<String> name(MacroString target, String domain) {
    return target.uses(OPEN) ? Optional.empty() : Optional.of(macros.name(target, domain));
  }

  /**
   * What hosts were found to have.
   *
   * @param addresses all addresses
   * @param isVoid whether a question found nothing, whatever the client's address is
   * @param tooMany how many mail exchangers there are, when they are too many; else 0
   * @param failures questions without an answer
   */
  record Found(List<IpAddress> addresses, boolean isVoid, int tooMany, List<Asked> failures) {}

  /** A question and its answer. */
  record Asked(Question question, Answer answer) {}

  Found host(String name) {
    return hosts(List.of(DomainName.presentation(name)));
  }

  Found exchangers(String name) {
    Question question = new Question(DomainName.presentation(name), RecordType.MX);
    Answer answer = dns.ask(question);
    if (answer.isUnknown()) {
      return new Found(List.of(), false, 0, List.of(new Asked(question, answer)));
    }
    List<Mx> exchangers = answer.found().stream().map(Mx::of).flatMap(Optional::stream).toList();
    if (exchangers.size() > MechanismMatcher.MX_HOSTS) {
      return new Found(List.of(), false, exchangers.size(), List.of());
    }
    Found found =
        hosts(exchangers.stream().filter(mx -> !mx.isNull()).map(Mx::exchange).distinct().toList());
    return answer.isVoid() ? new Found(List.of(), true, 0, List.of()) : found;
  }

  /** Whether the name has an IPv4 address, which is all that "exists" asks. */
  Asked exists(String name) {
    HostAddresses host = HostAddresses.of(dns, DomainName.presentation(name), IpVersion.IP4);
    return new Asked(host.question(), host.answer());
  }

  private Found hosts(List<String> names) {
    List<IpAddress> addresses = new ArrayList<>();
    List<Asked> failures = new ArrayList<>();
    boolean isVoid = false;
    for (String name : names) {
      boolean nothing = true;
      for (IpVersion version : IpVersion.values()) {
        HostAddresses host = HostAddresses.of(dns, name, version);
        addresses.addAll(host.addresses());
        nothing &= host.answer().isVoid();
        if (host.answer().isUnknown()) {
          failures.add(new Asked(host.question(), host.answer()));
        }
      }
      isVoid |= nothing;
    }
    return new Found(addresses, isVoid, 0, failures);
  }
}
