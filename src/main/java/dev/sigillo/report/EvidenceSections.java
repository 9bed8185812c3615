package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.Assessment.EvidenceEntry;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.control.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who has findings, what is not known, and the register of the evidence. */
final class EvidenceSections {
  private final Content content;
  private final Words words;
  private final Assessment assessment;
  private final Said said;

  EvidenceSections(Content content) {
    this.content = content;
    this.words = content.words();
    this.assessment = content.assessment();
    this.said = new Said(words);
  }

  /** Domains as DNS shows them, and domains and mailboxes with findings. */
  void subjects() {
    content.sectionWithLead("subjects");
    DomainsSection domains = new DomainsSection(content);
    content.heading(words.say("subjects.all-domains"));
    domains.overview();
    bySubject("domains", false);
    bySubject("mailboxes", true);
    boolean cut =
        assessment.controls().stream().anyMatch(c -> c.findingCount() > c.findings().size());
    if (cut) {
      content.para(words.say("subjects.more"));
    }
    domains.areas();
  }

  /** Whether any mailbox, or any domain, was judged at all: none found is not none there. */
  private boolean judged(boolean mailboxes) {
    return assessment.controls().stream()
        .filter(c -> about(c, mailboxes))
        .anyMatch(c -> c.good() + c.bad() + c.waived() > 0);
  }

  private static boolean about(ControlResult control, boolean mailboxes) {
    return mailboxes
        ? control.scope() == Scope.MAILBOX
        : control.subjectKind().name().endsWith("_DOMAINS");
  }

  private void bySubject(String what, boolean mailboxes) {
    Map<String, TreeSet<String>> controls = new TreeMap<>();
    for (ControlResult c : assessment.controls()) {
      if (about(c, mailboxes)) {
        for (Finding f : c.findings()) {
          controls
              .computeIfAbsent(f.subject(), k -> new TreeSet<>())
              .add(f.waiver() == null ? c.id() : c.id() + " " + words.say("findings.waived"));
        }
      }
    }
    List<Row> rows =
        controls.entrySet().stream()
            .limit(PdfReport.FINDINGS_SHOWN)
            .map(e -> new Row().add(e.getKey()).code(String.join(", ", e.getValue())))
            .toList();
    content.heading(words.say("subjects." + what));
    content.table(
        "pairs",
        List.of(words.say("subject"), words.say("controls")),
        rows,
        words.say("subjects." + what + (judged(mailboxes) ? ".none" : ".not-judged")));
    if (controls.size() > rows.size()) {
      content.para(words.say("subjects.shown", rows.size(), controls.size()));
    }
  }

  /** Every dataset with the call that returned it. */
  void register() {
    content.sectionWithLead("register");
    content.table(
        "evidence",
        List.of(
            words.say("dataset"),
            words.say("register.source"),
            words.say("status"),
            words.say("register.rows"),
            words.say("register.covered"),
            words.say("register.when")),
        assessment.snapshot().datasets().stream().map(this::entry).toList(),
        words.say("register.none"));
    content.heading(words.say("register.digests"));
    content.table(
        "digests",
        List.of(words.say("what"), words.say("value")),
        assessment.snapshot().datasets().stream()
            .filter(d -> d.sha256() != null)
            .map(d -> new Row().code(d.name()).code(String.valueOf(d.sha256())))
            .toList(),
        words.say("register.none"));
    content.heading(words.say("register.check"));
    content.para(words.say("register.how"));
    content.code(
        "sigillo verify snapshot.zip --expect "
            + assessment.snapshot().digest()
            + "\nsigillo evaluate snapshot.zip --policy "
            + assessment.policy().name()
            + (assessment.asOfExplicit() ? " --as-of " + assessment.asOf() : "")
            + " -o assessment.json\nsigillo verify assessment.json --expect "
            + assessment.resultsDigest());
  }

  private Row entry(EvidenceEntry d) {
    List<String> source = new ArrayList<>();
    source.add(d.source() == null ? "–" : d.source());
    if (d.request() != null) {
      source.add(d.request());
    }
    if (!d.withheld().isEmpty()) {
      source.add(words.say("register.withheld", d.withheld().size()));
    }
    String status = (words.say("dataset." + d.status()) + "\n" + said.of(d.reason())).strip();
    boolean complete = d.status().equals("COMPLETE");
    return new Row()
        .code(d.name())
        .add(String.join("\n", source))
        .tone(status, complete ? Tone.GOOD : Tone.WARN)
        .add(complete || d.sha256() != null ? words.number(d.rows()) : "–")
        .add(
            d.covered() == null
                ? "–"
                : words.say(
                    "register.of",
                    words.number(d.covered()),
                    d.total() == null ? "?" : words.number(d.total())))
        .add(times(d));
  }

  private String times(EvidenceEntry d) {
    if (d.start() == null) {
      return "–";
    }
    String start = words.time(d.start(), content.zone());
    String end = words.time(d.end(), content.zone());
    return start.equals(end) ? start : start + "\n" + end;
  }
}
