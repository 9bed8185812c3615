package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Score;
import dev.sigillo.control.Severity;
import dev.sigillo.policy.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One page for who reads no further. */
final class SummarySection {
  private final Content content;
  private final Words words;
  private final Assessment assessment;

  SummarySection(Content content) {
    this.content = content;
    this.words = content.words();
    this.assessment = content.assessment();
  }

  void write() {
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
      content.para(
          words.say(
              "summary.figures",
              words.decimal(score.withoutWaivers()),
              words.decimal(Fractions.tenth(score.declaredPoints())),
              words.decimal(Fractions.tenth(score.earned()))));
    }
    content.heading(words.say("summary.areas"));
    content.picture(Svg.areas(assessment, words), areasInWords());
    content.heading(words.say("summary.gains"));
    content.table(
        "gains",
        List.of(words.say("control"), words.say("id"), words.say("severity"), words.say("gain")),
        gains(),
        words.say("summary.no-gains"));
    content.heading(words.say("summary.unknown"));
    content.para(unknown());
    List<Response> overdue = overdue();
    content.heading(words.say("summary.overdue"));
    content.para(
        overdue.isEmpty()
            ? words.say("summary.no-overdue")
            : words.say(
                "summary.overdue.list",
                String.join(", ", overdue.stream().map(Response::control).distinct().toList())));
    content.heading(words.say("summary.conclusion"));
    content.para(words.stated(assessment.policy().engagement().conclusion()));
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
    return words.say(
        assessment.score().provisional() ? "summary.unknown.matters" : "summary.unknown.little",
        open.size(),
        critical,
        words.decimal(assessment.score().coverage()));
  }

  private List<Response> overdue() {
    LocalDate today =
        assessment.asOf().atZone(ZoneId.of(assessment.policy().timeZone())).toLocalDate();
    return assessment.policy().responses().stream()
        .filter(r -> ActionsSection.overdue(r, today))
        .toList();
  }
}
