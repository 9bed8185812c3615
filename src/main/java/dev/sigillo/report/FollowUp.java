package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.policy.Response;
import dev.sigillo.policy.SubjectPattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How far the action of a response is: what management declares, beside what the audit found. */
final class FollowUp {
  private final Words words;
  private final Assessment assessment;
  private final LocalDate today;

  /** What the audit says of an action that is declared closed. */
  private enum Found {
    DONE("closed"),
    OPEN("still-open"),
    UNKNOWN("unchecked");

    private final String key;

    Found(String key) {
      this.key = key;
    }
  }

  FollowUp(Content content) {
    this.words = content.words();
    this.assessment = content.assessment();
    this.today = assessment.asOf().atZone(content.zone()).toLocalDate();
  }

  /** In words. */
  String status(Response response) {
    if (closed(response)) {
      String key = "actions." + found(response).key;
      return response.closedOn() == null
          ? words.say(key + ".undated")
          : words.say(key + ".dated", words.date(response.closedOn()));
    }
    if (overdue(response)) {
      return words.say("actions.overdue");
    }
    return response.status() == null
        ? words.say("not-stated")
        : words.say("action." + response.status());
  }

  Tone tone(Response response) {
    if (!closed(response)) {
      return overdue(response) ? Tone.BAD : Tone.NEUTRAL;
    }
    return switch (found(response)) {
      case DONE -> Tone.NEUTRAL;
      case OPEN -> Tone.BAD;
      case UNKNOWN -> Tone.WARN;
    };
  }

  /** Due before the day of reference and not closed. */
  boolean overdue(Response response) {
    return response.due() != null && response.due().isBefore(today) && !closed(response);
  }

  /** Declared closed, while a finding it answers is open. */
  boolean contradicted(Response response) {
    return closed(response) && found(response) == Found.OPEN;
  }

  /** Open findings at hand that no response of the control answers. */
  long unanswered(ControlResult control) {
    List<Response> own = responses(control);
    return control.findings().stream()
        .filter(f -> f.waiver() == null)
        .filter(f -> own.stream().noneMatch(r -> answers(r, f)))
        .count();
  }

  /** What management says of a control. */
  List<Response> responses(ControlResult control) {
    return assessment.policy().responses().stream()
        .filter(r -> r.control().equals(control.id()))
        .toList();
  }

  private static boolean answers(Response response, Finding finding) {
    if (response.subject() == null) {
      return true;
    }
    SubjectPattern pattern = SubjectPattern.of(response.subject());
    return pattern.matches(finding.subject()) || pattern.matches(finding.key());
  }

  private static boolean closed(Response response) {
    return response.closedOn() != null || response.status() == Response.ActionStatus.CLOSED;
  }

  private Found found(Response response) {
    Optional<ControlResult> judged =
        assessment.controls().stream().filter(c -> c.id().equals(response.control())).findFirst();
    if (judged.isEmpty() || judged.get().outcome() == Outcome.NOT_ASSESSED) {
      return Found.UNKNOWN;
    }
    ControlResult control = judged.get();
    if (control.outcome() != Outcome.FAIL) {
      return Found.DONE;
    }
    if (response.subject() == null) {
      return Found.OPEN;
    }
    if (control.findings().stream().anyMatch(f -> f.waiver() == null && answers(response, f))) {
      return Found.OPEN;
    }
    boolean all = control.findingCount() == control.findings().size() && control.unknown() == 0;
    return all && !control.listIncomplete() ? Found.DONE : Found.UNKNOWN;
  }
}
