package dev.sigillo.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static List<String> describe(String yaml) {
    return PolicyCheck.describe(
        PolicyLoader.parse("own.yaml", yaml, Controls.ALL), Controls.ALL, DAY);
  }

  private static List<String> after(String label, String yaml) {
    return describe(yaml).stream()
        .filter(line -> line.startsWith(label + ":"))
        .map(line -> line.substring(14))
        .toList();
  }

  @Test
  void a_policy_is_summed_up() {
    assertThat(
            describe(
                """
                extends: default
                controls: {SMTPAUTH-01: {enabled: false, reason: Elsewhere}}
                waivers:
                  - {control: OUTBOUND-01, subject: a, reason: r, owner: o, approver: b, approvedOn: 2026-11-01, expires: 2027-10-01}
                """))
        .satisfies(lines -> assertThat(lines.get(2)).matches("Digest: {7}[0-9a-f]{64}"))
        .filteredOn(line -> !line.startsWith("Digest"))
        .containsExactly(
            "Policy:       own.yaml",
            "Extends:      default",
            "Controls:     4 of 5 selected",
            "Limits:       fail level high, coverage at least 80 %, dates in UTC",
            "Waivers:      1 on 2026-11-24: 1 live, 0 expired, 0 not yet approved",
            "Inventory:    0 senders",
            "Attestations: 0 on 2026-11-24: 0 valid",
            "Responses:    0",
            "Engagement:   none, an automatic check",
            "Weaker:       SMTPAUTH-01 enabled: false instead of true (Elsewhere)");
  }

  @Test
  void waivers_that_do_not_count_or_count_too_much_are_pointed_out() {
    assertThat(
            after(
                "Warning",
                """
                controls: {SMTPAUTH-01: {enabled: false, reason: Elsewhere}}
                waivers:
                  - {control: OUTBOUND-01, subject: "*", reason: r, owner: o, approver: b, approvedOn: 2026-11-01, expires: 2027-10-01}
                  - {control: OUTBOUND-01, subject: old, reason: r, owner: o, approver: b, approvedOn: 2026-01-01, expires: 2026-11-23}
                  - {control: OUTBOUND-01, subject: new, reason: r, owner: o, approver: b, approvedOn: 2026-11-25, expires: 2027-10-01}
                  - {control: OUTBOUND-01, subject: soon, reason: r, owner: o, approver: b, approvedOn: 2026-01-01, expires: 2026-11-24}
                  - {control: SMTPAUTH-01, subject: off, reason: r, owner: o, approver: b, approvedOn: 2026-11-01, expires: 2027-10-01}
                """))
        .containsExactly(
            "the waiver of OUTBOUND-01 for '*' covers everything",
            "the waiver of OUTBOUND-01 for 'old' expired on 2026-11-23",
            "the waiver of OUTBOUND-01 for 'new' counts from 2026-11-25 only",
            "the waiver of OUTBOUND-01 for 'soon' expires on 2026-11-24, in 0 days",
            "the waiver of SMTPAUTH-01 for 'off' changes nothing: the control is not selected");
  }

  @Test
  void declarations_that_do_not_count_are_pointed_out() {
    assertThat(
            after(
                "Warning",
                """
                attestations:
                  - {control: PROCESS-01, statement: s, by: b, on: 2026-01-01, validUntil: 2026-06-30}
                  - {control: PROCESS-01, statement: s, by: b, on: 2026-12-01, validUntil: 2027-06-30}
                  - {control: SMTPAUTH-01, statement: s, by: b, on: 2026-10-01, validUntil: 2027-06-30}
                inventory:
                  - {name: CRM, kind: application, owner: o, appId: crm}
                emergencyAccounts:
                  - {name: Break glass, id: bg@contoso.com}
                  - {name: Break glass 2, id: 9b65e0de-f2b8-4614-a733-9b293c7bb47a}
                responses:
                  - {control: SMTPAUTH-01, decision: accept, due: 2026-11-01, status: open}
                  - {control: SMTPAUTH-01, decision: accept, due: 2026-11-01, status: closed}
                privacy: {validUntil: 2026-11-23}
                """))
        .containsExactly(
            "the attestation for PROCESS-01 was valid until 2026-06-30",
            "the attestation for PROCESS-01 counts from 2026-12-01 only",
            "the attestation for SMTPAUTH-01 changes nothing: the control is judged by evidence",
            "the action for SMTPAUTH-01 was due on 2026-11-01",
            "the sender 'CRM' has an appId that is no GUID: crm",
            "the emergency account 'Break glass' has an id that is no object id (a GUID):"
                + " bg@contoso.com",
            "the basis for reading per-person logs was valid until 2026-11-23");
  }
}
