package dev.sigillo.report;

import dev.sigillo.assessment.DomainResult;
import dev.sigillo.assessment.DomainResult.Dmarc;
import dev.sigillo.assessment.DomainResult.Incoming;
import java.util.List;

/** What becomes of forged mail, and how mail reaches each domain. */
final class DmarcPage {
  private final Content content;
  private final DnsWords words;

  DmarcPage(Content content) {
    this.content = content;
    this.words = new DnsWords(content);
  }

  void write(List<DomainResult> domains) {
    content.page().heading(words.say("domains.dmarc")).para(words.say("domains.dmarc.lead"));
    content.table(
        "dmarc",
        words.heads("domain", "dns.record", "dmarc.policies", "dmarc.reports", "status"),
        domains.stream().map(this::row).toList(),
        words.say("domains.none"));
    words.describe(
        "domains.dmarc.of",
        domains.stream().filter(DmarcPage::troubled).toList(),
        d -> {
          words.problems(d.dmarc().problems(), d.dmarc().unresolved());
          words.publish("_dmarc." + d.domain(), d.dmarc().recommended());
        });
    content.heading(words.say("domains.incoming"));
    content.table(
        "incoming",
        words.heads("domain", "domain.mx", "mtasts", "tlsrpt", "dnssec", "dane"),
        domains.stream().map(this::incoming).toList(),
        words.say("domains.none"));
    words.describe(
        "domains.incoming.of",
        domains.stream().filter(d -> !d.mail().unresolved().isEmpty()).toList(),
        d -> words.problems(List.of(), d.mail().unresolved()));
  }

  private static boolean troubled(DomainResult d) {
    Dmarc dmarc = d.dmarc();
    return !dmarc.problems().isEmpty()
        || dmarc.recommended() != null
        || !dmarc.unresolved().isEmpty();
  }

  private Row row(DomainResult d) {
    Dmarc dmarc = d.dmarc();
    String found = dmarc.foundAt();
    String inherited =
        found == null || found.equalsIgnoreCase(d.domain())
            ? ""
            : "\n" + words.say("dmarc.inherited", found);
    return new Row()
        .add(d.domain() + inherited)
        .code(DnsWords.or(dmarc.record()))
        .code(
            dmarc.p() == null
                ? "–"
                : "p=%s\nsp=%s\nnp=%s"
                    .formatted(dmarc.p(), DnsWords.or(dmarc.sp()), DnsWords.or(dmarc.np())))
        .add(dmarc.aggregateReports().isEmpty() ? "–" : String.join("\n", dmarc.aggregateReports()))
        .tone(
            dmarc.testing()
                ? words.state(dmarc.state()) + ", " + words.say("dmarc.testing")
                : words.state(dmarc.state()),
            DnsWords.tone(dmarc.state()));
  }

  private Row incoming(DomainResult d) {
    Incoming mail = d.mail();
    String sts = words.state(mail.mtaSts());
    return new Row()
        .add(d.domain())
        .add(words.mailServers(mail))
        .add(mail.mtaStsMode() == null ? sts : sts + "\n" + mail.mtaStsMode())
        .add(words.state(mail.tlsRpt()))
        .add(words.state(mail.dnssec()))
        .add(words.state(mail.dane()));
  }
}
