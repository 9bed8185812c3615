package dev.sigillo.mailauth.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ProblemCode;
import dev.sigillo.mailauth.ReportUri;
import dev.sigillo.mailauth.TagFault;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DmarcRecordTest {
  private static DmarcRecord parse(String text) {
    return DmarcRecord.parse(text).orElseThrow();
  }

  private static List<ProblemCode> codes(String text) {
    return parse(text).problems().stream().map(Problem::code).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=DMARC1; p=reject",
        "v=DMARC1;p=reject;",
        "v = DMARC1 ; p = reject ; ",
        "v=DMARC1\t;\tp=reject",
        "v=DMARC1; p=Reject",
        "v=DMARC1; rua=mailto:a@example.org; p=reject"
      })
  void these_reject(String text) {
    assertThat(parse(text).forDomain()).isEqualTo(Policy.REJECT);
    assertThat(parse(text).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v=DMARC",
        "v=DMARC10; p=reject",
        "v=dmarc1; p=reject",
        "V=DMARC1; p=reject",
        " v=DMARC1; p=reject",
        "p=reject; v=DMARC1",
        "v=DMARC1 p=reject",
        "\"v=DMARC1; p=reject\"",
        "v=spf1 -all",
        "v:DMARC1; p=reject"
      })
  void these_are_no_records(String text) {
    assertThat(DmarcRecord.parse(text)).isEmpty();
  }

  /** ScubaGear looks for the letters "p=reject;" and takes the first for a reject policy. */
  @Test
  void a_policy_for_subdomains_is_not_one_for_the_domain() {
    DmarcRecord record = parse("v=DMARC1; p=none; sp=reject;");
    assertThat(record.forDomain()).isEqualTo(Policy.NONE);
    assertThat(record.forSubdomains()).isEqualTo(Policy.REJECT);
  }

  @Test
  void subdomains_inherit_in_order() {
    assertThat(parse("v=DMARC1; p=reject").forNonexistent()).isEqualTo(Policy.REJECT);
    assertThat(parse("v=DMARC1; p=reject; sp=none").forNonexistent()).isEqualTo(Policy.NONE);
    DmarcRecord record = parse("v=DMARC1; p=none; sp=quarantine; np=reject");
    assertThat(record.forSubdomains()).isEqualTo(Policy.QUARANTINE);
    assertThat(record.forNonexistent()).isEqualTo(Policy.REJECT);
  }

  @Test
  void tag_names_are_case_sensitive() {
    DmarcRecord record = parse("v=DMARC1; P=Reject; rua=mailto:a@example.org");
    assertThat(record.forDomain()).isEqualTo(Policy.NONE);
    assertThat(record.problems())
        .contains(new Problem(DmarcCode.TAG_CASE, "", 10, "P=Reject"))
        .extracting(Problem::code)
        .contains(DmarcCode.P_MISSING);
  }

  /** RFC 9989 section 4.10.1. */
  @Test
  void without_a_valid_policy_the_record_counts_as_none_if_it_wants_reports() {
    DmarcRecord record = parse("v=DMARC1; rua=mailto:a@example.org");
    assertThat(record.isSound()).isFalse();
    assertThat(record.isLeftAside()).isFalse();
    assertThat(parse("v=DMARC1").isLeftAside()).isTrue();
    assertThat(parse("v=DMARC1; p=monitor; rua=nonsense").isLeftAside()).isTrue();
    assertThat(codes("v=DMARC1; p=monitor")).containsExactly(DmarcCode.P_INVALID);
  }

  @Test
  void an_invalid_policy_for_subdomains_voids_the_whole() {
    DmarcRecord record = parse("v=DMARC1; p=reject; sp=all; rua=mailto:a@example.org");
    assertThat(record.forDomain()).isEqualTo(Policy.NONE);
    assertThat(record.forSubdomains()).isEqualTo(Policy.NONE);
    assertThat(record.problems())
        .containsExactly(new Problem(DmarcCode.SP_INVALID, "", 20, "sp=all"));
    assertThat(parse("v=DMARC1; p=reject; np=").forDomain()).isEqualTo(Policy.NONE);
  }

  @Test
  void a_policy_given_twice_is_none() {
    assertThat(parse("v=DMARC1; p=reject; p=none").forDomain()).isEqualTo(Policy.NONE);
    assertThat(codes("v=DMARC1; p=reject; p=none"))
        .containsExactly(DmarcCode.P_INVALID, TagFault.DUPLICATE_TAG);
  }

  @Test
  void unknown_tags_and_faulty_parts_change_nothing() {
    DmarcRecord record = parse("v=DMARC1; p=reject; foo=bar; nonsense;; adkim=x; aspf=S; t=maybe");
    assertThat(record.forDomain()).isEqualTo(Policy.REJECT);
    assertThat(record.adkim()).isEqualTo(Alignment.RELAXED);
    assertThat(record.aspf()).isEqualTo(Alignment.STRICT);
    assertThat(record.testing()).isFalse();
    assertThat(record.problems())
        .extracting(Problem::code)
        .containsExactly(
            DmarcCode.UNKNOWN_TAG,
            TagFault.NO_EQUALS_SIGN,
            TagFault.EMPTY_TAG,
            DmarcCode.VALUE_INVALID,
            DmarcCode.VALUE_INVALID);
  }

  @Test
  void removed_tags_are_told_and_kept() {
    DmarcRecord record = parse("v=DMARC1; p=reject; pct=50; rf=afrf; ri=86400");
    assertThat(record.pct()).hasValue(50);
    assertThat(record.obsolete()).containsEntry("ri", "86400").containsEntry("rf", "afrf");
    assertThat(codes(record.text())).containsOnly(DmarcCode.OBSOLETE_TAG).hasSize(3);
    assertThat(parse("v=DMARC1; p=reject; pct=101").pct()).isEmpty();
    assertThat(parse("v=DMARC1; p=reject; pct=-1").pct()).isEmpty();
  }

  @Test
  void test_mode_takes_one_level_off() {
    assertThat(parse("v=DMARC1; p=reject; t=y").testing()).isTrue();
    assertThat(Policy.REJECT.tested()).isEqualTo(Policy.QUARANTINE);
    assertThat(Policy.QUARANTINE.tested()).isEqualTo(Policy.NONE);
    assertThat(Policy.NONE.tested()).isEqualTo(Policy.NONE);
  }

  @Test
  void report_addresses_are_read_one_by_one() {
    DmarcRecord record =
        parse(
            "v=DMARC1; p=none; rua=mailto:a@example.org!10m , b@example.org,https://c.example/;"
                + " ruf=mailto:d@example.org; fo=1:d:s");
    assertThat(record.rua())
        .extracting(ReportUri::uri)
        .containsExactly("mailto:a@example.org", "https://c.example/");
    assertThat(record.ruf()).extracting(ReportUri::host).containsExactly("example.org");
    assertThat(record.fo()).isEqualTo("1:d:s");
    assertThat(record.problems())
        .containsExactly(
            new Problem(DmarcCode.URI_SIZE, "", 22, "mailto:a@example.org!10m"),
            new Problem(DmarcCode.URI_INVALID, "", 49, "b@example.org"),
            new Problem(DmarcCode.URI_NOT_MAIL, "", 63, "https://c.example/"));
    assertThat(codes("v=DMARC1; p=none; fo=1")).containsExactly(DmarcCode.FO_WITHOUT_RUF);
  }

  /** RFC 9989 appendix B and RFC 7489 appendix B: records as published in the texts. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=DMARC1; p=none; rua=mailto:dmarc-feedback@example.com",
        "v=DMARC1; p=none; rua=mailto:dmarc-feedback@example.com; ruf=mailto:auth-reports@example.com",
        "v=DMARC1; p=none; rua=mailto:dmarc-feedback@example.com;ruf=mailto:auth-reports@thirdparty.example.net",
        "v=DMARC1; p=quarantine; rua=mailto:dmarc-feedback@example.com,mailto:tld-test@thirdparty.example.net; t=y"
      })
  void the_records_of_the_text_are_without_fault(String text) {
    assertThat(parse(text).problems()).isEmpty();
  }

  /** Records of ScubaGear's own cases (MS.EXO.4.1 to 4.4). */
  @Test
  void addresses_without_a_tag_are_no_report_addresses() {
    DmarcRecord record =
        parse("v=DMARC1; p=none; mailto:reports@dmarc.example.gov \n  mailto:a@example.gov");
    assertThat(record.rua()).isEmpty();
    assertThat(record.problems()).extracting(Problem::code).containsExactly(TagFault.BAD_OCTET);
    DmarcRecord good = parse("v=DMARC1;p=reject;pct=100; rua=mailto:a@example.org, mailto:b@c.org");
    assertThat(good.forDomain()).isEqualTo(Policy.REJECT);
    assertThat(good.rua()).extracting(ReportUri::host).containsExactly("example.org", "c.org");
    assertThat(good.pct()).hasValue(100);
  }

  @Test
  void any_text_is_read_without_failing_and_never_passes_for_more_than_it_says() {
    Random random = new Random(9989);
    String[] parts = {
      ";",
      " ",
      "=",
      "p=",
      "sp=",
      "np=",
      "reject",
      "none",
      "quarantine",
      "t=y",
      "rua=",
      "mailto:a@b.example",
      ",",
      "P=",
      "\u00ff",
      "pct=",
      "1",
      "!",
      "v=DMARC1",
      "psd=",
      "y",
      "n",
      "fo=",
      ":",
      "\t"
    };
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder("v=DMARC1;");
      for (int i = random.nextInt(14); i > 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      DmarcRecord record = parse(text.toString());
      if (record.forDomain() != Policy.NONE) {
        assertThat(text.toString())
            .containsPattern("(?i);[ \t]*p[ \t]*=[ \t]*" + record.forDomain() + "[ \t]*(;|$)");
      }
      for (Problem problem : record.problems()) {
        assertThat(problem.at()).isBetween(-1, text.length());
      }
    }
  }
}
