package dev.sigillo.collect.dns;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What to ask DNS about.
 *
 * @param domains names as {@link AskedDomain} writes them
 * @param selectors DKIM selectors to ask for at every domain, besides the well-known ones
 * @param configured DKIM selectors to ask for at one domain, by domain
 */
public record DnsRequest(
    SortedSet<String> domains, Set<String> selectors, Map<String, Set<String>> configured) {
  /** Selectors that Microsoft 365 uses for every custom domain. */
  private static final List<String> MICROSOFT = List.of("selector1", "selector2");

  public DnsRequest {
    domains = new TreeSet<>(domains);
    selectors = Set.copyOf(selectors);
    configured = Map.copyOf(configured);
  }

  /** Selectors that are asked for whatever DNS says, in order. */
  public Collection<String> selectors(String domain) {
    SortedSet<String> all = new TreeSet<>(MICROSOFT);
    all.addAll(selectors);
    all.addAll(configured.getOrDefault(domain, Set.of()));
    return all;
  }
}
