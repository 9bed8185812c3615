package dev.sigillo.mailauth.dmarc;

import dev.sigillo.mailauth.Dns;
import java.util.ArrayList;
import java.util.Optional;

/**
 * What receivers find that still follow RFC 7489 (sections 3.2 and 6.6.3): a record at the domain,
 * or else at the one below a public suffix.
 *
 * @param organisationalDomain by the public suffix list
 * @param p what reaches the domain; {@link Policy#NONE} also when nothing does
 * @param sp what reaches its subdomains
 */
record OldMethod(String organisationalDomain, Policy p, Policy sp) {

  /** Empty when a name has no answer, or the list has no suffix for the domain. */
  static Optional<OldMethod> of(String domain, Dns dns) {
    Optional<String> suffix = PublicSuffixes.organisationalDomain(domain);
    if (suffix.isEmpty()) {
      return Optional.empty();
    }
    TreeWalk.Step own = TreeWalk.ask(domain, dns, new ArrayList<>());
    TreeWalk.Step above =
        suffix.get().equals(domain) ? own : TreeWalk.ask(suffix.get(), dns, new ArrayList<>());
    if (!own.isKnown() || !above.isKnown()) {
      return Optional.empty();
    }
    Policy sp = above.record().map(DmarcRecord::forSubdomains).orElse(Policy.NONE);
    // Several records end the search: the domain has no policy at all.
    Policy p =
        own.record().map(DmarcRecord::forDomain).orElse(own.records() > 0 ? Policy.NONE : sp);
    return Optional.of(new OldMethod(suffix.get(), p, sp));
  }

  /** Whether it leads to other policies than those of the walk. */
  boolean differsFrom(Policy walkedP, Policy walkedSp) {
    return p != walkedP || sp != walkedSp;
  }

  @Override
  public String toString() {
    return organisationalDomain + " p=" + name(p) + " sp=" + name(sp);
  }

  private static String name(Policy policy) {
    return switch (policy) {
      case NONE -> "none";
      case QUARANTINE -> "quarantine";
      case REJECT -> "reject";
    };
  }
}
