package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.incident.dossier.Failures;
import dev.sigillo.incident.dossier.Incident;
import dev.sigillo.incident.dossier.Sample;
import dev.sigillo.incident.dossier.Source;
import java.util.List;
import java.util.Objects;

/** What a dossier rests on: the assessment, outcome by outcome, reports, datasets and files. */
final class DossierEvidence {
  private static final int MISSING_SHOWN = 10;

  private final Dossier dossier;
  private final Incident incident;
  private final Content content;
  private final Words words;

  DossierEvidence(Dossier dossier, Content content) {
    this.dossier = dossier;
    this.incident = dossier.incident();
    this.content = content;
    this.words = content.words();
  }

  void write() {
    own();
    samples();
    evidence();
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
    Failures failures = incident.failures();
    List<Sample> samples = failures == null ? List.of() : failures.samples();
    if (!samples.isEmpty()) {
      content.para(words.say(traced() ? "dossier.samples.lead.traced" : "dossier.samples.lead"));
    }
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
    content.para(words.say(traced() ? "dossier.evidence.lead.traced" : "dossier.evidence.lead"));
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

  private boolean traced() {
    Failures failures = incident.failures();
    return failures != null && failures.traced();
  }

  private String originals() {
    if (traced()) {
      return words.say("dossier.evidence.traced");
    }
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
