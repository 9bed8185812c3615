package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Results at a glance: the prevention checklist, and every control with its outcome. */
final class ResultsSections {
  /** Worst first. */
  private static final List<Outcome> WORST =
      List.of(
          Outcome.FAIL,
          Outcome.NOT_ASSESSED,
          Outcome.ACCEPTED,
          Outcome.PASS,
          Outcome.NOT_APPLICABLE);

  private final Content content;
  private final Words words;
  private final Assessment assessment;

  ResultsSections(Content content) {
    this.content = content;
    this.words = content.words();
    this.assessment = content.assessment();
  }

  void write() {
    checklist();
    results();
  }

  private void checklist() {
    content.sectionWithLead("checklist");
    List<Row> rows = new ArrayList<>();
    for (int item = 1; item <= 7; item++) {
      String number = String.valueOf(item);
      List<ControlResult> own =
          assessment.controls().stream()
              .filter(c -> c.mappings().checklist().contains(number))
              .toList();
      if (own.isEmpty()) {
        rows.add(
            new Row()
                .add(number + ". " + words.say("checklist." + item))
                .tone(words.marked(Outcome.NOT_ASSESSED), Tone.WARN)
                .add("–")
                .add(words.say("checklist.none")));
        continue;
      }
      Outcome worst =
          own.stream()
              .map(ControlResult::outcome)
              .min(Comparator.comparingInt(WORST::indexOf))
              .orElseThrow();
      rows.add(
          new Row()
              .add(number + ". " + words.say("checklist." + item))
              .tone(words.marked(worst), Tone.of(worst))
              .code(String.join(" ", own.stream().map(ControlResult::id).toList()))
              .add(
                  words.say(
                      "checklist.sentence",
                      own.size(),
                      count(own, Outcome.PASS) + count(own, Outcome.ACCEPTED),
                      count(own, Outcome.FAIL),
                      count(own, Outcome.NOT_ASSESSED),
                      count(own, Outcome.NOT_APPLICABLE))));
    }
    content.table(
        "checklist",
        List.of(
            words.say("checklist.item"),
            words.say("checklist.worst"),
            words.say("controls"),
            words.say("checklist.how")),
        rows,
        "");
  }

  private static long count(List<ControlResult> controls, Outcome outcome) {
    return controls.stream().filter(c -> c.outcome() == outcome).count();
  }

  private void results() {
    content.sectionWithLead("results");
    content.table(
        "results",
        List.of(
            words.say("id"),
            words.say("control"),
            words.say("severity"),
            words.say("outcome"),
            words.say("results.subjects"),
            words.say("points")),
        assessment.controls().stream().map(this::row).toList(),
        words.say("results.none"));
    content.heading(words.say("results.deselected"));
    content.table(
        "four",
        List.of(
            words.say("id"), words.say("control"), words.say("reason"), words.say("results.would")),
        assessment.deselected().stream()
            .map(
                d ->
                    new Row()
                        .code(d.id())
                        .add(words.say(d.title()))
                        .add(d.reason())
                        .tone(words.marked(d.outcome()), Tone.of(d.outcome())))
            .toList(),
        words.say("results.none-deselected"));
    content.heading(words.say("results.weakenings"));
    content.table(
        "changes",
        List.of(
            words.say("control"),
            words.say("results.what"),
            words.say("reason"),
            words.say("results.from"),
            words.say("results.to")),
        assessment.policy().weakenings().stream()
            .map(
                w ->
                    new Row()
                        .code(w.control() == null ? "–" : w.control())
                        .add(words.orSelf("weakening.", w.what()))
                        .add(words.stated(w.reason()))
                        .add(value(w.what(), w.from()))
                        .add(value(w.what(), w.to())))
            .toList(),
        words.say(
            assessment.policy().chain().isEmpty()
                ? "results.extends-none"
                : "results.no-weakenings"));
  }

  private Row row(ControlResult c) {
    return new Row()
        .code(c.id())
        .add(words.say(c.title()))
        .add(words.severity(c.severity()))
        .tone(words.marked(c.outcome()), Tone.of(c.outcome()))
        .add(subjects(c))
        .add(scored(c) ? words.decimal(Fractions.tenth(c.earned())) + "/" + c.weight() : "–");
  }

  /** A value of the policy; those with words of their own in the report's language. */
  private String value(String what, String value) {
    return switch (what) {
      case "enabled" -> words.orSelf("weakening.enabled.", value);
      case "severity" -> words.orSelf("severity.", value.toUpperCase(Locale.ROOT), value);
      default -> value.equals("-") ? words.say("none") : value;
    };
  }

  /** The counts; no zero where it is not known that there is none. */
  private String subjects(ControlResult c) {
    boolean none = c.good() + c.bad() + c.waived() + c.unknown() == 0;
    if (none && c.outcome() == Outcome.NOT_ASSESSED) {
      boolean seen =
          c.reasons().stream()
              .anyMatch(
                  r ->
                      r.code() == Reason.Code.LIST_INCOMPLETE
                          && ("TRUNCATED".equals(r.status()) || "COMPLETE".equals(r.status())));
      return words.say(seen ? "results.none-seen" : "results.not-known");
    }
    String counts = words.say("results.counts", c.good(), c.bad(), c.waived(), c.unknown());
    return c.listIncomplete() ? counts + " " + words.say("results.incomplete") : counts;
  }

  static boolean scored(ControlResult c) {
    return c.outcome() == Outcome.PASS
        || c.outcome() == Outcome.ACCEPTED
        || c.outcome() == Outcome.FAIL;
  }
}
