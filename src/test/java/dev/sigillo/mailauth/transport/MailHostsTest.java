package dev.sigillo.mailauth.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.MailRoute;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ProblemCode;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailHostsTest {
  private static Zone mx(String... data) {
    Zone zone = new Zone();
    for (String record : data) {
      zone.record("example.com", RecordType.MX, record);
    }
    return zone;
  }

  private static List<ProblemCode> codes(Zone zone) {
    return MailHosts.of("example.com", zone).problems().stream().map(Problem::code).toList();
  }

  @Test
  void hosts_with_addresses_are_fine() {
    Zone zone = mx("10 mx.example.com.").record("mx.example.com", RecordType.A, "192.0.2.1");
    assertThat(codes(zone)).isEmpty();
  }

  @Test
  void a_null_mx_is_fine_alone_and_only_so() {
    assertThat(codes(mx("0 ."))).isEmpty();
    assertThat(MailHosts.of("example.com", mx("0 .")).route().kind())
        .isEqualTo(MailRoute.Kind.REFUSED);
    Zone zone = mx("0 .", "10 mx.example.com.").record("mx.example.com", RecordType.A, "192.0.2.1");
    assertThat(codes(zone)).containsExactly(TransportCode.NULL_MX_NOT_ALONE);
  }

  @Test
  void hosts_that_cannot_take_mail_are_told() {
    assertThat(codes(mx("10 192.0.2.1."))).containsExactly(TransportCode.MX_NO_HOST);
    assertThat(codes(mx("10 none.example.com."))).containsExactly(TransportCode.MX_WITHOUT_ADDRESS);
    assertThat(codes(mx("ten mx.example.com."))).containsExactly(TransportCode.MX_UNREADABLE);
    Zone alias =
        mx("10 mx.example.com.")
            .alias("mx.example.com", "host.example.com")
            .record("host.example.com", RecordType.A, "192.0.2.1");
    assertThat(codes(alias)).containsExactly(TransportCode.MX_ALIAS);
  }

  @Test
  void what_has_no_answer_is_told() {
    Zone zone = new Zone().fail("example.com", RecordType.MX, Failure.TIMEOUT);
    assertThat(codes(zone)).containsExactly(TransportCode.UNRESOLVED);
    Zone host = mx("10 mx.example.com.").fail("mx.example.com", RecordType.A, Failure.TIMEOUT);
    assertThat(codes(host)).containsExactly(TransportCode.UNRESOLVED);
  }
}
