package dev.sigillo.mailauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.mailauth.MailRoute.Kind;
import org.junit.jupiter.api.Test;

class MailRouteTest {
  private static Kind kind(Zone zone) {
    return MailRoute.of("example.org", zone).kind();
  }

  @Test
  void preferred_exchangers_come_first() {
    Zone zone =
        new Zone()
            .record("example.org", RecordType.MX, "20 b.example.org.")
            .record("example.org", RecordType.MX, "10 a.example.org.");
    MailRoute route = MailRoute.of("example.org", zone);
    assertThat(route.kind()).isEqualTo(Kind.EXCHANGERS);
    assertThat(route.exchangers())
        .extracting(Mx::exchange)
        .containsExactly("a.example.org", "b.example.org");
  }

  @Test
  void a_null_mx_refuses_mail() {
    assertThat(kind(new Zone().record("example.org", RecordType.MX, "0 .")))
        .isEqualTo(Kind.REFUSED);
  }

  @Test
  void without_mx_the_address_counts() {
    assertThat(kind(new Zone().record("example.org", RecordType.AAAA, "2001:db8::1")))
        .isEqualTo(Kind.ADDRESS);
    assertThat(kind(new Zone().txt("example.org", "x"))).isEqualTo(Kind.NOWHERE);
    assertThat(kind(new Zone())).isEqualTo(Kind.NOWHERE);
  }

  @Test
  void an_answer_that_is_missing_leaves_it_open() {
    assertThat(kind(new Zone().fail("example.org", RecordType.MX, Failure.TIMEOUT)))
        .isEqualTo(Kind.UNKNOWN);
    assertThat(
            kind(
                new Zone()
                    .txt("example.org", "x")
                    .fail("example.org", RecordType.A, Failure.SERVFAIL)))
        .isEqualTo(Kind.UNKNOWN);
  }
}
