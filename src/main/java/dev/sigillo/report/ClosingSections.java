package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Score;
import dev.sigillo.policy.Engagement;
import java.util.ArrayList;
import java.util.List;

/** The score with its working, signatures, and the words used. */
final class ClosingSections {
  private static final int TERMS = 20;

  private final Content content;
  private final Words words;
  private final Assessment assessment;

  ClosingSections(Content content) {
    this.content = content;
    this.words = content.words();
    this.assessment = content.assessment();
  }

  void write() {
    score();
    signOff();
  }

  private void score() {
    content.sectionWithLead("score");
    Score score = assessment.score();
    content.table(
        "score",
        List.of(
            words.say("control"),
            words.say("score.weight"),
            words.say("outcome"),
            words.say("score.working"),
            words.say("points")),
        assessment.controls().stream().filter(ResultsSections::scored).map(this::working).toList(),
        words.say("score.none"));
    if (score.value() != null) {
      content.para(
          words.say(
              "score.sum",
              words.exact(score.earned()),
              score.possible(),
              words.decimal(score.value()),
              words.decimal(score.low()),
              words.decimal(score.high()),
              words.decimal(score.withoutWaivers()),
              words.decimal(score.coverage())));
    }
    content.heading(words.say("score.areas"));
    content.table(
        "five",
        List.of(
            words.say("area"),
            words.say("score.earned"),
            words.say("score.possible"),
            words.say("score.value"),
            words.say("score.coverage")),
        score.areas().stream()
            .map(
                a ->
                    Row.of(
                        words.area(a.area()),
                        words.exact(a.earned()),
                        a.possible(),
                        a.value() == null ? "–" : words.decimal(a.value()),
                        a.coverage() == null ? "–" : words.decimal(a.coverage()) + " %"))
            .toList(),
        words.say("score.none"));
    String cap = Verdict.cap(score, words);
    String uncapped = words.say(score.grade() == null ? "score.no-grade" : "score.no-cap");
    content.para(cap.isEmpty() ? uncapped : cap);
  }

  private Row working(ControlResult c) {
    String working =
        switch (c.outcome()) {
          case FAIL ->
              c.good() + c.bad() + c.waived() == 1
                  ? words.say("score.single")
                  : words.say(
                      "score.share",
                      c.weight(),
                      c.good() + c.waived(),
                      c.good() + c.bad() + c.waived());
          default -> words.say("score.full");
        };
    return new Row()
        .code(c.id())
        .add(c.weight() + " (" + words.severity(c.severity()) + ")")
        .tone(words.marked(c.outcome()), Tone.of(c.outcome()))
        .add(working)
        .add(words.exact(c.earned()));
  }

  private void signOff() {
    content.sectionWithLead("signoff");
    Engagement e = assessment.policy().engagement();
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.of(
            words.say("cover.auditor"),
            e.auditor() == null ? words.say("line") : words.stated(e.auditor().name()),
            words.say("line"),
            words.say("line")));
    rows.add(
        Row.of(
            words.say("signoff.organisation"),
            words.say("line"),
            words.say("line"),
            words.say("line")));
    content.table(
        "four",
        List.of(words.say("role"), words.say("name"), words.say("date"), words.say("signature")),
        rows,
        "");
    content.heading(words.say("glossary"));
    List<Row> terms = new ArrayList<>();
    for (int i = 1; i <= TERMS; i++) {
      terms.add(Row.of(words.say("term." + i), words.say("term." + i + ".means")));
    }
    content.table(
        "pairs", List.of(words.say("glossary.term"), words.say("glossary.means")), terms, "");
  }
}
