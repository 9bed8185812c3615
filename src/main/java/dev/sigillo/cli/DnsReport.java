package dev.sigillo.cli;

import dev.sigillo.collect.dns.DnsCollector;
import dev.sigillo.collect.dns.DnsRequest;
import dev.sigillo.collect.dns.FetchedPolicy;
import dev.sigillo.collect.dns.Selectors;
import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.dkim.Dkim;
import dev.sigillo.mailauth.dkim.DkimSelector;
import dev.sigillo.mailauth.dmarc.Dmarc;
import dev.sigillo.mailauth.dmarc.DmarcResult;
import dev.sigillo.mailauth.spf.SpfAnalysis;
import dev.sigillo.mailauth.transport.Dane;
import dev.sigillo.mailauth.transport.Dnssec;
import dev.sigillo.mailauth.transport.MailHosts;
import dev.sigillo.mailauth.transport.MtaSts;
import dev.sigillo.mailauth.transport.TlsReporting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything DNS says about a domain's mail.
 *
 * @param selectors those asked for by name, and of the well-known ones those that have a key
 * @param silent well-known selectors that DNS did not answer for
 */
record DnsReport(
    String domain,
    SpfAnalysis spf,
    DmarcResult dmarc,
    List<DkimSelector> selectors,
    int silent,
    MailHosts hosts,
    MtaSts mtaSts,
    TlsReporting reporting,
    Dnssec dnssec,
    List<Dane> dane) {

  static DnsReport of(String domain, DnsRequest request, Dns dns, DnsCollector collector) {
    MailHosts hosts = MailHosts.of(domain, dns);
    Collection<String> named = request.selectors(domain);
    List<DkimSelector> selectors = new ArrayList<>();
    int silent = 0;
    for (String selector : all(named, domain, dns)) {
      DkimSelector found = Dkim.of(domain, selector, dns);
      if (named.contains(selector) || found.state() == Presence.PRESENT) {
        selectors.add(found);
      } else if (found.state() == Presence.UNKNOWN) {
        silent++;
      }
    }
    return new DnsReport(
        domain,
        SpfAnalysis.of(dns, domain),
        Dmarc.of(domain, dns),
        selectors,
        silent,
        hosts,
        MtaSts.of(domain, dns, collector.policy(domain).map(FetchedPolicy::file)),
        TlsReporting.of(domain, dns),
        Dnssec.of(domain, dns),
        Dane.of(hosts.route(), dns));
  }

  /** The collector leaves the well-known ones out where nothing can be below. */
  private static Set<String> all(Collection<String> named, String domain, Dns dns) {
    Set<String> all = new LinkedHashSet<>(named);
    Answer parent = dns.ask(new Question("_domainkey." + domain, RecordType.TXT));
    if (!(parent instanceof Answer.NoSuchName)) {
      all.addAll(Selectors.wellKnown());
    }
    return all;
  }
}
