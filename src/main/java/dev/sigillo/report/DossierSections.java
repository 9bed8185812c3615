package dev.sigillo.report;

import dev.sigillo.incident.dossier.Counted;
import dev.sigillo.incident.dossier.Failures;
import dev.sigillo.incident.dossier.Incident;
import dev.sigillo.incident.dossier.MailReports;
import dev.sigillo.incident.dossier.Refused;
import dev.sigillo.incident.dossier.Suspect;
import dev.sigillo.incident.dossier.Thresholds;
import dev.sigillo.incident.dossier.Trace;
import dev.sigillo.incident.dossier.Verdict;
import dev.sigillo.incident.dossier.Verdict.Ground;
import dev.sigillo.report.DossierCharts.Bar;
import java.util.ArrayList;
import java.util.List;

/** What a dossier says after its first page. */
final class DossierSections {
  private static final int SHOWN = 10;
  private static final int SUSPECTS_SHOWN = 15;

  private final Dossier dossier;
  private final Incident incident;
  private final Verdict verdict;
  private final Content content;
  private final Words words;

  DossierSections(Dossier dossier, Verdict verdict, Content content) {
    this.dossier = dossier;
    this.incident = dossier.incident();
    this.verdict = verdict;
    this.content = content;
    this.words = content.words();
  }

  void write() {
    verdict();
    Failures failures = incident.failures();
    if (failures != null && failures.failed() > 0) {
      hours(failures);
      domains(failures);
      addresses(failures);
      reasons(failures);
    }
    new DossierTraffic(dossier, content).write();
    MailReports mail = incident.mailReports();
    if (mail != null) {
      new DossierMailReports(mail, dossier.names(), content).write();
    }
    new DossierEvidence(dossier, content).write();
  }

  private void verdict() {
    content.section("dossier.verdict");
    content.lead(words.say("dossier.verdict." + verdict.kind()));
    content.heading(words.say("dossier.grounds"));
    verdict.grounds().forEach(ground -> content.para("• " + sentence("dossier.ground.", ground)));
    Trace trace = incident.trace();
    if (trace != null) {
      content.small(thresholds(trace.thresholds()));
    }
    content.heading(words.say("dossier.suspects"));
    content.table(
        "suspects",
        List.of(
            words.say("dossier.suspect.kind"),
            words.say("dossier.suspect.who"),
            words.say("dossier.suspect.why"),
            ""),
        verdict.suspects().stream().limit(SUSPECTS_SHOWN).map(this::suspect).toList(),
        words.say("dossier.suspects.none"));
    if (verdict.suspects().size() > SUSPECTS_SHOWN) {
      content.para(words.say("dossier.suspects.more", verdict.suspects().size() - SUSPECTS_SHOWN));
    }
    content.heading(words.say("dossier.unknown"));
    verdict.unknowns().forEach(gap -> content.para("• " + sentence("dossier.unknown.", gap)));
    content.heading(words.say("dossier.mistakes"));
    content.para(words.say("dossier.mistakes.text"));
  }

  private String thresholds(Thresholds limits) {
    return words.say(
        "dossier.thresholds",
        limits.spikeAtLeast(),
        limits.deviations(),
        limits.baselineDays(),
        limits.hourAtLeast(),
        words.say("dossier.thresholds." + limits.from(), String.join(", ", limits.defaults())));
  }

  private String sentence(String prefix, Ground ground) {
    Object[] values = ground.values().toArray();
    if (ground.code().equals("reason")) {
      values[0] = words.say("dossier.reason." + values[0]);
    }
    return words.say(prefix + ground.code(), values);
  }

  private Row suspect(Suspect suspect) {
    Object[] values = suspect.values().toArray();
    return new Row()
        .add(words.say("dossier.suspect." + suspect.kind()))
        .add(dossier.who(suspect))
        .add(words.say("dossier.suspect." + suspect.code(), values))
        .tone(
            words.say(suspect.strong() ? "dossier.suspect.strong" : "dossier.suspect.open"),
            suspect.strong() ? Tone.BAD : Tone.NEUTRAL);
  }

  private void hours(Failures failures) {
    content.section("dossier.hours");
    List<Bar> bars = DossierCharts.bars(failures.hours());
    if (bars.isEmpty()) {
      content.para(words.say(said("dossier.hours.none", failures)));
      return;
    }
    String step =
        words.say(
            DossierCharts.step(failures.hours()) == 1 ? "dossier.hours.hour" : "dossier.hours.day");
    content.para(words.say(said("dossier.hours.lead", failures), step));
    Bar most = bars.stream().reduce((a, b) -> b.failed() > a.failed() ? b : a).orElse(bars.get(0));
    content.picture(
        DossierCharts.over(bars, other(failures), words),
        words.say(
            "dossier.hours.alt",
            bars.get(0).name(),
            bars.get(bars.size() - 1).name(),
            most.failed(),
            most.name()),
        DossierCharts.TIME_HEIGHT);
  }

  private void domains(Failures failures) {
    content.section("dossier.domains");
    List<Bar> bars =
        failures.domains().stream()
            .limit(SHOWN)
            .map(d -> new Bar(d.name(), d.failed(), d.blocked()))
            .toList();
    content.para(words.say("dossier.domains.lead", bars.size(), failures.domains().size()));
    named(bars, failures);
  }

  private void named(List<Bar> bars, Failures failures) {
    content.picture(
        DossierCharts.named(bars, other(failures), words),
        DossierCharts.inWords(bars, words),
        DossierCharts.height(bars.size()));
  }

  private void addresses(Failures failures) {
    content.section("dossier.addresses");
    if (failures.addresses().isEmpty()) {
      content.para(words.say(said("dossier.addresses.none", failures)));
      return;
    }
    content.para(words.say("dossier.addresses.lead"));
    named(
        failures.addresses().stream()
            .limit(SHOWN)
            .map(a -> new Bar(a.address(), a.reports(), a.reports()))
            .toList(),
        failures);
    content.table(
        "five",
        List.of(
            words.say("dossier.refusals"),
            words.say("dossier.address"),
            words.say("dossier.network"),
            words.say("dossier.lists"),
            words.say("dossier.pool")),
        failures.addresses().stream().limit(SHOWN).map(this::address).toList(),
        words.say("dossier.addresses.none"));
  }

  private Row address(Refused refused) {
    return new Row()
        .add(words.number(refused.reports()))
        .code(refused.address())
        .code(refused.network())
        .add(String.join(", ", refused.lists()))
        .tone(
            words.say("dossier.pool." + refused.shared()),
            refused.shared() ? Tone.INFO : Tone.WARN);
  }

  private void reasons(Failures failures) {
    content.section("dossier.reasons");
    List<Bar> bars = new ArrayList<>();
    for (Counted reason : failures.reasons()) {
      bars.add(
          new Bar(words.say("dossier.reason." + reason.name()), reason.failed(), reason.blocked()));
    }
    named(bars, failures);
  }

  /** Words that depend on who tells of the refusals. */
  private static String said(String key, Failures failures) {
    return failures.traced() ? key + ".traced" : key;
  }

  /** What bars show besides refusals for the address. */
  private String other(Failures failures) {
    return words.say(
        failures.untold() > 0 ? "dossier.legend.other.untold" : "dossier.legend.other");
  }
}
