package dev.sigillo.collect.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** Whatever a server does wrong, the status says what, after a bounded number of tries. */
class FaultsTest {
  private static final Limits LIMITS = new Limits(3, Duration.ofMillis(300), 4);
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final String NAME = "faulty.example";

  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer().zone("faulty.example. 60 IN TXT \"v=spf1 -all\"\n");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void an_honest_answer_is_recorded_word_for_word() {
    try (Recording dns = recording(server)) {
      assertThat(dns.ask(question(NAME)).found()).containsExactly("\"v=spf1 -all\"");
      assertThat(dns.ask(question("nobody.example"))).isInstanceOf(Answer.NoSuchName.class);
      assertThat(dns.ask(new Question(NAME, RecordType.MX))).isInstanceOf(Answer.NoData.class);
      assertThat(rows(dns))
          .extracting(row -> row.path("name").asText() + " " + row.path("status").asText())
          .containsExactly(
              "faulty.example NOERROR", "faulty.example NOERROR", "nobody.example NXDOMAIN");
      ObjectNode txt = rows(dns).get(1);
      assertThat(txt.path("answer").path(0).asText())
          .isEqualTo("faulty.example. 60 IN TXT \"v=spf1 -all\"");
      assertThat(txt.path("transport").asText()).isEqualTo("udp");
      assertThat(txt.path("server").asText()).isEqualTo(server.address().toString());
    }
  }

  @Test
  void a_question_is_put_once() {
    try (Recording dns = recording(server)) {
      dns.expect(List.of(question(NAME), question(NAME)));
      dns.ask(question(NAME));
      dns.ask(question("FAULTY.example."));
      assertThat(server.asked(NAME)).isEqualTo(1);
    }
  }

  @Test
  void silence_is_a_time_out() {
    server.fault(NAME, (query, answer, tcp) -> null);
    expect(Failure.TIMEOUT, 3);
  }

  @Test
  void an_answer_that_comes_too_late_is_a_time_out() {
    server.fault(
        NAME,
        (query, answer, tcp) -> {
          sleep(400);
          return answer.toWire();
        });
    try (Recording dns = recording(server)) {
      assertFailed(dns, Failure.TIMEOUT);
    }
  }

  @Test
  void servfail_is_asked_again_and_stays_servfail() {
    server.fault(NAME, (query, answer, tcp) -> rcode(answer, Rcode.SERVFAIL));
    expect(Failure.SERVFAIL, 3);
  }

  @Test
  void a_refusal_is_asked_once() {
    server.fault(NAME, (query, answer, tcp) -> rcode(answer, Rcode.REFUSED));
    expect(Failure.REFUSED, 1);
  }

  @Test
  void another_response_code_is_kept_as_it_is() {
    server.fault(NAME, (query, answer, tcp) -> rcode(answer, Rcode.NOTAUTH));
    expect(Failure.OTHER_RCODE, 1);
  }

  @Test
  void a_server_that_does_not_know_edns_is_asked_without() {
    server.fault(
        NAME,
        (query, answer, tcp) ->
            query.getOPT() == null ? answer.toWire() : rcode(answer, Rcode.FORMERR));
    try (Recording dns = recording(server)) {
      assertThat(dns.ask(question(NAME)).found()).hasSize(1);
      assertThat(server.asked(NAME)).isEqualTo(2);
    }
  }

  @Test
  void a_wrong_id_is_malformed() {
    server.fault(
        NAME,
        (query, answer, tcp) -> {
          answer.getHeader().setID(query.getHeader().getID() ^ 1);
          return answer.toWire();
        });
    expect(Failure.MALFORMED, 3);
  }

  @Test
  void the_answer_to_another_question_is_malformed() {
    server.fault(NAME, (query, answer, tcp) -> asking(answer, "other.example."));
    expect(Failure.MALFORMED, 3);
  }

  @Test
  void a_question_in_another_case_is_malformed() {
    server.fault(NAME, (query, answer, tcp) -> asking(answer, "Faulty.example."));
    expect(Failure.MALFORMED, 3);
  }

  @Test
  void a_question_sent_back_as_its_own_answer_is_malformed() {
    server.fault(NAME, (query, answer, tcp) -> query.toWire());
    expect(Failure.MALFORMED, 3);
  }

  @Test
  void garbage_is_malformed() {
    server.fault(
        NAME,
        (query, answer, tcp) -> {
          byte[] whole = answer.toWire();
          return java.util.Arrays.copyOf(whole, whole.length - 4);
        });
    expect(Failure.MALFORMED, 3);
  }

  @Test
  void a_cut_answer_is_fetched_whole_over_tcp() {
    server.fault(NAME, (query, answer, tcp) -> tcp ? answer.toWire() : cut(answer));
    try (Recording dns = recording(server)) {
      assertThat(dns.ask(question(NAME)).found()).hasSize(1);
      assertThat(rows(dns).get(0).path("transport").asText()).isEqualTo("tcp");
      assertThat(server.asked(NAME)).isEqualTo(2);
    }
  }

