package dev.sigillo.mailauth.dmarc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Zone;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DmarcTest {
  private static PolicyInForce force(Policy policy, String foundAt) {
    return new PolicyInForce(policy, false, foundAt);
  }

  @Test
  void an_own_record_counts() {
    Zone zone = new Zone().txt("_dmarc.example.com", "v=DMARC1; p=reject; sp=quarantine");
    DmarcResult result = Dmarc.of("Example.COM.", zone);
    assertThat(result.state()).isEqualTo(Presence.PRESENT);
    assertThat(result.foundAt()).isEqualTo("example.com");
    assertThat(result.organisationalDomain()).contains("example.com");
    assertThat(result.p()).contains(force(Policy.REJECT, "example.com"));
    assertThat(result.sp()).contains(force(Policy.QUARANTINE, "example.com"));
    assertThat(result.np()).contains(force(Policy.QUARANTINE, "example.com"));
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void a_subdomain_inherits_the_organisational_domains_policy_for_subdomains() {
    Zone zone =
        new Zone()
            .txt("_dmarc.example.com", "v=DMARC1; p=reject; sp=quarantine; np=none")
            .record("mail.example.com", RecordType.MX, "0 mx.example.com.");
    DmarcResult result = Dmarc.of("mail.example.com", zone);
    assertThat(result.isInherited()).isTrue();
    assertThat(result.p()).contains(force(Policy.QUARANTINE, "example.com"));
    assertThat(Dmarc.of("none.example.com", zone).p()).contains(force(Policy.NONE, "example.com"));
  }

  @Test
  void a_domain_whose_existence_is_not_known_has_no_policy_yet_where_it_matters() {
    Zone zone =
        new Zone()
            .txt("_dmarc.example.com", "v=DMARC1; p=reject; np=none")
            .fail("mail.example.com", RecordType.MX, Failure.TIMEOUT);
    DmarcResult result = Dmarc.of("mail.example.com", zone);
    assertThat(result.p()).isEmpty();
    assertThat(result.has(DmarcCode.EXISTENCE_UNKNOWN)).isTrue();
  }

  @Test
  void a_policy_for_subdomains_below_the_organisational_domain_is_ignored() {
    Zone zone =
        new Zone()
            .txt("_dmarc.example.com", "v=DMARC1; p=none")
            .txt("_dmarc.mail.example.com", "v=DMARC1; p=reject; sp=reject");
    DmarcResult result = Dmarc.of("mail.example.com", zone);
    assertThat(result.p()).contains(force(Policy.REJECT, "mail.example.com"));
    assertThat(result.sp()).contains(force(Policy.NONE, "example.com"));
    assertThat(result.has(DmarcCode.SUBDOMAIN_POLICY_IGNORED)).isTrue();
  }

  /** RFC 9989 section 4.10. */
  @Test
  void a_long_name_is_walked_in_eight_questions() {
    Zone zone = new Zone();
    DmarcResult result = Dmarc.of("a.b.c.d.e.f.g.h.i.j.mail.example.com", zone);
    assertThat(result.state()).isEqualTo(Presence.ABSENT);
    assertThat(result.walked())
        .containsExactly(
            "a.b.c.d.e.f.g.h.i.j.mail.example.com",
            "g.h.i.j.mail.example.com",
            "h.i.j.mail.example.com",
            "i.j.mail.example.com",
            "j.mail.example.com",
            "mail.example.com",
            "example.com",
            "com");
    assertThat(zone.asked(RecordType.TXT)).hasSize(8);
  }

  /** RFC 9989 section 5.1: the record of the zone cut is never asked for. */
  @Test
  void a_record_between_long_names_is_passed_over() {
    Zone zone = new Zone().txt("_dmarc.b.c.d.e.f.g.example.com", "v=DMARC1; p=none; psd=n");
    DmarcResult result = Dmarc.of("mail.a.b.c.d.e.f.g.example.com", zone);
    assertThat(result.state()).isEqualTo(Presence.ABSENT);
    assertThat(result.walked()).contains("c.d.e.f.g.example.com").hasSize(8);
  }

  /** RFC 9989 section 4.10.2, first example. */
  @Test
  void the_shortest_name_with_a_record_is_the_organisational_domain() {
    Zone zone =
        new Zone()
            .txt("_dmarc.mail.example.com", "v=DMARC1; p=reject")
            .txt("_dmarc.example.com", "v=DMARC1; p=quarantine");
    DmarcResult result = Dmarc.of("a.mail.example.com", zone);
    assertThat(result.organisationalDomain()).contains("example.com");
    assertThat(result.p()).contains(force(Policy.QUARANTINE, "example.com"));
  }

  /** RFC 9989 section 4.10.2, second example. */
  @Test
  void psd_n_ends_the_walk() {
    Zone zone =
        new Zone()
            .txt("_dmarc.mail.example.com", "v=DMARC1; p=reject; psd=n")
            .fail("_dmarc.example.com", RecordType.TXT, Failure.SERVFAIL);
    DmarcResult result = Dmarc.of("a.mail.example.com", zone);
    assertThat(result.organisationalDomain()).contains("mail.example.com");
    assertThat(result.walked()).containsExactly("a.mail.example.com", "mail.example.com");
    assertThat(result.p()).contains(force(Policy.REJECT, "mail.example.com"));
  }

  /** RFC 9989 section 4.10.2, third example. */
  @Test
  void below_psd_y_lies_the_organisational_domain() {
    Zone zone = new Zone().txt("_dmarc.com", "v=DMARC1; p=none; np=reject; psd=y");
    DmarcResult result = Dmarc.of("a.mail.example.com", zone);
    assertThat(result.organisationalDomain()).contains("example.com");
    assertThat(result.foundAt()).isEqualTo("com");
    assertThat(result.p()).contains(force(Policy.REJECT, "com"));
    assertThat(result.sp()).contains(force(Policy.NONE, "com"));
  }

  @Test
  void the_organisational_domain_comes_before_the_public_suffix() {
    Zone zone =
        new Zone()
            .txt("_dmarc.com", "v=DMARC1; p=none; psd=y")
            .txt("_dmarc.example.com", "v=DMARC1; p=reject");
    assertThat(Dmarc.of("a.mail.example.com", zone).foundAt()).isEqualTo("example.com");
  }

  @Test
  void several_records_are_discarded_and_the_walk_goes_on() {
    Zone zone =
        new Zone()
            .txt("_dmarc.mail.example.com", "v=DMARC1; p=reject")
            .txt("_dmarc.mail.example.com", "v=DMARC1; p=none")
            .txt("_dmarc.example.com", "v=DMARC1; p=quarantine");
    DmarcResult result = Dmarc.of("mail.example.com", zone);
    assertThat(result.p()).contains(force(Policy.QUARANTINE, "example.com"));
    assertThat(result.problems())
        .contains(new Problem(DmarcCode.SEVERAL_RECORDS, "_dmarc.mail.example.com", -1, "2"));
    assertThat(
            Dmarc.of(
                    "example.org",
                    new Zone()
                        .txt("_dmarc.example.org", "v=DMARC1; p=reject")
                        .txt("_dmarc.example.org", "v=DMARC1; p=reject"))
                .state())
        .isEqualTo(Presence.ABSENT);
  }

  @Test
  void other_texts_do_not_count() {
    Zone zone =
        new Zone()
            .txt("_dmarc.example.com", "v=spf1 -all")
            .txt("_dmarc.example.com", "v=DMARC1; p=reject");
    DmarcResult result = Dmarc.of("example.com", zone);
    assertThat(result.p()).contains(force(Policy.REJECT, "example.com"));
    assertThat(result.problems())
        .containsExactly(
            new Problem(DmarcCode.NOT_A_RECORD, "_dmarc.example.com", 0, "v=spf1 -all"));
  }

  @Test
  void a_name_without_answer_makes_it_unknown_and_not_absent() {
    Zone own = new Zone().fail("_dmarc.example.com", RecordType.TXT, Failure.SERVFAIL);
    assertThat(Dmarc.of("example.com", own).state()).isEqualTo(Presence.UNKNOWN);
    assertThat(Dmarc.of("mail.example.com", own).state()).isEqualTo(Presence.UNKNOWN);
    assertThat(Dmarc.of("example.com", own).problems())
        .containsExactly(Problem.of(DmarcCode.UNRESOLVED, "_dmarc.example.com", "SERVFAIL"));
  }

  @Test
  void an_own_record_is_known_even_if_the_names_above_are_not() {
    Zone zone =
        new Zone()
            .txt("_dmarc.example.com", "v=DMARC1; p=reject")
            .fail("_dmarc.com", RecordType.TXT, Failure.TIMEOUT);
    DmarcResult result = Dmarc.of("example.com", zone);
    assertThat(result.state()).isEqualTo(Presence.PRESENT);
    assertThat(result.p()).contains(force(Policy.REJECT, "example.com"));
    assertThat(result.sp()).isEmpty();
    assertThat(result.organisationalDomain()).isEmpty();
  }

  @Test
  void test_mode_is_that_of_the_record_it_comes_from() {
    Zone zone =
        new Zone()
            .txt("_dmarc.example.com", "v=DMARC1; p=reject; t=y")
            .txt("_dmarc.mail.example.com", "v=DMARC1; p=reject");
    DmarcResult result = Dmarc.of("mail.example.com", zone);
    assertThat(result.p().orElseThrow().applied()).isEqualTo(Policy.REJECT);
    assertThat(result.sp().orElseThrow().applied()).isEqualTo(Policy.QUARANTINE);
  }

  @Test
  void receivers_of_the_old_method_may_find_another_policy() {
    Zone zone =
        new Zone()
            .txt("_dmarc.b.a.example.co.uk", "v=DMARC1; p=reject; psd=n")
            .txt("_dmarc.example.co.uk", "v=DMARC1; p=none");
    DmarcResult result = Dmarc.of("c.b.a.example.co.uk", zone);
    assertThat(result.p()).contains(force(Policy.REJECT, "b.a.example.co.uk"));
    assertThat(result.problems())
        .containsExactly(
            Problem.of(
                DmarcCode.METHODS_DIFFER, "c.b.a.example.co.uk", "example.co.uk p=none sp=none"));
    assertThat(Dmarc.of("mail.example.co.uk", zone).problems()).isEmpty();
  }

  @Test
  void hostile_names_and_a_thousand_records_are_bounded() {
    Zone zone = new Zone();
    for (int i = 0; i < 1_000; i++) {
      zone.txt("_dmarc.example.com", "v=DMARC1; p=reject; " + "x;".repeat(2_000));
      zone.txt("_dmarc.com", "\u0000".repeat(2_000));
    }
    DmarcResult result = assertTimeout(Duration.ofSeconds(30), () -> Dmarc.of("example.com", zone));
    assertThat(result.problems()).hasSizeLessThan(20);
    for (String name :
        new String[] {"", ".", "..", "a..b", "x".repeat(10_000), "a.".repeat(5_000)}) {
      assertThat(Dmarc.of(name, new Zone()).walked()).hasSizeBetween(1, 8);
    }
  }
}
