package dev.sigillo.report;

import dev.sigillo.incident.dossier.DepartmentMail;
import dev.sigillo.incident.dossier.Trace;
import java.util.List;

/** What the message trace says. */
final class DossierTraffic {
  private static final int SHOWN = 10;

  private final Dossier dossier;
  private final Content content;
  private final Words words;

  DossierTraffic(Dossier dossier, Content content) {
    this.dossier = dossier;
    this.content = content;
    this.words = content.words();
  }

  void write() {
    Trace trace = dossier.incident().trace();
    if (trace == null) {
      content.section("dossier.trace");
      content.para(words.say("dossier.trace.none"));
      return;
    }
    content.together(() -> failures(trace));
    if (!trace.own()) {
      content.callout(words.say("dossier.unknown.no-domains"));
      return;
    }
    content.heading(words.say("dossier.forwarded"));
    content.para(words.say("dossier.forwarded.lead"));
    content.table(
        "four",
        List.of(
            words.say("dossier.trace.messages"),
            words.say("dossier.forwarded.peak"),
            words.say("dossier.forwarded.mailbox"),
            words.say("dossier.forwarded.targets")),
        trace.forwarded().stream().limit(SHOWN).map(this::forwarded).toList(),
        words.say("dossier.forwarded.none"));
    if (!trace.departments().isEmpty()) {
      content.together(() -> departments(trace));
    }
  }

  private void departments(Trace trace) {
    boolean redacted = dossier.names().redacted();
    List<DepartmentMail> all =
        redacted ? DepartmentMail.withoutSmall(trace.departments()) : trace.departments();
    content.label(words.say("dossier.departments"));
    content.table(
        "four",
        List.of(
            words.say("dossier.trace.messages"),
            words.say("dossier.forwarded.peak"),
            words.say("dossier.departments.name"),
            words.say("dossier.departments.mailboxes")),
        all.stream().limit(SHOWN).map(this::department).toList(),
        "");
    if (redacted) {
      content.small(words.say("dossier.departments.redacted"));
    }
  }

  private Row department(DepartmentMail mail) {
    return new Row()
        .add(words.number(mail.messages()))
        .add(words.number(mail.peak()))
        .add(
            mail.standing() == DepartmentMail.Standing.NAMED
                ? mail.name()
                : words.say("dossier.departments." + mail.standing()))
        .add(words.number(mail.mailboxes()));
  }

  private void failures(Trace trace) {
    content.section("dossier.trace");
    content.para(
        words.say(
            trace.own() ? "dossier.trace.lead" : "dossier.trace.lead.all",
            trace.rows(),
            trace.days(),
            trace.failed(),
            trace.answered()));
    if (trace.onlyFailures()) {
      content.para(words.say("dossier.trace.failures"));
    }
    content.table(
        "four",
        List.of(
            words.say("dossier.trace.failed"),
            words.say("dossier.trace.messages"),
            words.say("dossier.trace.domain"),
            words.say("dossier.trace.worst")),
        trace.domains().stream().limit(SHOWN).map(domain -> domain(domain, trace)).toList(),
        words.say("dossier.trace.clean"));
  }

  private Row domain(Trace.Domain domain, Trace trace) {
    return new Row()
        .add(words.number(domain.failed()))
        .add(words.number(domain.messages()))
        .add(domain.name())
        .add(trace.onlyFailures() ? "–" : words.decimal(domain.worstHour()));
  }

  private Row forwarded(Trace.Forwarded mail) {
    Names names = dossier.names();
    return new Row()
        .add(words.number(mail.messages()))
        .add(words.number(mail.peak()))
        .add(names.whole().apply(mail.address()))
        .add(String.join(", ", mail.targets().stream().map(names.whole()).toList()));
  }
}
