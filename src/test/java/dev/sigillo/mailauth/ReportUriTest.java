package dev.sigillo.mailauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ReportUriTest {
  private static ReportUri parse(String text) {
    return ReportUri.parse(text, 0).orElseThrow();
  }

  @Test
  void a_mail_address_is_taken_apart() {
    ReportUri uri = parse("MailTo:Dmarc+r@Reports.Example.NET");
    assertThat(uri.scheme()).isEqualTo("mailto");
    assertThat(uri.address()).isEqualTo("Dmarc+r@Reports.Example.NET");
    assertThat(uri.host()).isEqualTo("reports.example.net");
    assertThat(uri.isMail()).isTrue();
  }

  @Test
  void percent_encoding_is_undone_and_header_fields_are_cut_off() {
    assertThat(parse("mailto:a%21b@example.org?subject=x").address()).isEqualTo("a!b@example.org");
  }

  @Test
  void a_size_limit_is_kept_apart() {
    ReportUri uri = parse("mailto:a@example.org!50m");
    assertThat(uri.uri()).isEqualTo("mailto:a@example.org");
    assertThat(uri.size()).isEqualTo("50m");
    assertThat(ReportUri.parse("mailto:a@example.org!much", 0)).isEmpty();
  }

  @Test
  void other_schemes_are_told() {
    ReportUri uri = parse("https://Reports.example.org/v1/tlsrpt");
    assertThat(uri.scheme()).isEqualTo("https");
    assertThat(uri.host()).isEqualTo("reports.example.org");
    assertThat(uri.isMail()).isFalse();
  }

  @Test
  void what_is_no_uri_is_refused() {
    for (String text :
        new String[] {
          "",
          "a@example.org",
          "mailto:",
          "mailto:a",
          "mailto:@example.org",
          "mailto:a@",
          "mailto:a b@c.de",
          "mailto:a@localhost",
          "mailto:a@192.0.2.1",
          "mailto:a@-x.example",
          "mailto:a@%zz.example",
          "mailto:a@example..org",
          "mailto:\u00e9@example.org"
        }) {
      assertThat(ReportUri.parse(text, 0)).as(text).isEmpty();
    }
  }

  @Test
  void any_octets_are_read_without_failing() {
    Random random = new Random(6068);
    String alphabet = "mailto:@.!%2?&/#[]\\^`{}|<>\"a1\u00ff\u0000 ";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "mailto:" : "");
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(ReportUri.parse(text.toString(), 0)).isNotNull();
    }
  }
}
