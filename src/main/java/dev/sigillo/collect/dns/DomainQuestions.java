package dev.sigillo.collect.dns;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Mx;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.dkim.Dkim;
import dev.sigillo.mailauth.dmarc.Dmarc;
import dev.sigillo.mailauth.spf.SpfAnalysis;
import dev.sigillo.mailauth.transport.Dane;
import dev.sigillo.mailauth.transport.Dnssec;
import dev.sigillo.mailauth.transport.MailHosts;
import dev.sigillo.mailauth.transport.MtaSts;
import dev.sigillo.mailauth.transport.TlsReporting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts every question about one domain. */
final class DomainQuestions {
  private final Recording dns;
  private final DnsRequest request;

  DomainQuestions(Recording dns, DnsRequest request) {
    this.dns = dns;
    this.request = request;
  }

  /**
   * Asks all there is to ask.
   *
   * @return whether the domain says that it has an MTA-STS policy
   */
  boolean ask(String domain) {
    dns.expect(direct(domain, request.selectors(domain)));
    wellKnownSelectors(domain);
    analyse(domain);
    return MtaSts.of(domain, dns, Optional.empty()).record() == Presence.PRESENT;
  }

  private static List<Question> direct(String domain, Collection<String> selectors) {
    List<Question> questions = new ArrayList<>();
    for (RecordType type :
        List.of(
            RecordType.TXT,
            RecordType.MX,
            RecordType.NS,
            RecordType.SOA,
            RecordType.A,
            RecordType.AAAA,
            RecordType.DS,
            RecordType.DNSKEY)) {
      questions.add(new Question(domain, type));
    }
    for (String label : List.of("_dmarc", "_mta-sts", "_smtp._tls", "_domainkey")) {
      questions.add(txt(label + "." + domain));
    }
    for (String selector : selectors) {
      String name = selector + "._domainkey." + domain;
      questions.add(txt(name));
      questions.add(new Question(name, RecordType.CNAME));
    }
    return questions;
  }

  /** Nothing is below a name that does not exist (RFC 8020). */
  private void wellKnownSelectors(String domain) {
    String parent = "_domainkey." + domain;
    if (!(dns.ask(txt(parent)) instanceof Answer.NoSuchName)) {
      dns.expect(
          Selectors.wellKnown().stream().map(selector -> txt(selector + "." + parent)).toList());
    }
  }

  /** The analyses know best what they ask; what they find is of no interest here. */
  private void analyse(String domain) {
    MailHosts hosts = MailHosts.of(domain, dns);
    for (Mx mx : hosts.route().exchangers()) {
      if (!mx.isNull()) {
        dns.expect(List.of(new Question("_25._tcp." + mx.exchange(), RecordType.TLSA)));
      }
    }
    dns.expect(List.of(new Question("", RecordType.SOA)));
    SpfAnalysis.of(dns, domain);
    Dmarc.of(domain, dns);
    TlsReporting.of(domain, dns);
    Dnssec.of(domain, dns);
    Dane.of(hosts.route(), dns);
    for (String selector : request.selectors(domain)) {
      Dkim.of(domain, selector, dns);
    }
  }

  private static Question txt(String name) {
    return new Question(name, RecordType.TXT);
  }
}
