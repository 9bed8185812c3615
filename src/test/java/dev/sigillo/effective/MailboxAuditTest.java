package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.Setting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxAuditTest {
  @Test
  void every_required_action_must_be_recorded_whatever_its_case() {
    Setting<List<String>> recorded = Setting.of(List.of("Send", "UpdateInboxRules"));
    assertThat(MailboxAudit.incomplete(recorded, List.of("send"))).isFalse();
    assertThat(MailboxAudit.incomplete(recorded, List.of("Send", "SendAs"))).isTrue();
    assertThat(MailboxAudit.incomplete(recorded, List.of())).isFalse();
  }

  @Test
  void null_records_nothing_and_what_was_not_said_proves_nothing() {
    assertThat(MailboxAudit.incomplete(Setting.ofNull(), List.of("Send"))).isTrue();
    assertThat(MailboxAudit.incomplete(Setting.absent(), List.of("Send"))).isFalse();
    assertThat(MailboxAudit.shorter(Setting.ofNull(), 90)).isTrue();
    assertThat(MailboxAudit.shorter(Setting.absent(), 90)).isFalse();
  }

  @Test
  void the_limit_is_met_on_the_day() {
    assertThat(MailboxAudit.shorter(Setting.of(Duration.ofDays(90)), 90)).isFalse();
    assertThat(MailboxAudit.shorter(Setting.of(Duration.ofHours(90 * 24 - 1)), 90)).isTrue();
  }

  @Test
  void days_are_whole_ones() {
    assertThat(MailboxAudit.days(Setting.of(Duration.ofHours(47)))).isEqualTo("1");
    assertThat(MailboxAudit.days(Setting.ofNull())).isEqualTo("null");
  }
}
