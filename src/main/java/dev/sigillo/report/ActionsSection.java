package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.policy.Response;
import java.util.ArrayList;
import java.util.List;

/** The action plan: a response for every failing control, or the words that there is none. */
final class ActionsSection {
  private final Content content;
  private final Words words;
  private final Assessment assessment;
  private final FollowUp followUp;

  ActionsSection(Content content) {
    this.content = content;
    this.words = content.words();
    this.assessment = content.assessment();
    this.followUp = new FollowUp(content);
  }

  void write() {
    content.section("actions");
    content.para(
        words.say(
            assessment.policy().responses().isEmpty() ? "actions.lead.none" : "actions.lead"));
    List<Row> rows = new ArrayList<>();
    for (Response r : assessment.policy().responses()) {
      rows.add(
          new Row()
              .code(r.subject() == null ? r.control() : r.control() + "\n" + r.subject())
              .add(words.say("decision." + r.decision()))
              .add(words.stated(r.action()))
              .add(words.stated(r.owner()) + "\n" + words.date(r.due()))
              .tone(followUp.status(r), followUp.tone(r)));
    }
    for (ControlResult c : assessment.controls()) {
      List<Response> own = followUp.responses(c);
      long rest = followUp.unanswered(c);
      if (c.outcome() == Outcome.FAIL && !own.isEmpty() && rest > 0) {
        rows.add(
            new Row()
                .code(c.id())
                .add("–")
                .add(words.say("actions.rest", rest))
                .add("–")
                .tone(words.say("actions.none"), Tone.WARN));
      }
      if (c.outcome() == Outcome.FAIL && own.isEmpty()) {
        rows.add(
            new Row()
                .code(c.id())
                .add("–")
                .add(words.say(c.title()))
                .add("–")
                .tone(words.say("actions.none"), Tone.WARN));
      }
    }
    content.table(
        "five",
        List.of(
            words.say("control"),
            words.say("actions.decision"),
            words.say("actions.action"),
            words.say("actions.owner"),
            words.say("status")),
        rows,
        words.say("actions.empty"));
  }
}
