package dev.sigillo.mailauth.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.ReportUri;
import dev.sigillo.mailauth.Zone;
import org.junit.jupiter.api.Test;

class TlsReportingTest {
  private static final String NAME = "_smtp._tls.example.com";

  private static TlsReporting of(String text) {
    return TlsReporting.of("example.com", new Zone().txt(NAME, text));
  }

  /** RFC 8460 section 3.1. */
  @Test
  void the_examples_of_the_text_are_read() {
    TlsReporting mail = of("v=TLSRPTv1;rua=mailto:reports@example.com");
    assertThat(mail.state()).isEqualTo(Presence.PRESENT);
    assertThat(mail.rua()).extracting(ReportUri::host).containsExactly("example.com");
    TlsReporting web = of("v=TLSRPTv1; rua=https://reporting.example.com/v1/tlsrpt");
    assertThat(web.rua()).extracting(ReportUri::scheme).containsExactly("https");
    assertThat(web.problems()).isEmpty();
  }

  @Test
  void an_address_that_is_no_use_is_told_and_the_others_count() {
    TlsReporting some = of("v=TLSRPTv1; rua=mailto:a@example.com,http://x.example/, b@c.example");
    assertThat(some.rua()).hasSize(1);
    assertThat(some.problems())
        .containsExactly(
            new Problem(TransportCode.URI_INVALID, NAME, 37, "http://x.example/"),
            new Problem(TransportCode.URI_INVALID, NAME, 56, "b@c.example"));
    TlsReporting none = of("v=TLSRPTv1; rua=");
    assertThat(none.state()).isEqualTo(Presence.ABSENT);
    assertThat(of("v=TLSRPTv1; x=1").has(TransportCode.RUA_MISSING)).isTrue();
    assertThat(of("v=TLSRPTv1; x=1").has(TransportCode.UNKNOWN_TAG)).isTrue();
  }

  @Test
  void several_other_and_missing_records() {
    Zone zone =
        new Zone().txt(NAME, "v=TLSRPTv1;rua=mailto:a@example.com").txt(NAME, "v=TLSRPTv2;");
    assertThat(TlsReporting.of("example.com", zone).state()).isEqualTo(Presence.PRESENT);
    zone.txt(NAME, "v=TLSRPTv1;rua=mailto:b@example.com");
    assertThat(TlsReporting.of("example.com", zone).state()).isEqualTo(Presence.ABSENT);
    assertThat(TlsReporting.of("example.com", new Zone()).state()).isEqualTo(Presence.ABSENT);
    Zone failed = new Zone().fail(NAME, RecordType.TXT, Failure.REFUSED);
    assertThat(TlsReporting.of("example.com", failed).state()).isEqualTo(Presence.UNKNOWN);
  }

  @Test
  void a_thousand_addresses_are_bounded() {
    TlsReporting many = of("v=TLSRPTv1;rua=mailto:a@b.example" + ",mailto:a@b.example".repeat(999));
    assertThat(many.rua()).hasSize(50);
  }
}
