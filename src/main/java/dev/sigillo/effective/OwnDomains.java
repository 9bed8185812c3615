package dev.sigillo.effective;

import dev.sigillo.snapshot.AcceptedDomain;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The domains for which the organisation accepts mail. An accepted domain with {@code
 * MatchSubDomains} stands for every domain below it too; any other stands for itself alone.
 */
public final class OwnDomains {
  private final Set<String> exact = new HashSet<>();
  private final Set<String> withSubdomains = new HashSet<>();

  private OwnDomains() {}

  /** From the tenant's accepted domains. */
  public static OwnDomains of(List<AcceptedDomain> domains) {
    OwnDomains own = new OwnDomains();
    for (AcceptedDomain domain : domains) {
      for (String name : domain.domainName().list()) {
        own.exact.add(MailAddress.domain(name));
        if (domain.matchSubDomains().is(true)) {
          own.withSubdomains.add(MailAddress.domain(name));
        }
      }
    }
    return own;
  }

  /** Whether an address, or a domain, belongs to the organisation. */
  public boolean isOwn(String addressOrDomain) {
    String domain = MailAddress.domain(addressOrDomain);
    return exact.contains(domain)
        || withSubdomains.stream().anyMatch(parent -> MailAddress.within(domain, parent));
  }
}
