package dev.sigillo.collect.dns;

import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.DkimSigningConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

  /**
   * The request, widened by a tenant's accepted domains and the selectors it signs with.
   *
   * @param notes told of what cannot be asked about, a sentence each
   */
  public DnsRequest withDomainsOf(
      List<AcceptedDomain> accepted, List<DkimSigningConfig> signing, Consumer<String> notes) {
    SortedSet<String> all = new TreeSet<>(domains);
    for (AcceptedDomain domain : accepted) {
      try {
        all.add(AskedDomain.parse(domain.subjectName()));
      } catch (IllegalArgumentException e) {
        notes.accept("Not asked about: " + e.getMessage() + ".");
      }
    }
    Map<String, Set<String>> used = new HashMap<>(configured);
    for (DkimSigningConfig config : signing) {
      Stream.of(config.selectorBeforeRotateOnDate(), config.selectorAfterRotateOnDate())
          .flatMap(selector -> selector.list().stream())
          .filter(selector -> selector.matches("[A-Za-z0-9._-]{1,63}"))
          .forEach(
              selector ->
                  used.computeIfAbsent(
                          config.domain().orElse("").toLowerCase(Locale.ROOT),
                          domain -> new TreeSet<>())
                      .add(selector.toLowerCase(Locale.ROOT)));
    }
    return new DnsRequest(all, selectors, used);
  }
}
