package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentException;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Reason;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TenantFactsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
  @TempDir private Path folder;

  @Test
  void workers_time_zone_and_locale_do_not_change_a_byte() throws IOException {
    Fixture tenant = new Fixture().mailboxes(4_321, 7);
    Path one = folder.resolve("one.json");
    tenant.judge(one, 1, null);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      for (int workers : new int[] {2, 8}) {
        Path other = folder.resolve(workers + ".json");
        tenant.judge(other, workers, null);
        assertThat(other).hasSameBinaryContentAs(one);
      }
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
    assertThat(Fixture.result(AssessmentReader.open(one).read(1), "SMTPAUTH-02").bad())
        .isEqualTo(618);
  }

  @Test
  void an_empty_tenant_is_not_assessed_rather_than_good() {
    Assessment assessment = new Fixture().judge(folder.resolve("a.json"));
    assertThat(assessment.controls())
        .noneMatch(c -> c.outcome() == Outcome.PASS && !c.id().startsWith("PROCESS"))
        .noneMatch(c -> c.outcome() == Outcome.FAIL);
    assertThat(assessment.snapshot().settingsCoverage()).isEqualByComparingTo("0");
  }

  @Test
  void accounts_that_are_audited_are_counted_though_not_kept() {
    Fixture tenant =
        new Fixture()
            .with(
                "exchange/Get-MailboxAuditBypassAssociation",
                """
                - {Name: a, Identity: a, AuditBypassEnabled: false}
                - {Name: b, Identity: b, AuditBypassEnabled: true}
                - {Name: c, Identity: c, AuditBypassEnabled: false}
                - {Name: d, AuditBypassEnabled: false}
                - {Name: e, Identity: e}
                """);
    TenantFacts facts = TenantFactsReader.read(tenant.snapshot());
    assertThat(facts.facts().get(Dataset.AUDIT_BYPASS)).hasSize(3);
    var result = Fixture.result(tenant.judge(folder.resolve("a.json")), "ALERTS-08");
    assertThat(result.good()).isEqualTo(3);
    assertThat(result.bad()).isEqualTo(1);
    assertThat(result.unknown()).isEqualTo(1);
  }

  @Test
  void an_answer_without_rows_where_a_tenant_always_has_some_is_unknown() {
    Assessment assessment =
        new Fixture().with("exchange/Get-TransportConfig", "[]").judge(folder.resolve("a.json"));
    assertThat(Fixture.result(assessment, "SMTPAUTH-01").outcome()).isEqualTo(Outcome.NOT_ASSESSED);
  }

  @Test
  void of_two_traces_those_that_were_asked_for_say_why_neither_is_known() {
    String domains = "[{DomainName: contoso.com, MatchSubDomains: false, InitialDomain: true}]";
    Fixture refused =
        new Fixture()
            .with("exchange/Get-AcceptedDomain", domains)
            .with("graph/messageTraces", "{status: FORBIDDEN, reason: '403'}");
    assertThat(Fixture.result(refused.judge(folder.resolve("a.json")), "FORWARDING-14").reasons())
        .extracting(Reason::dataset)
        .containsExactly("graph/messageTraces");
    refused.with("incident/messageTrace", "{status: FAILED, reason: 'not read'}");
    assertThat(Fixture.result(refused.judge(folder.resolve("b.json")), "FORWARDING-14").reasons())
        .extracting(Reason::dataset)
        .containsExactlyInAnyOrder("incident/messageTrace", "graph/messageTraces");
    Fixture nobody = new Fixture().with("exchange/Get-AcceptedDomain", domains);
    assertThat(Fixture.result(nobody.judge(folder.resolve("c.json")), "FORWARDING-14").reasons())
        .extracting(Reason::dataset)
        .containsExactly("incident/messageTrace");
  }

  @Test
  void a_mailbox_list_cut_short_is_never_a_pass() {
    Fixture whole = new Fixture().mailboxes(10, 5);
    assertThat(Fixture.result(whole.judge(folder.resolve("a.json")), "SMTPAUTH-02").outcome())
        .isEqualTo(Outcome.FAIL);
    Fixture missing =
        new Fixture()
            .mailboxes(10, 1_000_000)
            .with(
                "exchange/Get-CASMailbox",
                "[{key: m000001, row: {SmtpClientAuthenticationDisabled: null}}]");
    var result = Fixture.result(missing.judge(folder.resolve("b.json")), "SMTPAUTH-02");
    assertThat(result.outcome()).isEqualTo(Outcome.NOT_ASSESSED);
    assertThat(result.unknown()).isEqualTo(9);
    assertThat(result.reasons())
        .anySatisfy(
            reason -> {
              assertThat(reason.code()).isEqualTo(Reason.Code.NOT_ASKED);
              assertThat(reason.subjects()).isEqualTo(9);
              assertThat(reason.examples()).hasSize(5).first().isEqualTo("user0@contoso.com");
            });
  }

  @Test
  void a_mailbox_list_from_which_a_mailbox_was_taken_out_is_noticed() {
    Fixture cut =
        new Fixture()
            .mailboxes(10, 1_000_000)
            .with(
                "exchange/Get-Mailbox",
                "[{key: m000001, row: {PrimarySmtpAddress: a@contoso.com, UserPrincipalName:"
                    + " a@contoso.com, RecipientTypeDetails: UserMailbox}}]");
    var result = Fixture.result(cut.judge(folder.resolve("c.json")), "SMTPAUTH-02");
    assertThat(result.outcome()).isEqualTo(Outcome.NOT_ASSESSED);
    assertThat(result.listIncomplete()).isTrue();
    assertThat(result.reasons())
        .anySatisfy(
            reason -> {
              assertThat(reason.code()).isEqualTo(Reason.Code.LIST_INCOMPLETE);
              assertThat(reason.detail())
                  .isEqualTo("sigillo:known-elsewhere|exchange/Get-CASMailbox|9");
            });
  }

  @Test
  void denying_the_evidence_of_a_failing_control_does_not_look_better() {
    String rows = "[{SmtpClientAuthenticationDisabled: false}]";
    Assessment truth =
        new Fixture()
            .mailboxes(10, 1_000_000)
            .with("exchange/Get-TransportConfig", rows)
            .judge(folder.resolve("truth.json"));
    Assessment denied =
        new Fixture()
            .mailboxes(10, 1_000_000)
            .with("exchange/Get-TransportConfig", "{status: FORBIDDEN, reason: denied}")
            .judge(folder.resolve("denied.json"));
    assertThat(Fixture.result(truth, "SMTPAUTH-01").outcome()).isEqualTo(Outcome.FAIL);
    assertThat(Fixture.result(denied, "SMTPAUTH-01").outcome()).isEqualTo(Outcome.NOT_ASSESSED);
    assertThat(denied.score().coverage()).isLessThan(truth.score().coverage());
    assertThat(denied.score().low()).isLessThanOrEqualTo(truth.score().low());
    assertThat(denied.score().high()).isGreaterThanOrEqualTo(truth.score().high());
  }

  @Test
  void waiving_everything_shows_beside_the_score() {
    Fixture tenant =
        new Fixture()
            .mailboxes(10, 5)
            .with("exchange/Get-TransportConfig", "[{SmtpClientAuthenticationDisabled: false}]");
    Assessment open = tenant.judge(folder.resolve("open.json"));
    StringBuilder waivers = new StringBuilder("waivers:\n");
    open.controls()
        .forEach(
            c ->
                waivers.append(
                    ("  - {control: %s, subject: \"*\", reason: r, owner: o, approver: a,"
                            + " approvedOn: 2026-10-01, expires: 2027-09-01}\n")
                        .formatted(c.id())));
    Assessment waived = tenant.policy(waivers.toString()).judge(folder.resolve("waived.json"));
    assertThat(waived.controls())
        .noneMatch(c -> c.outcome() == Outcome.FAIL && !c.id().equals("PROCESS-05"));
    assertThat(Fixture.result(waived, "SMTPAUTH-01").outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(waived.score().withoutWaivers()).isLessThanOrEqualTo(open.score().value());
    assertThat(waived.policy().waivers()).allMatch(Assessment.WaiverUse::blanket);
  }

  @Test
  void going_back_in_time_is_refused() {
    Path file = folder.resolve("a.json");
    assertThatThrownBy(() -> new Fixture().judge(file, 1, Instant.parse("2026-10-31T23:59:59Z")))
        .isInstanceOf(EvaluationException.class)
        .hasMessage(
            "the as-of instant 2026-10-31T23:59:59Z is earlier than the snapshot's end"
                + " 2026-11-01T00:00:00Z; allowed: that instant or later");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_policy_for_another_tenant_is_refused() {
    Path file = folder.resolve("a.json");
    Fixture tenant =
        new Fixture().policy("engagement: {tenantId: 00000000-0000-0000-0000-000000000002}");
    assertThatThrownBy(() -> tenant.judge(file))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("the policy is for tenant 00000000-0000-0000-0000-000000000002");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_changed_assessment_is_refused() throws IOException {
    Path file = folder.resolve("a.json");
    new Fixture()
        .with("exchange/Get-TransportConfig", "[{SmtpClientAuthenticationDisabled: false}]")
        .judge(file);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"FAIL\"", "\"PASS\""));
    assertThatThrownBy(() -> AssessmentReader.open(file))
        .isInstanceOf(AssessmentException.class)
        .hasMessageContaining("was changed or cut short");
    Files.writeString(file, text.substring(0, text.length() / 2));
    assertThatThrownBy(() -> AssessmentReader.open(file)).isInstanceOf(AssessmentException.class);
  }

  @Test
  void a_waived_subject_is_accepted_and_an_expired_waiver_does_not_count() {
    Fixture tenant =
        new Fixture()
            .with("exchange/Get-TransportConfig", "[{SmtpClientAuthenticationDisabled: false}]");
    String waiver =
        "waivers: [{control: SMTPAUTH-01, subject: contoso*, reason: r, owner: o, approver: a,"
            + " approvedOn: 2026-01-01, expires: %s}]";
    assertThat(
            Fixture.result(
                    tenant.policy(waiver.formatted("2026-11-01")).judge(folder.resolve("a.json")),
                    "SMTPAUTH-01")
                .outcome())
        .isEqualTo(Outcome.ACCEPTED);
    assertThat(
            Fixture.result(
                    tenant.policy(waiver.formatted("2026-10-31")).judge(folder.resolve("b.json")),
                    "SMTPAUTH-01")
                .outcome())
        .isEqualTo(Outcome.FAIL);
  }
}
