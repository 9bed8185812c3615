package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.AuditEvent;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Setting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardingChangeTest {

  private static AuditEvent event(String operation, String parameters) {
    return new AuditEvent(
        new RowRef("x", 1, "e1"),
        Setting.of("e1"),
        Setting.of(Instant.parse("2026-10-02T00:00:00Z")),
        Setting.of(operation),
        Setting.of("admin@contoso.com"),
        Setting.ofNull(),
        Given.of(parameters));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "New-InboxRule, '[{\"Name\":\"ForwardTo\",\"Value\":\"x@evil.example\"}]', true",
        "New-InboxRule, '[{\"Name\":\"MoveToFolder\",\"Value\":\"Invoices\"}]', false",
        "Set-InboxRule, '[{\"Name\":\"ForwardTo\",\"Value\":\"\"}]', false",
        "UpdateInboxRules, '[{\"Name\":\"RuleActions\",\"Value\":\"[{\\\"ActionType\\\":\\\"Forward\\\"}]\"}]', true",
        "Set-Mailbox, '[{\"Name\":\"ForwardingSmtpAddress\",\"Value\":\"smtp:x@evil.example\"}]', true",
        "Set-Mailbox, '[{\"Name\":\"ForwardingSmtpAddress\", \"Value\":null}]', false",
        "Set-Mailbox, '[{\"Name\":\"AuditEnabled\",\"Value\":\"True\"}]', false",
        "Set-Mailbox, , false",
        "New-TransportRule, 'BlindCopyTo: x@evil.example', true",
        "Set-RemoteDomain, '[{\"Name\":\"AutoForwardEnabled\",\"Value\":\"True\"}]', true",
        "Set-RemoteDomain, '[{\"Name\":\"AutoForwardEnabled\",\"Value\":\"False\"}]', false",
        "set-hostedoutboundspamfilterpolicy, '[{\"Name\":\"AutoForwardingMode\",\"Value\":\"On\"}]', true",
        "Set-HostedOutboundSpamFilterPolicy, '[{\"Name\":\"AutoForwardingMode\",\"Value\":\"Off\"}]', false",
        "UserLoggedIn, 'ForwardTo', false"
      })
  void operations(String operation, String parameters, boolean expected) {
    assertThat(ForwardingChange.is(event(operation, parameters), false)).isEqualTo(expected);
  }

  @Test
  void every_inbox_rule_counts_when_asked() {
    assertThat(ForwardingChange.is(event("New-InboxRule", "MoveToFolder"), true)).isTrue();
    assertThat(ForwardingChange.is(event("Set-Mailbox", "AuditEnabled"), true)).isFalse();
  }

  @Test
  void explanation_begins_with_the_id_of_the_event() {
    AuditEvent event = event("x", "");
    assertThat(ForwardingChange.isExplained(event, List.of("E1 change 4711"))).isTrue();
    assertThat(ForwardingChange.isExplained(event, List.of("e1"))).isTrue();
    assertThat(ForwardingChange.isExplained(event, List.of("e12 change 4711", ""))).isFalse();
  }

  @Test
  void window_begins_so_many_days_before() {
    Instant asOf = Instant.parse("2026-11-01T00:00:00Z");
    assertThat(ForwardingChange.within(event("x", ""), 30, asOf)).isTrue();
    assertThat(ForwardingChange.within(event("x", ""), 29, asOf)).isFalse();
  }
}
