package dev.sigillo.collect.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Txt;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

class RecordingTest {
  private static final Limits LIMITS = new Limits(2, Duration.ofMillis(500), 4);
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  @Test
  void servers_that_differ_are_a_conflict_with_a_row_each() throws IOException {
    try (LoopbackServer inside = new LoopbackServer().zone("split.example. 60 IN TXT inside\n");
        LoopbackServer outside = new LoopbackServer().zone("split.example. 60 IN TXT outside\n");
        Recording dns = recording(inside, outside)) {
      assertThat(dns.ask(txt("split.example")))
          .isInstanceOfSatisfying(
              Answer.Failed.class, f -> assertThat(f.failure()).isEqualTo(Failure.CONFLICT));
      assertThat(rows(dns))
          .extracting(row -> row.path("server").asText())
          .containsExactly(inside.address().toString(), outside.address().toString());
    }
  }

  @Test
  void a_server_that_fails_does_not_matter_beside_one_that_answers() throws IOException {
    try (LoopbackServer dead =
            new LoopbackServer().fault("sound.example", (query, answer, tcp) -> null);
        LoopbackServer sound = new LoopbackServer().zone("sound.example. 60 IN TXT x\n");
        Recording dns = recording(dead, sound)) {
      assertThat(dns.ask(txt("sound.example")).found()).containsExactly("\"x\"");
      assertThat(rows(dns))
          .extracting(row -> row.path("status").asText())
          .containsExactly("TIMEOUT", "NOERROR");
    }
  }

  @Test
  void an_interrupted_recording_goes_on(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("answers");
    try (LoopbackServer server =
            new LoopbackServer()
                .zone("known.example. 60 IN TXT x\nasked.example. 60 IN TXT y\n")
                .fault("silent.example", (query, answer, tcp) -> null);
        LoopbackServer other = new LoopbackServer().zone("known.example. 60 IN TXT z\n")) {
      try (Recording dns = recording(server)) {
        dns.keepIn(file);
        dns.ask(txt("known.example"));
        dns.ask(txt("none.example"));
        dns.ask(txt("asked.example"));
        dns.ask(txt("silent.example"));
      }
      int before = server.asked("silent.example");
      // The process was killed while it wrote.
      Files.write(file, new byte[] {0, 0, 1, 0, '['}, StandardOpenOption.APPEND);

      try (Recording dns = recording(server)) {
        dns.keepIn(file);
        assertThat(dns.size()).isZero();
        assertThat(dns.ask(txt("known.example")).found()).containsExactly("\"x\"");
        assertThat(dns.ask(txt("none.example"))).isInstanceOf(Answer.NoSuchName.class);
        assertThat(dns.ask(txt("silent.example")).isUnknown()).isTrue();
        assertThat(dns.ask(txt("new.example"))).isInstanceOf(Answer.NoSuchName.class);
        assertThat(server.asked("known.example") + server.asked("none.example")).isEqualTo(2);
        assertThat(server.asked("silent.example")).isGreaterThan(before);
        assertThat(dns.unanswered()).containsOnlyKeys(Failure.TIMEOUT);
        assertThat(rows(dns))
            .extracting(row -> row.path("name").asText())
            .containsExactly("known.example", "new.example", "none.example", "silent.example");
      }
      try (Recording dns = recording(other)) {
        dns.keepIn(file);
        assertThat(dns.ask(txt("known.example")).found()).containsExactly("\"z\"");
      }
    }
  }

  @Test
  void an_alias_out_of_a_zone_is_followed_by_asking_again() throws IOException {
    try (LoopbackServer server =
            new LoopbackServer()
                .authoritative()
                .zone("a.example. 60 IN CNAME b.test.\nb.test. 60 IN CNAME c.test.\n")
                .zone("c.test. 60 IN TXT end\n");
        Recording dns = recording(server)) {
      assertThat(dns.ask(txt("a.example")))
          .isEqualTo(new Answer.Found(List.of("\"end\""), List.of("b.test", "c.test"), false));
      assertThat(rows(dns)).hasSize(1);
      assertThat(rows(dns).get(0).path("answer")).hasSize(3);
      assertThat(dns.ask(new Question("b.test", RecordType.MX))).isInstanceOf(Answer.NoData.class);
      assertThat(dns.ask(new Question("a.example", RecordType.CNAME)).found())
          .containsExactly("b.test.");
    }
  }

  @Test
  void aliases_that_go_round_end() throws IOException {
    try (LoopbackServer server =
            new LoopbackServer()
                .authoritative()
                .zone("a.example. 60 IN CNAME b.test.\nb.test. 60 IN CNAME a.example.\n");
        Recording dns = recording(server)) {
      assertThat(dns.ask(txt("a.example")))
          .isInstanceOfSatisfying(
              Answer.Failed.class, f -> assertThat(f.failure()).isEqualTo(Failure.ALIAS_LOOP));
      assertThat(server.asked("a.example") + server.asked("b.test")).isLessThan(5);
    }
  }

  @Test
  void a_chain_without_end_ends() throws IOException {
    try (LoopbackServer server = new LoopbackServer().authoritative()) {
      for (int i = 0; i < 40; i++) {
        server.zone("n%d.example. 60 IN CNAME n%d.example.\n".formatted(i, i + 1));
      }
      try (Recording dns = recording(server)) {
        assertThat(dns.ask(txt("n0.example")).isUnknown()).isTrue();
        assertThat(rows(dns).get(0).path("status").asText()).isEqualTo("ALIAS_LOOP");
      }
    }
  }

