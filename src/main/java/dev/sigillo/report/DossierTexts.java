package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.incident.dossier.Counted;
import dev.sigillo.incident.dossier.Failures;
import dev.sigillo.incident.dossier.Incident;
import dev.sigillo.incident.dossier.Refused;
import dev.sigillo.incident.dossier.Sample;
import dev.sigillo.incident.dossier.Trace;
import dev.sigillo.incident.dossier.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request to Microsoft, ready to paste. */
final class DossierTexts {
  private static final int SHOWN = 10;

  private final Dossier dossier;
  private final Incident incident;
  private final Verdict verdict;
  private final Words words;
  private final @Nullable Failures failures;

  DossierTexts(Dossier dossier, Verdict verdict, Words words) {
    this.dossier = dossier;
    this.incident = dossier.incident();
    this.verdict = verdict;
    this.words = words;
    this.failures = incident.failures();
  }

  /** The request; one that would not help says so in its first line. */
  List<String> ticket() {
    List<String> lines = new ArrayList<>();
    if (verdict.kind() != Verdict.Kind.SHARED_POOL) {
      lines.add(words.say("ticket.dont", words.say("dossier.verdict." + verdict.kind())));
      lines.add("");
    }
    lines.add(words.say("ticket.subject", lists(), words.stated(dossier.initialDomain())));
    lines.add("");
    lines.add(
        words.say(
            "ticket.tenant",
            DossierCover.organisation(dossier, words),
            words.stated(dossier.initialDomain()),
            words.stated(dossier.tenantId())));
    lines.add(words.say("ticket.severity"));
    lines.add("");
    what(lines);
    addresses(lines);
    checks(lines);
    lines.add(words.say("ticket.ask"));
    lines.add(words.say("ticket.ask.1"));
    lines.add(words.say("ticket.ask.2", lists()));
    lines.add(words.say("ticket.ask.3"));
    lines.add(words.say("ticket.ask.4"));
    lines.add("");
    attached(lines);
    return lines;
  }

  private String lists() {
    return failures == null || failures.lists().isEmpty()
        ? words.say("ticket.subject.unnamed")
        : String.join(", ", failures.lists().stream().map(Counted::name).toList());
  }

  private void what(List<String> lines) {
    lines.add(words.say("ticket.what"));
    if (failures != null) {
      Instant first = failures.first();
      Instant last = failures.last();
      long domains = failures.domains().stream().filter(d -> d.blocked() > 0).count();
      lines.add(
          first == null || last == null
              ? words.say(
                  said("ticket.what.untimed"), failures.blocked(), failures.failed(), domains)
              : words.say(
                  said("ticket.what.text"),
                  failures.blocked(),
                  failures.failed(),
                  domains,
                  seconds(first),
                  seconds(last),
                  words.say("ticket.what.hours", Duration.between(first, last).toHours())));
    }
    Trace trace = incident.trace();
    if (trace != null && trace.own() && !trace.onlyFailures()) {
      lines.add(words.say("ticket.what.trace", trace.failed(), trace.answered(), trace.days()));
    }
    List<String> answers = answers();
    if (!answers.isEmpty()) {
      lines.add(words.say("ticket.what.answers"));
      answers.forEach(answer -> lines.add("  " + answer));
    }
    lines.add("");
  }

  /** Words that depend on who tells of the refusals. */
  private String said(String key) {
    return failures != null && failures.traced() ? key + ".traced" : key;
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** What servers answered, each once. */
  List<String> answers() {
    return failures == null
        ? List.of()
        : failures.samples().stream()
            .map(Sample::answer)
            .map(String::strip)
            .filter(code -> !code.isEmpty())
            .map(dossier.names().text())
            .map(Unseen::shown)
            .distinct()
            .limit(3)
            .toList();
  }

  private void addresses(List<String> lines) {
    List<Refused> refused = failures == null ? List.of() : failures.addresses();
    if (refused.isEmpty()) {
      return;
    }
    lines.add(words.say("ticket.addresses"));
    for (Refused one : refused.subList(0, Math.min(SHOWN, refused.size()))) {
      lines.add(
          "  "
              + words
                  .say(
                      "ticket.addresses.line",
                      one.address(),
                      one.network(),
                      one.reports(),
                      String.join(", ", one.lists()))
                  .strip());
    }
    if (refused.size() > SHOWN) {
      lines.add("  " + words.say("ticket.addresses.more", refused.size() - SHOWN));
    }
    lines.add("");
  }

  private void checks(List<String> lines) {
    Assessment assessment = dossier.assessment();
    if (assessment == null) {
      lines.add(words.say("ticket.checks.none"));
    } else {
      lines.add(words.say("ticket.checks", seconds(assessment.asOf())));
      for (ControlResult control : new Hardening(assessment, words).asked()) {
        lines.add(
            words.say(
                "ticket.checks.line",
                words.outcome(control.outcome()),
                words.say(control.title()),
                control.id()));
      }
    }
    Trace trace = incident.trace();
    if (trace == null || !trace.hasBaseline()) {
      lines.add(words.say("ticket.checks.spikes.unknown"));
    } else if (trace.spikes().isEmpty()) {
      lines.add(
          words.say(
              "ticket.checks.spikes",
              trace.days(),
              trace.thresholds().deviations(),
              trace.thresholds().spikeAtLeast()));
    } else {
      lines.add(words.say("ticket.checks.spikes.some", trace.spikes().size()));
    }
    lines.add("");
  }

  private void attached(List<String> lines) {
    lines.add(words.say("ticket.attached"));
    lines.add(
        dossier.names().redacted() || dossier.originals().files().isEmpty()
            ? words.say("ticket.attached.redacted")
            : words.say("ticket.attached.ndr", Math.min(5, dossier.originals().files().size())));
    lines.add(words.say("ticket.attached.ids", failures == null ? 0 : failures.failed()));
    lines.add(words.say("ticket.attached.kpi"));
    lines.add(words.say("ticket.attached.screens"));
  }
}
