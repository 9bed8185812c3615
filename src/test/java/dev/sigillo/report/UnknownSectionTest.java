package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.Reason;
import dev.sigillo.assessment.Reason.Code;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnknownSectionTest {
  private static final String RULES = "exchange/Get-InboxRule";

  @Test
  void a_gap_stands_there_once_with_all_the_controls_it_leaves_unknown() {
    Assessment assessment =
        GivenResults.unknown(
            reason(Code.DATASET, "SKIPPED", "sigillo:not-in-source|ScubaGear", 0),
            reason(Code.LIST_INCOMPLETE, "SKIPPED", "sigillo:not-in-source|ScubaGear", 0));
    String text = written("en", assessment);
    assertThat(text.replaceAll("\\s+", "").split("ScubaGeardoesnotcollectit")).hasSize(2);
    assertThat(text)
        .containsIgnoringWhitespaces(
            "ScubaGear does not collect it.",
            assessment.controls().get(0).id() + ", " + assessment.controls().get(1).id());
  }

  @Test
  void an_import_is_advised_to_be_exported_and_not_to_be_granted_a_permission() {
    Assessment imported =
        GivenResults.unknown(
            GivenResults.dataset(RULES, "IMPORTED"),
            reason(Code.DATASET, "SKIPPED", "sigillo:not-in-source|ScubaGear", 0));
    assertThat(written("en", imported))
        .containsIgnoringWhitespaces(
            "Export it with Get-InboxRule, and import that.", "sigillo import cmdlets")
        .doesNotContainIgnoringCase("permission");
    Assessment live =
        GivenResults.unknown(
            GivenResults.dataset(RULES, "LIVE"), reason(Code.DATASET, "FORBIDDEN", "403", 0));
    assertThat(written("it", live))
        .containsIgnoringWhitespaces(
            "L’accesso è stato rifiutato.", "«403»", "l’autorizzazione che serve")
        .doesNotContain("FORBIDDEN", "import cmdlets");
  }

  @Test
  void different_answers_are_listed_with_their_counts() {
    String text =
        written(
            "en",
            GivenResults.unknown(
                reason(Code.NO_ANSWER, null, "500 MailboxInTransitException", 1),
                reason(Code.NO_ANSWER, null, "504 Gateway Timeout", 2)));
    assertThat(text)
        .containsIgnoringWhitespaces(
            "“500 MailboxInTransitException” (1)", "“504 Gateway Timeout” (2)", "(3)");
  }

  @Test
  void mailboxes_that_no_budget_was_left_for_are_told_from_those_nobody_asked() {
    assertThat(
            written(
                "en",
                GivenResults.unknown(
                    reason(Code.NOT_ASKED, null, "sigillo:some-mailboxes|5000|6120|90000", 83880))))
        .containsIgnoringWhitespaces(
            "6120 of 90000 were asked: those that call for it, and 5000 others",
            "Collect with a larger --hidden-rules-budget")
        .doesNotContainIgnoringCase("for every mailbox and group");
    assertThat(
            written(
                "it",
                GivenResults.unknown(
                    reason(
                        Code.NOT_ASKED,
                        null,
                        "sigillo:some-mailboxes-blindly|0|12|90|graph/groups",
                        78))))
        .containsIgnoringWhitespaces("Interrogate 12 su 90", "non è stato letto: graph/groups");
  }

  @Test
  void a_trace_of_failures_is_not_advised_to_be_read_again() {
    Reason failures =
        new Reason(
            Code.DATASET,
            "graph/messageTraces",
            null,
            "COMPLETE",
            "sigillo:only-failures",
            0,
            List.of());
    assertThat(written("en", GivenResults.unknown(failures)))
        .containsIgnoringWhitespaces("give it to ‘sigillo incident read --trace’")
        .doesNotContainIgnoringCase("again, in full");
  }

  @Test
  void what_microsoft_does_not_document_is_advised_to_be_exported() {
    Assessment spared =
        GivenResults.unknown(reason(Code.DATASET, "SKIPPED", "sigillo:not-documented", 0));
    assertThat(written("en", spared))
        .containsIgnoringWhitespaces(
            "Add an export of it (--import), or collect without --supported-only.")
        .doesNotContain("too.");
    assertThat(written("it", spared)).containsIgnoringWhitespaces("Aggiungerne un’esportazione");
  }

  @Test
  void a_log_too_short_names_no_event_as_an_example() {
    Reason window =
        new Reason(
            Code.LOG_WINDOW, "exchange/Search-UnifiedAuditLog", null, null, "30", 0, List.of());
    assertThat(written("en", GivenResults.unknown(window)))
        .containsIgnoringWhitespaces("30 days back")
        .doesNotContain("Such as");
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void every_reason_has_words_in_both_languages(Code code) {
    String dataset =
        switch (code) {
          case NOT_DECLARED -> "attestation";
          case UNRESOLVED -> "forwarding";
          case NO_DNS_ANSWER -> "spf";
          default -> RULES;
        };
    Reason reason = new Reason(code, dataset, "Name", "FAILED", "x", 2, List.of("anna"));
    for (String language : List.of("en", "it")) {
      assertThat(written(language, GivenResults.unknown(reason)))
          .doesNotContain("{0}", code.name());
    }
  }

  private static Reason reason(Code code, @Nullable String status, String detail, long subjects) {
    return new Reason(code, RULES, null, status, detail, subjects, List.of());
  }

  private static String written(String language, Assessment assessment) {
    return Written.in(language, assessment, content -> new UnknownSection(content).write());
  }
}
