package dev.sigillo.report;

import dev.sigillo.assessment.DomainResult;
import dev.sigillo.assessment.DomainResult.Dmarc;
import dev.sigillo.assessment.DomainResult.Kind;
import dev.sigillo.assessment.DomainResult.Spf;
import dev.sigillo.assessment.DomainResult.State;
import java.util.List;

/** What DNS says of each domain: all at a glance, then a page an area. */
final class DomainsSection {
  private final Content content;
  private final DnsWords words;
  private final List<DomainResult> domains;

  DomainsSection(Content content) {
    this.content = content;
    this.words = new DnsWords(content);
    this.domains = content.assessment().domains();
  }

  /** All domains in one table. */
  void overview() {
    content.table(
        "domains",
        words.heads("domain", "domain.kind", "area.SPF", "area.DKIM", "area.DMARC", "domain.mx"),
        domains.stream().map(this::row).toList(),
        words.say("domains.unasked"));
  }

  /** The pages by area; none when DNS was not asked. */
  void areas() {
    if (!domains.isEmpty()) {
      new SpfPage(content).write(domains);
      new DkimPage(content).write(domains);
      new DmarcPage(content).write(domains);
    }
  }

  private Row row(DomainResult d) {
    return new Row()
        .add(d.domain())
        .add(words.say("domain.kind." + d.kind()))
        .tone(spf(d.spf()), spfTone(d.spf()))
        .tone(keys(d), keysTone(d))
        .tone(dmarc(d.dmarc()), dmarcTone(d.dmarc()))
        .add(words.mailServers(d.mail()));
  }

  private String spf(Spf spf) {
    if (spf.state() != State.PRESENT) {
      return words.state(spf.state());
    }
    String end = words.state(spf.state()) + "\n" + DnsWords.or(spf.all());
    return over(spf) ? end + "\n" + words.say("spf.over") : end;
  }

  private static boolean over(Spf spf) {
    return SpfDrawing.exceeds(spf.lookups(), SpfDrawing.LOOKUPS)
        || SpfDrawing.exceeds(spf.voidLookups(), SpfDrawing.VOID_LOOKUPS);
  }

  private static Tone spfTone(Spf spf) {
    if (spf.state() != State.PRESENT) {
      return DnsWords.tone(spf.state());
    }
    boolean ends = "-all".equals(spf.all()) || "~all".equals(spf.all());
    return over(spf) ? Tone.BAD : ends ? Tone.GOOD : Tone.WARN;
  }

  private String dmarc(Dmarc dmarc) {
    return dmarc.state() == State.PRESENT
        ? words.state(dmarc.state()) + "\np=" + DnsWords.or(dmarc.p())
        : words.state(dmarc.state());
  }

  private static Tone dmarcTone(Dmarc dmarc) {
    boolean acts = "quarantine".equals(dmarc.p()) || "reject".equals(dmarc.p());
    return dmarc.state() == State.PRESENT && (!acts || dmarc.testing())
        ? Tone.WARN
        : DnsWords.tone(dmarc.state());
  }

  private static long usable(DomainResult d) {
    return d.dkim().keys().stream().filter(key -> key.state() == State.PRESENT).count();
  }

  private String keys(DomainResult d) {
    return usable(d) == 0 && !d.dkim().unresolved().isEmpty()
        ? words.say("dns.UNKNOWN")
        : words.say("dkim.keys", usable(d));
  }

  /** A domain that never sends is right without a key. */
  private static Tone keysTone(DomainResult d) {
    if (usable(d) > 0) {
      return Tone.GOOD;
    }
    if (!d.dkim().unresolved().isEmpty()) {
      return Tone.WARN;
    }
    return d.kind() == Kind.SENDING ? Tone.BAD : Tone.NEUTRAL;
  }
}
