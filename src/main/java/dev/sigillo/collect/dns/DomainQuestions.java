package dev.sigillo.collect.dns;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Mx;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Txt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

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
    mailHosts(domain);
    return hasPolicy(domain);
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

  private void mailHosts(String domain) {
    for (String data : dns.ask(new Question(domain, RecordType.MX)).found()) {
      Mx.of(data)
          .filter(mx -> !mx.isNull())
          .ifPresent(
              mx ->
                  dns.expect(
                      List.of(
                          new Question(mx.exchange(), RecordType.A),
                          new Question(mx.exchange(), RecordType.AAAA),
                          new Question("_25._tcp." + mx.exchange(), RecordType.TLSA))));
    }
  }

  private boolean hasPolicy(String domain) {
    return dns.ask(txt("_mta-sts." + domain)).found().stream()
        .map(data -> Txt.of(data).text().toLowerCase(Locale.ROOT))
        .anyMatch(text -> text.startsWith("v=stsv1"));
  }

  private static Question txt(String name) {
    return new Question(name, RecordType.TXT);
  }
}
