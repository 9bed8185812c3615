package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.policy.Response;
import dev.sigillo.policy.Response.ActionStatus;
import dev.sigillo.policy.Response.Decision;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpTest {
  private static final LocalDate BEFORE = LocalDate.of(2026, 10, 15);

  @Test
  void an_action_declared_closed_whose_finding_is_open_says_so() {
    assertThat(plan(Outcome.FAIL, response("anna@contoso.com", null, BEFORE)))
        .containsIgnoringWhitespaces(
            "declared closed on 15 October 2026, but the finding is still open");
    assertThat(plan(Outcome.FAIL, response(null, ActionStatus.CLOSED, null)))
        .containsIgnoringWhitespaces(
            "declared closed, without a date, but the finding is still open");
  }

  @Test
  void an_action_whose_finding_is_gone_is_closed() {
    assertThat(plan(Outcome.PASS, response(null, null, BEFORE)))
        .containsIgnoringWhitespaces("| closed on 15 October 2026");
    assertThat(plan(Outcome.FAIL, response("carl@contoso.com", null, BEFORE)))
        .containsIgnoringWhitespaces("| closed on 15 October 2026");
  }

  @Test
  void an_action_on_what_was_not_assessed_is_not_taken_for_closed() {
    assertThat(plan(Outcome.NOT_ASSESSED, response(null, null, BEFORE)))
        .containsIgnoringWhitespaces(
            "declared closed on 15 October 2026; this audit could not check it");
  }

  @Test
  void without_responses_the_plan_says_that_there_are_none() {
    assertThat(plan(Outcome.FAIL))
        .containsIgnoringWhitespaces("The policy records no response of management.")
        .containsIgnoringWhitespaces("| no response");
  }

  private static String plan(Outcome outcome, Response... responses) {
    ControlResult control = GivenResults.with(outcome, "anna@contoso.com", "bert@contoso.com");
    Assessment assessment = GivenResults.answered(List.of(control), List.of(responses));
    return Written.in("en", assessment, content -> new ActionsSection(content).write());
  }

  private static Response response(
      @Nullable String subject, @Nullable ActionStatus status, @Nullable LocalDate closedOn) {
    String control = GivenResults.with(Outcome.FAIL).id();
    return new Response(
        control,
        subject,
        Decision.ACCEPT,
        null,
        "Mend it",
        "Owner",
        BEFORE,
        status,
        closedOn,
        null);
  }
}
