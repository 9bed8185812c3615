package dev.sigillo.mailauth.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.RecordType;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckHostTest {
  private final Zone zone = new Zone();

  private SpfCheck check(String ip, String sender) {
    return CheckHost.check(
        zone, SpfRequest.of(IpAddress.parse(ip).orElseThrow(), sender, "helo.example.net"));
  }

  @Test
  void the_path_leads_from_the_own_record_to_the_mechanism_that_matched() {
    zone.txt("example.com", "v=spf1 mx redirect=_spf.example.com")
        .add("example.com", RecordType.MX, "10 mx.example.com.")
        .add("mx.example.com", RecordType.A, "192.0.2.1")
        .txt("_spf.example.com", "v=spf1 include:out.example.net -all")
        .txt("out.example.net", "v=spf1 ip4:198.51.100.0/24 ~all");
    SpfCheck check = check("198.51.100.7", "a@example.com");
    assertThat(check.result()).isEqualTo(Result.PASS);
    assertThat(check.lookups()).isEqualTo(3);
    assertThat(check.path())
        .containsExactly(
            new Place("example.com", 10, "redirect=_spf.example.com"),
            new Place("_spf.example.com", 7, "include:out.example.net"),
            new Place("out.example.net", 7, "ip4:198.51.100.0/24"));
  }

  @Test
  void an_error_names_the_place_and_the_question() {
    zone.txt("example.com", "v=spf1 include:out.example.net -all")
        .txt("out.example.net", "v=spf1 a:host.example.net -all")
        .fails("host.example.net", RecordType.A, Failure.SERVFAIL);
    SpfCheck check = check("192.0.2.1", "a@example.com");
    assertThat(check.result()).isEqualTo(Result.TEMPERROR);
    assertThat(check.problem())
        .isEqualTo(
            new SpfProblem(
                SpfCode.DNS_FAILURE,
                "out.example.net",
                7,
                "a:host.example.net",
                "A host.example.net SERVFAIL"));
    assertThat(check.path()).hasSize(2);
  }

  @Test
  void a_question_that_was_never_put_is_no_statement_about_the_domain() {
    zone.fails("example.com", RecordType.TXT, Failure.NOT_ASKED);
    assertThat(check("192.0.2.1", "a@example.com").result()).isEqualTo(Result.TEMPERROR);
  }

  @Test
  void an_included_permerror_is_told_where_it_stands() {
    zone.txt("example.com", "v=spf1 include:bad.example -all").txt("bad.example", "v=spf1 moo");
    SpfCheck check = check("192.0.2.1", "a@example.com");
    assertThat(check.result()).isEqualTo(Result.PERMERROR);
    assertThat(check.problem())
        .hasToString(
            "bad.example, position 8, moo: no such mechanism; allowed are all, include, a, mx, ptr,"
                + " ip4, ip6 and exists");
  }

  @Test
  void a_record_that_includes_itself_ends_after_ten_lookups() {
    zone.txt("example.com", "v=spf1 include:example.com include:example.com -all");
    SpfCheck check = check("192.0.2.1", "a@example.com");
    assertThat(check.result()).isEqualTo(Result.PERMERROR);
    assertThat(check.problem()).extracting(SpfProblem::code).isEqualTo(SpfCode.LOOKUP_LIMIT);
    assertThat(zone.asked()).hasSize(11);
  }

  @Test
  void a_term_counts_as_void_once_however_many_of_its_hosts_have_no_address() {
    zone.txt("example.com", "v=spf1 mx ?all");
    for (int i = 0; i < 5; i++) {
      zone.add("example.com", RecordType.MX, i + " mx" + i + ".example.com.");
    }
    SpfCheck check = check("192.0.2.1", "a@example.com");
    assertThat(check.result()).isEqualTo(Result.NEUTRAL);
    assertThat(check.voidLookups()).isEqualTo(1);
  }

  @Test
  void the_most_a_check_can_ask_is_bounded() {
    zone.txt("example.com", "v=spf1" + " mx:m.example.com".repeat(1_000) + " -all");
    for (int i = 0; i < 10; i++) {
      zone.add("m.example.com", RecordType.MX, i + " mx.example.com.")
          .add("mx.example.com", RecordType.A, "192.0.2." + i);
    }
    SpfCheck check = check("198.51.100.1", "a@example.com");
    assertThat(check.result()).isEqualTo(Result.PERMERROR);
    assertThat(zone.asked()).hasSize(1 + 10 * 11);
  }

  @Test
  void macros_of_any_size_end_as_a_name_or_as_nothing() {
    String bomb = "%{s}".repeat(15_000);
    zone.txt("example.com", "v=spf1 exists:" + bomb + ".example.com -all exp=e.example.com")
        .txt("e.example.com", bomb);
    SpfCheck check = check("192.0.2.1", "x".repeat(900) + "@example.com");
    assertThat(check.result()).isEqualTo(Result.FAIL);
    assertThat(check.explanation()).isEmpty();
    assertThat(zone.asked()).hasSize(3);
    assertThat(zone.asked().get(1).name()).isEqualTo("com.example.com");
  }

  @Test
  void an_explanation_holds_no_control_character_whatever_the_sender_is() {
    zone.txt("example.com", "v=spf1 -all exp=e.example.com")
        .txt("e.example.com", "%{l} from %{c} seen by %{r} at %{t}");
    SpfRequest request =
        new SpfRequest(
            IpAddress.parse("::ffff:192.0.2.1").orElseThrow(),
            "example.com",
            "a\r\n\u00e9@example.com",
            "helo",
            "mx.example.net",
            Instant.ofEpochSecond(1_700_000_000));
    assertThat(CheckHost.check(zone, request).explanation())
        .isEqualTo("a???? from 192.0.2.1 seen by mx.example.net at 1700000000");
  }

  @Test
  void octets_that_mean_something_in_presentation_form_are_escaped_in_questions() {
    zone.txt("example.com", "v=spf1 exists:%{l}.example.com -all");
    check("192.0.2.1", "a b;\"(\u00e9@example.com");
    assertThat(zone.asked().get(1).name()).isEqualTo("a\\032b;\\034(\\195\\169.example.com");
  }

  @Test
  void names_are_never_taken_for_addresses() {
    assertThat(IpAddress.parse("localhost")).isEmpty();
    assertThatThrownBy(
            () -> SpfRequest.of(IpAddress.ip4(0), "x".repeat(2_000) + "@example.com", "helo"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sender and HELO name may have 1000 characters at most");
  }
}
