package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.snapshot.DnsAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotDnsTest {
  private static final Question TXT = new Question("Contoso.com.", RecordType.TXT);
  private static final String ONE = "'contoso.com. 300 IN TXT \"one\"'";
  private static final String TWO = "'contoso.com. 9 IN TXT \"two\"'";

  private static SnapshotDns dns(String... rows) {
    return SnapshotDns.of(
        FromYaml.facts("dns/answers: [%s]".formatted(String.join(", ", rows)))
            .all(DnsAnswer.class));
  }

  private static String row(String server, String status, String... answer) {
    return "{name: contoso.com, type: TXT, server: '%s', status: %s, answer: [%s]}"
        .formatted(server, status, String.join(", ", answer));
  }

  @Test
  void a_question_without_a_row_was_not_asked() {
    assertThat(dns().ask(TXT)).isEqualTo(new Answer.Failed(Failure.NOT_ASKED, ""));
  }

  @Test
  void servers_that_say_the_same_in_another_order_agree() {
    SnapshotDns dns = dns(row("a", "NOERROR", ONE, TWO), row("b", "NOERROR", TWO, ONE));

    assertThat(dns.ask(TXT).found()).containsExactly("\"one\"", "\"two\"");
    assertThat(dns.rows(TXT)).hasSize(2);
  }

  @Test
  void servers_that_differ_leave_the_answer_open_and_are_named() {
    SnapshotDns dns = dns(row("a", "NOERROR", ONE), row("b", "NOERROR", TWO));

    assertThat(dns.ask(TXT)).isEqualTo(new Answer.Failed(Failure.CONFLICT, "a, b"));
  }

  @Test
  void a_server_that_failed_does_not_count_while_another_answered() {
    SnapshotDns dns = dns(row("a", "SERVFAIL"), row("b", "NOERROR", ONE));

    assertThat(dns.ask(TXT).found()).containsExactly("\"one\"");
  }

  @Test
  void where_all_failed_the_servers_are_named() {
    assertThat(dns(row("a", "TIMEOUT"), row("b", "REFUSED")).ask(TXT))
        .isEqualTo(new Answer.Failed(Failure.TIMEOUT, "a, b"));
  }

  @Test
  void a_row_that_does_not_say_what_was_asked_answers_nothing() {
    assertThat(dns("{status: NOERROR, answer: []}", "{name: contoso.com, type: SPF}").ask(TXT))
        .isInstanceOf(Answer.Failed.class);
  }

  @Test
  void selectors_are_those_that_were_asked_for() {
    SnapshotDns dns =
        dns(
            "{name: k1._domainkey.contoso.com, type: TXT, status: NXDOMAIN, answer: []}",
            "{name: a.b._domainkey.contoso.com, type: TXT, status: NXDOMAIN, answer: []}",
            "{name: k2._domainkey.contoso.com, type: CNAME, status: NXDOMAIN, answer: []}",
            "{name: _domainkey.contoso.com, type: TXT, status: NXDOMAIN, answer: []}");

    assertThat(dns.selectors("contoso.com")).isEqualTo(List.of("a.b", "k1"));
  }
}