  @Test
  void a_target_that_is_refused_makes_the_answer_unknown() throws IOException {
    try (LoopbackServer server =
            new LoopbackServer()
                .authoritative()
                .zone("a.example. 60 IN CNAME else.test.\n")
                .fault(
                    "else.test",
                    (query, answer, tcp) -> {
                      answer.getHeader().setRcode(Rcode.REFUSED);
                      return answer.toWire();
                    });
        Recording dns = recording(server)) {
      assertThat(dns.ask(txt("a.example")))
          .isEqualTo(new Answer.Failed(Failure.REFUSED, "REFUSED"));
    }
  }

  @Test
  void who_only_knows_who_knows_has_not_answered() throws IOException {
    try (LoopbackServer server =
            new LoopbackServer()
                .authoritative()
                .fault(
                    "below.example",
                    (query, answer, tcp) -> {
                      answer.getHeader().setRcode(Rcode.NOERROR);
                      answer.getHeader().unsetFlag(Flags.AA);
                      return answer.toWire();
                    });
        Recording dns = recording(server)) {
      assertThat(dns.ask(txt("below.example")))
          .isEqualTo(new Answer.Failed(Failure.OTHER_RCODE, "REFERRAL"));
    }
  }

  @Test
  void no_octet_of_a_text_or_name_is_lost() throws IOException {
    try (LoopbackServer server =
            new LoopbackServer()
                .zone("odd.example. 60 IN TXT \"\\255\\000\\195(\\\"\\\\;\" \"\\226\\128\\174\"\n")
                .zone("a\\@b\\.c\\032d.example. 60 IN TXT x\n");
        Recording dns = recording(server)) {
      assertThat(Txt.of(dns.ask(txt("odd.example")).found().get(0)).strings())
          .containsExactly("\u00ff\u0000\u00c3(\"\\;", "\u00e2\u0080\u00ae");
      assertThat(dns.ask(txt("a@b\\.c d.example")).found()).containsExactly("\"x\"");
      assertThat(rows(dns).toString()).matches("[ -~]*");
    }
  }

  @Test
  void an_empty_string_is_a_record_too() throws IOException {
    try (LoopbackServer server = new LoopbackServer().zone("empty.example. 60 IN TXT \"\"\n");
        Recording dns = recording(server)) {
      assertThat(dns.ask(txt("empty.example")).found()).containsExactly("\"\"");
    }
  }

  @Test
  void a_thousand_records_at_one_name_are_all_recorded() throws IOException {
    StringBuilder zone = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      zone.append("many.example. 60 IN TXT \"record number %d\"\n".formatted(i));
    }
    try (LoopbackServer server = new LoopbackServer().zone(zone.toString());
        Recording dns = recording(server)) {
      assertThat(dns.ask(txt("many.example")).found()).hasSize(1000);
      assertThat(rows(dns).get(0).path("transport").asText()).isEqualTo("tcp");
    }
  }

  @Test
  void a_message_that_unfolds_beyond_measure_is_not_kept() throws IOException {
    try (LoopbackServer server = new LoopbackServer().fault("bomb.example", bomb(4000));
        Recording dns = recording(server)) {
      assertThat(dns.ask(txt("bomb.example")))
          .isEqualTo(new Answer.Failed(Failure.MALFORMED, "MALFORMED"));
      assertThat(rows(dns).toString()).hasSizeLessThan(1000);
    }
  }

  @Test
  void nor_is_a_chain_of_them() throws IOException {
    try (LoopbackServer server = new LoopbackServer().authoritative()) {
      for (int i = 0; i < 8; i++) {
        server.zone("n%d.example. 60 IN CNAME n%d.example.\n".formatted(i, i + 1));
        server.fault("n" + i + ".example", bomb(900));
      }
      try (Recording dns = recording(server)) {
        assertThat(dns.ask(txt("n0.example")))
            .isEqualTo(new Answer.Failed(Failure.MALFORMED, "MALFORMED"));
        assertThat(rows(dns).toString()).hasSizeLessThan(1000);
      }
    }
  }

  /** Adds records with an owner of a thousand characters, which compression makes two octets of. */
  private static LoopbackServer.Fault bomb(int records) throws IOException {
    Name owner = new Name(("\\255".repeat(60) + ".").repeat(4));
    return (query, answer, tcp) -> {
      if (!tcp) {
        answer.getHeader().setFlag(Flags.TC);
        return answer.toWire();
      }
      for (int i = 0; i < records; i++) {
        byte[] address = {10, 0, (byte) (i >> 8), (byte) i};
        answer.addRecord(
            new ARecord(owner, DClass.IN, 60, InetAddress.getByAddress(address)), Section.ANSWER);
      }
      return answer.toWire(Message.MAXLENGTH);
    };
  }

  @Test
  void a_name_that_dns_cannot_hold_is_not_asked() throws IOException {
    try (LoopbackServer server = new LoopbackServer();
        Recording dns = recording(server)) {
      for (String name : List.of("a..example", "x".repeat(64) + ".example", "\u4f8b.example")) {
        assertThat(dns.ask(txt(name))).isEqualTo(new Answer.Failed(Failure.NOT_ASKED, "NOT_ASKED"));
      }
      assertThat(server.questions()).isEmpty();
    }
  }

  private static Question txt(String name) {
    return new Question(name, RecordType.TXT);
  }

  private static Recording recording(LoopbackServer... servers) {
    return new Recording(
        Arrays.stream(servers).map(LoopbackServer::address).toList(), LIMITS, CLOCK);
  }

  private static List<ObjectNode> rows(Recording dns) {
    List<ObjectNode> rows = new ArrayList<>();
    dns.drain(rows::add);
    return rows;
  }
}
