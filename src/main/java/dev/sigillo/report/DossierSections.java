package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.incident.dossier.Counted;
import dev.sigillo.incident.dossier.Incident;
import dev.sigillo.incident.dossier.Refused;
import dev.sigillo.incident.dossier.Reports;
import dev.sigillo.incident.dossier.Sample;
import dev.sigillo.incident.dossier.Source;
import dev.sigillo.incident.dossier.Suspect;
import dev.sigillo.incident.dossier.Verdict;
import dev.sigillo.incident.dossier.Verdict.Ground;
import dev.sigillo.report.DossierCharts.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a dossier says after its first page. */
final class DossierSections {
  private static final int SHOWN = 10;
  private static final int SUSPECTS_SHOWN = 15;
  private static final int MISSING_SHOWN = 10;

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
    Reports reports = incident.reports();
    if (reports != null && reports.failed() > 0) {
      hours(reports);
      domains(reports);
      addresses(reports);
      reasons(reports);
    }
    new DossierTraffic(dossier, content).write();
    own();
    samples();
    evidence();
  }

  private void verdict() {
    content.section("dossier.verdict");
    content.lead(words.say("dossier.verdict." + verdict.kind()));
    content.heading(words.say("dossier.grounds"));
    verdict.grounds().forEach(ground -> content.para("• " + sentence("dossier.ground.", ground)));
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

  private String sentence(String prefix, Ground ground) {
    Object[] values = ground.values().toArray();
    if (ground.code().equals("reason")) {
      values[0] = words.say("dossier.reason." + values[0]);
    }
    return words.say(prefix + ground.code(), values);
  }

  private Row suspect(Suspect suspect) {
    Object[] values = suspect.values().stream().map(dossier.names().text()).toArray(Object[]::new);
    return new Row()
        .add(words.say("dossier.suspect." + suspect.kind()))
        .add(dossier.names().whole().apply(suspect.who()))
        .add(words.say("dossier.suspect." + suspect.code(), values))
        .tone(
            words.say(suspect.strong() ? "dossier.suspect.strong" : "dossier.suspect.open"),
            suspect.strong() ? Tone.BAD : Tone.NEUTRAL);
  }

  private void hours(Reports reports) {
    content.section("dossier.hours");
    List<Bar> bars = DossierCharts.bars(reports.hours());
    if (bars.isEmpty()) {
      content.para(words.say("dossier.hours.none"));
      return;
    }
    String step =
        words.say(
            DossierCharts.step(reports.hours()) == 1 ? "dossier.hours.hour" : "dossier.hours.day");
    content.para(words.say("dossier.hours.lead", step));
    Bar most = bars.stream().reduce((a, b) -> b.failed() > a.failed() ? b : a).orElse(bars.get(0));
    content.picture(
        DossierCharts.over(bars, words),
        words.say(
            "dossier.hours.alt",
            bars.get(0).name(),
            bars.get(bars.size() - 1).name(),
            most.failed(),
            most.name()),
        DossierCharts.TIME_HEIGHT);
  }

  private void domains(Reports reports) {
    content.section("dossier.domains");
    List<Bar> bars =
        reports.domains().stream()
            .limit(SHOWN)
            .map(d -> new Bar(d.name(), d.failed(), d.blocked()))
            .toList();
    content.para(words.say("dossier.domains.lead", bars.size(), reports.domains().size()));
    named(bars);
  }

  private void named(List<Bar> bars) {
    content.picture(
        DossierCharts.named(bars, words),
        DossierCharts.inWords(bars, words),
        DossierCharts.height(bars.size()));
  }

  private void addresses(Reports reports) {
    content.section("dossier.addresses");
    if (reports.addresses().isEmpty()) {
      content.para(words.say("dossier.addresses.none"));
      return;
    }
    content.para(words.say("dossier.addresses.lead"));
    named(
        reports.addresses().stream()
            .limit(SHOWN)
            .map(a -> new Bar(a.address(), a.reports(), a.reports()))
            .toList());
    content.table(
        "five",
        List.of(
            words.say("dossier.refusals"),
            words.say("dossier.address"),
            words.say("dossier.network"),
            words.say("dossier.lists"),
            words.say("dossier.pool")),
        reports.addresses().stream().limit(SHOWN).map(this::address).toList(),
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

  private void reasons(Reports reports) {
    content.section("dossier.reasons");
    List<Bar> bars = new ArrayList<>();
    for (Counted reason : reports.reasons()) {
      bars.add(
          new Bar(words.say("dossier.reason." + reason.name()), reason.failed(), reason.blocked()));
    }
    named(bars);
  }

  private void own() {
    content.section("dossier.own");
    Assessment assessment = dossier.assessment();
    if (assessment == null) {
      content.para(words.say("dossier.unknown.no-assessment"));
      return;
    }
    content.para(words.say("dossier.own.lead", assessment.snapshot().digest()));
    if (!assessment.snapshot().digest().equals(incident.source().digest())) {
      content.callout(words.say("dossier.own.other-snapshot"));
    }
    new Hardening(assessment, words)
        .groups()
        .forEach(
            (group, controls) -> {
              content.heading(words.say("dossier.own.group." + group));
              content.table(
                  "own",
                  List.of(
                      words.say("dossier.own.control"),
                      words.say("id"),
                      words.say("dossier.own.outcome"),
                      words.say("dossier.own.counts")),
                  controls.stream().map(this::control).toList(),
                  "");
            });
  }

  private Row control(ControlResult control) {
    return new Row()
        .add(words.say(control.title()))
        .code(control.id())
        .tone(words.marked(control.outcome()), Tone.of(control.outcome()))
        .add(words.number(control.bad()) + " / " + words.number(control.unknown()));
  }

  private void samples() {
    content.section("dossier.samples");
    Reports reports = incident.reports();
    List<Sample> samples = reports == null ? List.of() : reports.samples();
    content.para(words.say("dossier.samples.lead"));
    content.table(
        "samples",
        List.of(
            words.say("dossier.sample.time"),
            words.say("dossier.sample.from"),
            words.say("dossier.sample.address"),
            words.say("dossier.sample.answer"),
            words.say("dossier.sample.id")),
        samples.stream().map(this::sample).toList(),
        words.say("dossier.samples.none"));
  }

  private Row sample(Sample sample) {
    Names names = dossier.names();
    String file = dossier.originals().files().get(sample.sha256());
    return new Row()
        .add(sample.time() == null ? "" : sample.time().toString())
        .add(names.whole().apply(sample.sender()) + "\n" + names.whole().apply(sample.recipient()))
        .code(sample.address())
        .add(names.text().apply(sample.answer()))
        .code(sample.messageId() + (file == null ? "" : "\n" + file));
  }

  private void evidence() {
    content.section("dossier.evidence");
    content.para(words.say("dossier.evidence.lead"));
    content.para(originals());
    List<String> missing = dossier.originals().missing();
    if (!missing.isEmpty() && !dossier.names().redacted()) {
      String first = String.join(", ", missing.stream().limit(MISSING_SHOWN).toList());
      String more =
          missing.size() > MISSING_SHOWN
              ? words.say("dossier.evidence.missing.more", missing.size() - MISSING_SHOWN)
              : "";
      content.para(words.say("dossier.evidence.missing", first + more));
    }
    content.table(
        "traffic",
        List.of(
            words.say("dossier.evidence.file"),
            words.say("dossier.evidence.status"),
            words.say("dossier.evidence.rows"),
            "SHA-256"),
        incident.source().datasets().stream().map(this::dataset).toList(),
        words.say("dossier.evidence.none"));
  }

  private String originals() {
    if (dossier.names().redacted()) {
      return words.say("dossier.evidence.redacted");
    }
    Dossier.Originals originals = dossier.originals();
    String count =
        words.say("dossier.evidence.originals", originals.files().size(), originals.all());
    return originals.all() > Dossier.MOST_ORIGINALS
        ? count + " " + words.say("dossier.evidence.most", Dossier.MOST_ORIGINALS)
        : count;
  }

  private Row dataset(Source.File entry) {
    return new Row()
        .code(entry.name())
        .add(words.orSelf("dataset.", entry.status()))
        .add(words.number(entry.rows()))
        .code(Objects.requireNonNullElse(entry.sha256(), "–"));
  }
}
