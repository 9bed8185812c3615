package dev.sigillo.effective;

import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.Setting;
import java.util.List;

/** What an accepted domain is for; each kind is judged by rules of its own. */
public enum DomainKind {
  /** A domain of the organisation's own that may send. */
  SENDING,
  /** A domain of the organisation's own from which sending is switched off. */
  PARKED,
  /**
   * {@code *.onmicrosoft.com}: Microsoft's domain, whose SPF and DKIM the tenant does not write.
   */
  INITIAL,
  /** {@code *.mail.onmicrosoft.com}: routes between Exchange Online and an Exchange on premises. */
  COEXISTENCE,
  /** What decides it was not said. */
  UNKNOWN;

  /** Microsoft's domains, of the worldwide service and of the national clouds. */
  private static final List<String> MICROSOFT =
      List.of("onmicrosoft.com", "onmicrosoft.us", "onmicrosoft.de", "onmschina.cn");

  /** The kind of a domain. */
  public static DomainKind of(AcceptedDomain domain) {
    Setting<Boolean> coexistence = domain.isCoexistenceDomain();
    Setting<Boolean> disabled = domain.sendingFromDomainDisabled();
    String name = MailAddress.domain(domain.domainName().orElse(""));
    if (coexistence.is(true) || MICROSOFT.stream().anyMatch(m -> name.endsWith(".mail." + m))) {
      return COEXISTENCE;
    }
    if (domain.initialDomain().is(true) || MICROSOFT.stream().anyMatch(m -> under(name, m))) {
      return INITIAL;
    }
    if (name.isEmpty()
        || !coexistence.known()
        || !domain.initialDomain().known()
        || !disabled.known()) {
      return UNKNOWN;
    }
    return disabled.is(true) ? PARKED : SENDING;
  }

  private static boolean under(String name, String parent) {
    return name.endsWith("." + parent);
  }
}
