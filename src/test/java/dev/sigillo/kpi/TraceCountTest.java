package dev.sigillo.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.MessageTrace;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceCountTest {
  private final TraceCount count = new TraceCount(address -> address.endsWith("contoso.com"));
  private final List<MessageTrace> rows = new ArrayList<>();

  private void row(String id, String time, String sender, String recipient, String status) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", id).put("messageId", "<" + id + ">").put("receivedDateTime", time);
    node.put("senderAddress", sender).put("recipientAddress", recipient).put("status", status);
    RowRef ref = new RowRef("incident/messageTrace", rows.size() + 1L, id);
    MessageTrace trace = RowReader.read(MessageTrace.class, ref, node);
    rows.add(trace);
    count.add(trace);
  }

  @Test
  void a_domain_is_counted_by_hour_and_shown_by_its_worst() {
    row("1", "2026-11-21T09:10:00Z", "a@contoso.com", "x@example.net", "delivered");
    row("2", "2026-11-21T10:10:00Z", "a@contoso.com", "y@EXAMPLE.net", "Failed");
    row("3", "2026-11-21T10:50:00Z", "a@contoso.com", "z@example.net", "delivered");
    row("3", "2026-11-21T10:50:00Z", "a@contoso.com", "Z@example.net", "delivered");
    row("4", "2026-11-21T10:55:00Z", "a@contoso.com", "b@contoso.com", "failed");
    row("5", "2026-11-21T10:55:00Z", "a@contoso.com", "q@example.net", "quarantined");
    assertThat(count.rows()).isEqualTo(5);
    assertThat(count.domains())
        .singleElement()
        .satisfies(
            domain -> {
              assertThat(domain.messages()).isEqualTo(3);
              assertThat(domain.failed()).isEqualTo(1);
              assertThat(domain.row().id()).as("the failure is the evidence").isEqualTo("2");
              assertThat(domain.worstHour(1)).isEqualTo("50 % (1/2) 2026-11-21T10:00:00Z");
              assertThat(domain.bouncesAbove(49, 2)).isTrue();
              assertThat(domain.bouncesAbove(50, 2)).isFalse();
              assertThat(domain.bouncesAbove(0, 3)).isFalse();
            });
  }

  @Test
  void a_spike_is_told_by_the_senders_own_days_those_without_mail_among_them() {
    for (int day = 1; day <= 9; day++) {
      for (int i = 0; i < (day == 9 ? 40 : 10); i++) {
        row(
            "s" + day + "-" + i,
            "2026-11-0" + day + "T09:00:00Z",
            "busy@contoso.com",
            "x@e.net",
            "delivered");
      }
    }
    row("q", "2026-11-05T09:00:00Z", "quiet@contoso.com", "x@e.net", "delivered");
    TracedSender busy = count.senders().get(0);
    assertThat(busy.peak()).isEqualTo(40);
    assertThat(busy.peakDay()).isEqualTo(LocalDate.of(2026, 11, 9));
    assertThat(busy.usual(5)).isEqualTo(26);
    assertThat(busy.spikes(5, 20)).isTrue();
    assertThat(busy.spikes(5, 41)).isFalse();
    assertThat(busy.spikes(10, 20)).isFalse();
    TracedSender quiet = count.senders().get(1);
    assertThat(quiet.usual(5)).as("a mean of 0 over eight days").isEqualTo(5);
    assertThat(quiet.spikes(5, 1)).isFalse();
  }

  @Test
  void one_day_is_no_baseline() {
    row("1", "2026-11-21T09:10:00Z", "a@contoso.com", "x@example.net", "delivered");
    assertThat(count.senders().get(0).spikes(1, 1)).isFalse();
  }

  @Test
  void forwarded_mail_is_given_to_the_one_mailbox_it_went_through() {
    row("m", "2026-11-21T09:00:00Z", "n@example.org", "fwd@example.net", "delivered");
    row("m", "2026-11-21T09:00:00Z", "n@example.org", "anna@contoso.com", "delivered");
    row("l", "2026-11-21T09:00:00Z", "n@example.org", "list@example.net", "delivered");
    row("l", "2026-11-21T09:00:00Z", "n@example.org", "anna@contoso.com", "delivered");
    row("l", "2026-11-21T09:00:00Z", "n@example.org", "bob@contoso.com", "delivered");
    row("n", "2026-11-21T09:00:00Z", "", "bounce@example.net", "delivered");
    assertThat(count.wantsSecondPass()).isTrue();
    rows.forEach(count::addAgain);
    assertThat(count.forwarded())
        .extracting(ForwardedMail::address, ForwardedMail::known, ForwardedMail::messages)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("anna@contoso.com", true, 1L),
            org.assertj.core.groups.Tuple.tuple("list@example.net", false, 1L));
  }

  @Test
  void failures_alone_tell_no_share() {
    row("1", "2026-11-21T09:10:00Z", "a@contoso.com", "x@example.net", "failed");
    assertThat(count.onlyFailures()).isTrue();
  }

  @Test
  void networks_are_those_that_receivers_hold_responsible() {
    assertThat(Networks.of("40.107.20.45")).isEqualTo("40.107.20.0/24");
    assertThat(Networks.of("2a01:111:f403:c20a::5")).isEqualTo("2a01:111:f403::/48");
    assertThat(Networks.of("::ffff:40.107.20.45")).isEqualTo("40.107.20.0/24");
    assertThat(Networks.of("no address")).isEqualTo("no address");
    assertThat(Networks.within("40.95.17.0/24", List.of("40.95.0.0/16", "junk"))).isTrue();
    assertThat(Networks.within("40.96.17.3", List.of("40.95.0.0/16"))).isFalse();
  }
}
