package dev.sigillo.mailauth.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.MailRoute;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Zone;
import dev.sigillo.mailauth.transport.Dnssec.State;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnssecTest {
  private static final String SOA = "ns.example.com. host.example.com. 1 2 3 4 5";
  private static final String DS = "12345 13 2 " + "ab".repeat(32);
  private static final String SHA256 = "0d".repeat(32);

  private static Zone signed() {
    return new Zone()
        .record("example.com", RecordType.SOA, SOA)
        .record("example.com", RecordType.DNSKEY, "257 3 13 AAAA")
        .record("example.com", RecordType.DS, DS);
  }

  private static State state(Dns dns) {
    return Dnssec.of("example.com", dns).state();
  }

  /** A resolver that validates: the root's answers carry the AD bit, the domain's do not. */
  private static Dns validating(Zone domain) {
    Zone root = new Zone().record("", RecordType.SOA, SOA).signed();
    return question -> (question.name().isEmpty() ? root : domain).ask(question);
  }

  @Test
  void a_validated_answer_is_validated() {
    assertThat(state(signed().signed())).isEqualTo(State.VALIDATED);
  }

  @Test
  void a_ds_record_seen_by_a_resolver_that_does_not_validate_is_only_seen() {
    Dnssec dnssec = Dnssec.of("example.com", signed());
    assertThat(dnssec.state()).isEqualTo(State.SIGNED);
    assertThat(dnssec.resolverValidates()).isFalse();
  }

  @Test
  void without_ds_at_the_top_of_a_zone_it_is_unsigned() {
    Zone plain = new Zone().record("example.com", RecordType.SOA, SOA);
    assertThat(state(plain)).isEqualTo(State.UNSIGNED);
    assertThat(state(validating(plain))).isEqualTo(State.UNSIGNED);
    Zone island = plain.record("example.com", RecordType.DNSKEY, "257 3 13 AAAA");
    assertThat(state(island)).isEqualTo(State.UNSIGNED);
    assertThat(Dnssec.of("example.com", island).problems())
        .containsExactly(Problem.of(TransportCode.NO_DS, "example.com", ""));
  }

  @Test
  void what_does_not_tell_is_unknown() {
    Zone inside = new Zone().txt("example.com", "x");
    assertThat(state(inside)).isEqualTo(State.UNKNOWN);
    assertThat(state(validating(inside))).isEqualTo(State.UNSIGNED);
    Zone failed = new Zone();
    for (RecordType type : new RecordType[] {RecordType.SOA, RecordType.DNSKEY, RecordType.DS}) {
      failed.fail("example.com", type, Failure.SERVFAIL);
    }
    assertThat(state(failed)).isEqualTo(State.UNKNOWN);
    assertThat(state(validating(failed))).isEqualTo(State.UNKNOWN);
  }

  @Test
  void a_host_has_its_certificate_in_dns_when_the_answer_is_validated() {
    Zone zone = new Zone().record("_25._tcp.mx.example.com", RecordType.TLSA, "3 1 1 " + SHA256);
    Dane seen = Dane.of("mx.example.com", zone);
    assertThat(seen.state()).isEqualTo(Presence.PRESENT);
    assertThat(seen.isUsable()).isFalse();
    assertThat(Dane.of("mx.example.com", zone.signed()).isUsable()).isTrue();
    assertThat(Dane.of("other.example.com", zone).state()).isEqualTo(Presence.ABSENT);
    zone.fail("_25._tcp.mx.example.com", RecordType.TLSA, Failure.SERVFAIL);
    assertThat(Dane.of("mx.example.com", zone).state()).isEqualTo(Presence.UNKNOWN);
  }

  @Test
  void every_host_of_a_route_is_looked_at_once() {
    Zone zone =
        new Zone()
            .record("example.com", RecordType.MX, "10 a.example.com.")
            .record("example.com", RecordType.MX, "20 a.example.com.")
            .record("example.com", RecordType.MX, "20 b.example.com.");
    assertThat(Dane.of(MailRoute.of("example.com", zone), zone))
        .extracting(Dane::host)
        .containsExactly("a.example.com", "b.example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "0 1 1,32,TLSA_USAGE",
    "1 0 2,64,TLSA_USAGE",
    "3 2 1,32,TLSA_INVALID",
    "3 1 3,32,TLSA_INVALID",
    "3 1 1,20,TLSA_INVALID",
    "4 1 1,32,TLSA_INVALID"
  })
  void records_that_mail_cannot_use_are_told(String values, int octets, TransportCode code) {
    Zone zone = new Zone().signed();
    zone.record("_25._tcp.mx.example.com", RecordType.TLSA, values + " " + "ab".repeat(octets));
    Dane dane = Dane.of("mx.example.com", zone);
    assertThat(dane.isUsable()).isFalse();
    assertThat(dane.problems()).extracting(Problem::code).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3 1 1", "3 1 x ab", "3 1 1 abc", "3 1 1 zz", "999 1 1 ab"})
  void what_is_no_tlsa_record_is_refused(String data) {
    assertThat(Tlsa.of(data)).isEmpty();
  }

  @Test
  void any_text_is_read_without_failing() {
    Random random = new Random(6698);
    String alphabet = "0123 abf\u00ff\t-";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(24); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(Tlsa.of(text.toString())).isNotNull();
    }
  }
}
