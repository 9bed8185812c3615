package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Score;
import dev.sigillo.control.Severity;
import dev.sigillo.policy.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One page for who reads no further. */
final class SummarySection {
  /** What a page holds, in points. */
  private static final double PAGE = 712;

  /** From one bar of the drawing to the next: as it looks best, and as small as it can be read. */
  private static final int PITCH = 16;

  private static final int LEAST_PITCH = 12;

  /** Controls named in a list of actions; the action plan has them all. */
  private static final int NAMED = 24;

  private final Content content;
  private final Words words;
  private final Assessment assessment;
  private final FollowUp followUp;

  SummarySection(Content content) {
    this.content = content;
    this.words = content.words();
    this.assessment = content.assessment();
    this.followUp = new FollowUp(content);
  }

  void write() {
    boolean concludes = concludes();
    int pitch = PITCH;
    while (pitch > LEAST_PITCH && height(concludes, pitch) > PAGE) {
      pitch--;
    }
    write(concludes, pitch);
  }

  /** Whether the auditor's conclusion has room on the page; else the next section has it. */
  boolean concludes() {
    return height(true, LEAST_PITCH) <= PAGE;
  }

  private double height(boolean concludes, int pitch) {
    Content draft = content.draft();
    new SummarySection(draft).write(concludes, pitch);
    return draft.height();
  }

  private void write(boolean concludes, int pitch) {
    content.section("summary");
    content.lead(Verdict.sentence(assessment, words));
    Score score = assessment.score();
    String cap = Verdict.cap(score, words);
    if (!cap.isEmpty()) {
      content.callout(cap);
    }
    if (score.value() != null && score.grade() == null) {
      content.callout(words.say("score.no-grade"));
    }
    if (score.value() != null) {
      content.para(figures(score));
    }
    content.heading(words.say("summary.areas"));
    content.picture(
        Svg.areas(assessment, words, pitch), areasInWords(), Svg.areasHeight(assessment, pitch));
    content.heading(words.say("summary.gains"));
    content.table(
        "gains",
        List.of(words.say("control"), words.say("id"), words.say("severity"), words.say("gain")),
        gains(),
        words.say("summary.no-gains"));
    content.heading(words.say("summary.unknown"));
    content.para(unknown());
    content.heading(words.say("summary.overdue"));
    content.para(actions());
    content.heading(words.say("summary.conclusion"));
    content.para(
        concludes
            ? words.stated(assessment.policy().engagement().conclusion())
            : words.say("summary.conclusion.elsewhere"));
  }

  /** What waivers and declarations are worth. */
  private String figures(Score score) {
    String strict = words.say("summary.figures", words.decimal(score.withoutWaivers()));
    if (score.declaredPoints().equals("0")) {
      return strict;
    }
    return strict
        + " "
        + words.say(
            "summary.declared",
            words.decimal(Fractions.tenth(score.declaredPoints())),
            words.decimal(Fractions.tenth(score.earned())));
  }

  private String areasInWords() {
    List<String> parts = new ArrayList<>();
    for (Score.AreaScore area : assessment.score().areas()) {
      long failing =
          assessment.controls().stream()
              .filter(c -> c.area() == area.area() && c.outcome() == Outcome.FAIL)
              .count();
      parts.add(
          words.say(
              "summary.area",
              words.area(area.area()),
              area.value() == null ? "–" : words.decimal(area.value()),
              failing));
    }
    return String.join("; ", parts);
  }

  private List<Row> gains() {
    return assessment.controls().stream()
        .filter(c -> c.outcome() == Outcome.FAIL)
        .sorted(
            Comparator.comparing((ControlResult c) -> new BigDecimal(c.gain()))
                .reversed()
                .thenComparing(ControlResult::id))
        .limit(5)
        .map(
            c ->
                new Row()
                    .add(words.say(c.title()))
                    .code(c.id())
                    .tone(words.severity(c.severity()), Tone.of(c.severity()))
                    .add("+" + words.decimal(c.gain())))
        .toList();
  }

  private String unknown() {
    List<ControlResult> open =
        assessment.controls().stream().filter(c -> c.outcome() == Outcome.NOT_ASSESSED).toList();
    if (open.isEmpty()) {
      return words.say("summary.all-known");
    }
    long critical = open.stream().filter(c -> c.severity() == Severity.CRITICAL).count();
    String count = words.say("summary.unknown.count", open.size(), critical);
    Score score = assessment.score();
    if (score.grade() == null) {
      return count;
    }
    return count
        + " "
        + words.say(score.provisional() ? "summary.unknown.matters" : "summary.unknown.little");
  }

  private String actions() {
    List<Response> responses = assessment.policy().responses();
    if (responses.isEmpty()) {
      return words.say("summary.no-actions");
    }
    List<String> sentences = new ArrayList<>();
    String overdue = controls(responses.stream().filter(followUp::overdue));
    sentences.add(
        overdue.isEmpty()
            ? words.say("summary.no-overdue")
            : words.say("summary.overdue.list", overdue));
    String contradicted = controls(responses.stream().filter(followUp::contradicted));
    if (!contradicted.isEmpty()) {
      sentences.add(words.say("summary.still-open", contradicted));
    }
    return String.join(" ", sentences);
  }

  private String controls(Stream<Response> responses) {
    List<String> ids = responses.map(Response::control).distinct().toList();
    String named = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
    return ids.size() <= NAMED ? named : words.say("summary.more", named, ids.size() - NAMED);
  }
}
