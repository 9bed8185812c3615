package dev.sigillo.mailauth.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;

class DestinationsTest {
  private static final String NAME = "blue.example.com._report._dmarc.red.example.net";

  private static Zone zone(String rua) {
    return new Zone().txt("_dmarc.blue.example.com", "v=DMARC1; p=none; rua=" + rua);
  }

  private static ReportDestination only(Zone zone) {
    List<ReportDestination> reports = Dmarc.of("blue.example.com", zone).reports();
    assertThat(reports).hasSize(1);
    return reports.get(0);
  }

  @Test
  void the_own_organisation_needs_no_leave() {
    ReportDestination own = only(zone("mailto:a@blue.example.com"));
    assertThat(own.authorisation()).isEqualTo(Authorisation.OWN);
    Zone zone =
        zone("mailto:a@reports.example.com").txt("_dmarc.example.com", "v=DMARC1; p=reject");
    assertThat(only(zone).authorisation()).isEqualTo(Authorisation.OWN);
  }

  /** RFC 9990 section 4, the example. */
  @Test
  void another_organisation_gives_leave_at_a_name_of_its_own() {
    ReportDestination without = only(zone("mailto:reports@red.example.net"));
    assertThat(without.authorisation()).isEqualTo(Authorisation.NOT_AUTHORISED);
    assertThat(without.authorisedBy()).isEqualTo(NAME);
    assertThat(only(zone("mailto:reports@red.example.net").txt(NAME, "v=DMARC1;")).authorisation())
        .isEqualTo(Authorisation.AUTHORISED);
    assertThat(
            only(zone("mailto:reports@red.example.net").txt(NAME, "v=spf1 -all")).authorisation())
        .isEqualTo(Authorisation.NOT_AUTHORISED);
    Zone wild =
        zone("mailto:reports@red.example.net").txt("*._report._dmarc.red.example.net", "v=DMARC1");
    assertThat(only(wild).authorisation()).isEqualTo(Authorisation.AUTHORISED);
  }

  @Test
  void what_has_no_answer_is_unknown() {
    Zone leave =
        zone("mailto:reports@red.example.net").fail(NAME, RecordType.TXT, Failure.SERVFAIL);
    assertThat(only(leave).authorisation()).isEqualTo(Authorisation.UNKNOWN);
    Zone walk =
        zone("mailto:reports@red.example.net")
            .fail("_dmarc.red.example.net", RecordType.TXT, Failure.TIMEOUT);
    assertThat(only(walk).authorisation()).isEqualTo(Authorisation.UNKNOWN);
    assertThat(only(walk.txt(NAME, "v=DMARC1")).authorisation())
        .isEqualTo(Authorisation.AUTHORISED);
  }

  @Test
  void a_destination_that_takes_no_mail_is_told() {
    assertThat(only(zone("mailto:a@blue.example.com")).mail()).isEqualTo(Presence.ABSENT);
    Zone zone =
        zone("mailto:a@blue.example.com")
            .record("blue.example.com", RecordType.MX, "10 mx.example.com.");
    assertThat(only(zone).mail()).isEqualTo(Presence.PRESENT);
  }

  @Test
  void leave_is_given_to_the_domain_whose_record_it_is() {
    Zone zone =
        new Zone()
            .txt("_dmarc.example.com", "v=DMARC1; p=none; ruf=mailto:a@example.net")
            .txt("example.com._report._dmarc.example.net", "v=DMARC1");
    List<ReportDestination> reports = Dmarc.of("mail.example.com", zone).reports();
    assertThat(reports).extracting(ReportDestination::tag).containsExactly("ruf");
    assertThat(reports.get(0).authorisation()).isEqualTo(Authorisation.AUTHORISED);
  }

  @Test
  void a_host_is_asked_once_and_ten_hosts_at_most() {
    StringBuilder rua = new StringBuilder("mailto:a@h0.example");
    for (int i = 0; i < 60; i++) {
      rua.append(",mailto:a@h").append(i).append(".example");
    }
    Zone zone = zone(rua.toString());
    DmarcResult result = Dmarc.of("blue.example.com", zone);
    assertThat(zone.asked(RecordType.MX)).hasSize(10);
    assertThat(result.reports()).hasSize(50);
    assertThat(result.reports().get(49).authorisation()).isEqualTo(Authorisation.UNKNOWN);
    assertThat(result.has(DmarcCode.TOO_MANY_URIS)).isTrue();
  }
}