  @Test
  void an_answer_that_tcp_does_not_complete_is_truncated() {
    server.fault(NAME, (query, answer, tcp) -> tcp ? null : cut(answer));
    expect(Failure.TRUNCATED, 6);
  }

  @Test
  void nobody_listening_is_a_network_failure() throws IOException {
    server.close();
    try (Recording dns = recording(server)) {
      Answer answer = dns.ask(question(NAME));
      assertThat(answer).isInstanceOf(Answer.Failed.class);
      assertThat(((Answer.Failed) answer).failure()).isIn(Failure.NETWORK, Failure.TIMEOUT);
    }
  }

  @Test
  void one_domains_failure_does_not_spoil_another() throws IOException {
    server.fault(NAME, (query, answer, tcp) -> rcode(answer, Rcode.SERVFAIL));
    server.zone("sound.example. 60 IN TXT \"x\"\n");
    try (Recording dns = recording(server)) {
      assertFailed(dns, Failure.SERVFAIL);
      assertThat(dns.ask(question("sound.example")).found()).hasSize(1);
    }
  }

  @Test
  void a_server_that_stops_answering_is_given_up() {
    assertThat(askedInVain(true)).isEqualTo(20);
  }

  @Test
  void a_server_that_never_answered_is_given_up_sooner() {
    assertThat(askedInVain(false)).isEqualTo(8);
  }

  /** Questions put before the server was given up. */
  private long askedInVain(boolean answersFirst) {
    for (int i = 0; i < 40; i++) {
      server.fault("n" + i + ".example", (query, answer, tcp) -> null);
    }
    server.fault("@", (query, answer, tcp) -> null).fault(".", (query, answer, tcp) -> null);
    Limits impatient = new Limits(1, Duration.ofMillis(50), 1);
    try (Recording dns = new Recording(List.of(server.address()), impatient, CLOCK)) {
      if (answersFirst) {
        assertThat(dns.ask(question(NAME)).found()).hasSize(1);
      }
      for (int i = 0; i < 40; i++) {
        dns.ask(question("n" + i + ".example"));
      }
      assertThat(dns.givenUp()).containsExactly(server.address().toString());
      return rows(dns).stream()
          .filter(row -> row.path("status").asText().equals("TIMEOUT"))
          .count();
    }
  }

  @Test
  void dead_domains_do_not_make_a_living_server_seem_dead() {
    for (int i = 0; i < 40; i++) {
      server.fault("n" + i + ".example", (query, answer, tcp) -> null);
    }
    Limits impatient = new Limits(1, Duration.ofMillis(50), 1);
    try (Recording dns = new Recording(List.of(server.address()), impatient, CLOCK)) {
      for (int i = 0; i < 40; i++) {
        dns.ask(question("n" + i + ".example"));
      }
      assertThat(dns.givenUp()).isEmpty();
      assertThat(dns.ask(question(NAME)).found()).hasSize(1);
    }
  }

  private void expect(Failure failure, int messages) {
    try (Recording dns = recording(server)) {
      assertFailed(dns, failure);
      assertThat(server.asked(NAME)).isEqualTo(messages);
    }
  }

  private static void assertFailed(Recording dns, Failure failure) {
    assertThat(dns.ask(question(NAME)))
        .isInstanceOfSatisfying(
            Answer.Failed.class, failed -> assertThat(failed.failure()).isEqualTo(failure));
  }

  private static List<ObjectNode> rows(Recording dns) {
    List<ObjectNode> rows = new ArrayList<>();
    dns.drain(rows::add);
    return rows;
  }

  private static Recording recording(LoopbackServer... servers) {
    return new Recording(
        java.util.Arrays.stream(servers).map(LoopbackServer::address).toList(), LIMITS, CLOCK);
  }

  private static Question question(String name) {
    return new Question(name, RecordType.TXT);
  }

  private static byte[] rcode(Message answer, int rcode) {
    answer.removeAllRecords(org.xbill.DNS.Section.ANSWER);
    answer.getHeader().setRcode(rcode);
    return answer.toWire();
  }

  private static byte[] cut(Message answer) {
    answer.removeAllRecords(org.xbill.DNS.Section.ANSWER);
    answer.getHeader().setFlag(Flags.TC);
    return answer.toWire();
  }

  private static byte[] asking(Message answer, String name) throws IOException {
    org.xbill.DNS.Record question = answer.getQuestion();
    answer.removeAllRecords(org.xbill.DNS.Section.QUESTION);
    answer.addRecord(
        org.xbill.DNS.Record.newRecord(
            org.xbill.DNS.Name.fromString(name), question.getType(), question.getDClass()),
        org.xbill.DNS.Section.QUESTION);
    return answer.toWire();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
