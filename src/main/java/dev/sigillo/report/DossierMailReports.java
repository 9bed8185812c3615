package dev.sigillo.report;

import dev.sigillo.incident.dossier.MailReports;
import dev.sigillo.incident.dossier.MailReports.Domain;
import dev.sigillo.incident.dossier.MailReports.Source;
import dev.sigillo.incident.dossier.MailReports.TlsSessions;
import dev.sigillo.incident.dossier.MailReports.Voice;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What receivers report of mail in the organisation's name, and how it came to them. */
final class DossierMailReports {
  private static final int SHOWN = 10;
  private static final Set<String> POLICIES = Set.of("sts", "tlsa", "no-policy-found");

  private final MailReports reports;
  private final Names names;
  private final Content content;
  private final Words words;

  DossierMailReports(MailReports reports, Names names, Content content) {
    this.reports = reports;
    this.names = names;
    this.content = content;
    this.words = content.words();
  }

  void write() {
    content.section("dossier.receivers");
    if (reports.domains().isEmpty()) {
      content.para(words.say("dossier.receivers.no-dmarc"));
    } else {
      dmarc();
    }
    if (!reports.tls().isEmpty()) {
      content.together(this::tls);
    }
    if (reports.incomplete()) {
      content.callout(words.say("dossier.unknown.cut"));
    }
  }

  private void dmarc() {
    content.para(words.say("dossier.receivers.lead", reports.records(), window()));
    content.table(
        "reported",
        heads("domain", "messages", "aligned", "networks", "nobody"),
        reports.domains().stream().limit(SHOWN).map(this::domain).toList(),
        "");
    more(reports.domains().size());
    String inventory = reports.inventoried() ? "" : ".undeclared";
    sources("sources", "sources.lead" + inventory, reports.sources(true));
    sources("unknown" + inventory, "unknown.lead" + inventory, reports.sources(false));
  }

  private void sources(String heading, String lead, List<Source> sources) {
    content.together(
        () -> {
          content.heading(words.say("dossier.receivers." + heading));
          content.para(words.say("dossier.receivers." + lead));
          content.table(
              "alignment",
              heads("domain", "network", "messages", "aligned", "whose"),
              sources.stream().limit(SHOWN).map(this::source).toList(),
              words.say("dossier.receivers.none"));
          more(sources.size());
        });
  }

  private String window() {
    return reports.from() == null || reports.to() == null
        ? words.say("dossier.receivers.window.none")
        : words.say(
            "dossier.receivers.window",
            words.time(reports.from(), ZoneOffset.UTC),
            words.time(reports.to(), ZoneOffset.UTC));
  }

  private List<String> heads(String... keys) {
    return List.of(keys).stream().map(key -> words.say("dossier.receivers." + key)).toList();
  }

  private void more(int all) {
    if (all > SHOWN) {
      content.small(words.say("dossier.receivers.more", SHOWN, all));
    }
  }

  private Row domain(Domain domain) {
    return new Row()
        .add(names.text().apply(domain.name()))
        .add(words.number(domain.messages()))
        .add(words.decimal(domain.passRate()))
        .add(words.number(domain.sources().size()))
        .add(words.number(domain.unknown()));
  }

  private Row source(Source source) {
    Voice voice = source.speaks();
    return new Row()
        .add(names.text().apply(source.domain()))
        .code(source.network())
        .add(words.number(source.messages()))
        .add(words.decimal(source.passRate()))
        .tone(
            words.say("dossier.receivers.whose." + voice),
            voice == Voice.NOBODY ? Tone.WARN : Tone.NEUTRAL);
  }

  private void tls() {
    content.heading(words.say("dossier.receivers.tls"));
    content.para(words.say("dossier.receivers.tls.lead"));
    content.table(
        "tls",
        heads("domain", "policy", "sessions", "failed", "kinds"),
        reports.tls().stream().limit(SHOWN).map(this::sessions).toList(),
        "");
    more(reports.tls().size());
  }

  private Row sessions(TlsSessions tls) {
    String policy = tls.policy().toLowerCase(Locale.ROOT);
    return new Row()
        .add(names.text().apply(tls.domain()))
        .add(
            POLICIES.contains(policy)
                ? words.say("dossier.receivers.policy." + policy)
                : names.text().apply(tls.policy()))
        .add(words.number(tls.good() + tls.failed()))
        .tone(words.number(tls.failed()), tls.failed() == 0 ? Tone.GOOD : Tone.WARN)
        .add(names.text().apply(String.join(", ", tls.failures().stream().limit(3).toList())));
  }
}
