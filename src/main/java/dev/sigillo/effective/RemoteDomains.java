package dev.sigillo.effective;

import dev.sigillo.snapshot.RemoteDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which remote domain's settings hold for a destination: the one of that very name, else the
 * longest {@code *.parent} that the destination is or lies below, else the default {@code *}.
 *
 * @see <a
 *     href="https://learn.microsoft.com/exchange/mail-flow-best-practices/remote-domains/manage-remote-domains">
 *     Manage remote domains: a specific remote domain overrides the default one</a>
 */
final class RemoteDomains {
  private static final String DEFAULT = "*";
  private static final String BELOW = "*.";

  private final Map<String, RemoteDomain> byName = new HashMap<>();

  RemoteDomains(List<RemoteDomain> domains) {
    for (RemoteDomain domain : domains) {
      domain
          .domainName()
          .list()
          .forEach(name -> byName.putIfAbsent(MailAddress.lower(name), domain));
    }
  }

  Optional<RemoteDomain> of(String address) {
    String domain = MailAddress.domain(address);
    RemoteDomain found = byName.get(domain);
    for (String at = domain; found == null && !at.isEmpty(); at = parent(at)) {
      found = byName.get(BELOW + at);
    }
    return Optional.ofNullable(found == null ? byName.get(DEFAULT) : found);
  }

  private static String parent(String domain) {
    int dot = domain.indexOf('.');
    return dot < 0 ? "" : domain.substring(dot + 1);
  }
}
