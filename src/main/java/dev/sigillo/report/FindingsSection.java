package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.control.Remediation;
import dev.sigillo.policy.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Every failing control: what was seen, what is required, why it matters, what to do. */
final class FindingsSection {
  private static final int DESCRIBED = 3;

  private final Content content;
  private final Words words;
  private final Assessment assessment;
  private final Sentences sentences;
  private final FollowUp followUp;

  FindingsSection(Content content) {
    this.content = content;
    this.words = content.words();
    this.assessment = content.assessment();
    this.sentences = new Sentences(words);
    this.followUp = new FollowUp(content);
  }

  void write() {
    content.sectionWithLead("findings");
    List<ControlResult> failing =
        assessment.controls().stream()
            .filter(c -> c.outcome() == Outcome.FAIL)
            .sorted(Comparator.comparing(ControlResult::severity).thenComparing(ControlResult::id))
            .toList();
    if (failing.isEmpty()) {
      content.para(words.say("findings.none"));
    }
    failing.forEach(this::control);
  }

  private void control(ControlResult c) {
    content.heading(c.id() + " – " + words.say(c.title()));
    content.small(
        words.say(
            "findings.head",
            words.severity(c.severity()),
            c.bad(),
            c.good() + c.bad() + c.waived(),
            c.unknown(),
            words.decimal(c.gain())));
    if (c.listIncomplete()) {
      content.small(words.say("findings.head.incomplete"));
    }
    List<Finding> open = c.findings().stream().filter(f -> f.waiver() == null).toList();
    content.label(words.say("findings.condition"));
    condition(c, open);
    content.label(words.say("findings.criterion"));
    content.para((words.say(c.title()) + ". " + sentences.mappings(c.mappings())).strip());
    content.label(words.say("findings.cause"));
    content.para(words.say(c.rationale()));
    content.label(words.say("findings.effect"));
    content.para(words.say(c.effect()));
    recommendation(c, open);
    content.together(
        () -> {
          subjects(c);
          response(c);
        });
  }

  /** The first sentences; says of how many findings they speak, and where the others are. */
  private void condition(ControlResult c, List<Finding> open) {
    List<String> all = open.stream().map(f -> sentences.finding(c, f)).toList();
    List<String> first = all.stream().distinct().limit(DESCRIBED).toList();
    content.para(String.join("\n", first));
    long described = all.stream().filter(first::contains).count();
    if (c.findingCount() > c.findings().size()) {
      content.para(words.say("findings.condition.file", described, c.findingCount()));
    } else if (described < all.size()) {
      content.para(words.say("findings.condition.more", described, all.size()));
    }
  }

  /** Steps and commands; a command that speaks of a subject is shown for the first one. */
  private void recommendation(ControlResult c, List<Finding> open) {
    Remediation remediation = c.remediation();
    content.label(words.say("findings.recommendation"));
    content.para(words.say(remediation.steps()));
    content.para(words.say("findings.note", words.say(remediation.note())));
    if (redacted() && perSubject(remediation)) {
      content.small(words.say("findings.command.redacted"));
    } else if (c.bad() > 1 && !open.isEmpty() && perSubject(remediation)) {
      content.small(words.say("findings.command.first", open.get(0).subject()));
    }
    if (remediation.commandBefore() != null) {
      content.code(filled(remediation.commandBefore(), open));
    }
    if (remediation.command() != null) {
      content.command(filled(remediation.command(), open));
    }
  }

  private static boolean perSubject(Remediation remediation) {
    return Stream.of(remediation.commandBefore(), remediation.command())
        .filter(Objects::nonNull)
        .anyMatch(command -> new CommandTemplate(command).perSubject());
  }

  private boolean redacted() {
    return content.assessment().redacted();
  }

  private String filled(String command, List<Finding> open) {
    if (open.isEmpty() || redacted()) {
      return command.strip();
    }
    Finding first = open.get(0);
    return Placeholders.fill(
            command,
            Map.of(
                "subject",
                PowerShellLiteral.of(first.subject()),
                "key",
                PowerShellLiteral.of(first.key())))
        .strip();
  }

  private void subjects(ControlResult c) {
    content.label(words.say("findings.subjects"));
    List<Finding> shown =
        c.findings().subList(0, Math.min(PdfReport.FINDINGS_SHOWN, c.findings().size()));
    content.table(
        "subjects",
        List.of(
            words.say("subject"),
            words.say("findings.observed"),
            words.say("findings.expected"),
            words.say("findings.evidence")),
        shown.stream().map(this::row).toList(),
        "");
    if (c.findingCount() > shown.size()) {
      content.para(words.say("findings.more", shown.size(), c.findingCount()));
    }
  }

  private Row row(Finding f) {
    List<String> evidence =
        new ArrayList<>(
            f.evidence().stream().map(r -> r.dataset() + ":" + r.line() + " " + r.id()).toList());
    evidence.add(f.id());
    return new Row()
        .add(f.waiver() == null ? f.subject() : f.subject() + " " + words.say("findings.waived"))
        .code(f.observed().isEmpty() ? "–" : f.observed())
        .code(f.expected().isEmpty() ? "–" : f.expected())
        .code(String.join("\n", evidence));
  }

  private void response(ControlResult c) {
    content.label(words.say("findings.response"));
    List<Response> own = followUp.responses(c);
    if (own.isEmpty()) {
      content.para(words.say("findings.no-response"));
    }
    for (Response r : own) {
      content.para(
          (r.subject() == null ? "" : words.say("findings.response.for", r.subject()) + " ")
              + words.say(
                  "findings.response.value",
                  words.say("decision." + r.decision()),
                  words.ended(r.action()),
                  words.stated(r.owner()),
                  words.date(r.due()),
                  followUp.status(r),
                  words.ended(r.rootCause())));
    }
    long rest = followUp.unanswered(c);
    if (!own.isEmpty() && rest > 0) {
      content.para(words.say("findings.response.rest", rest));
    }
  }
}
