package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sigillo.assessment.DomainResult;
import dev.sigillo.assessment.DomainResult.NodeState;
import dev.sigillo.assessment.DomainResult.SpfNode;
import dev.sigillo.assessment.DomainResult.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the assessment says of each domain. */
class DomainSectionTest {
  private static final String DOMAINS =
      """
      - {DomainName: contoso.com, InitialDomain: false, IsCoexistenceDomain: false, SendingFromDomainDisabled: false}
      - {DomainName: contoso.org, InitialDomain: false, IsCoexistenceDomain: false, SendingFromDomainDisabled: true}
      - {DomainName: contoso.net, InitialDomain: false, IsCoexistenceDomain: false, SendingFromDomainDisabled: false}
      """;
  private static final String ANSWERS =
      """
      - {name: contoso.com, type: TXT, status: NOERROR, answer: ['contoso.com. 60 IN TXT "v=spf1 a include:a.example include:gone.example ?all"']}
      - {name: contoso.com, type: A, status: NOERROR, answer: ['contoso.com. 60 IN A 192.0.2.80']}
      - {name: contoso.com, type: AAAA, status: NOERROR, answer: []}
      - {name: a.example, type: TXT, status: NOERROR, answer: ['a.example. 60 IN TXT "v=spf1 ip4:192.0.2.0/24 -all"']}
      - {name: gone.example, type: TXT, status: NXDOMAIN, answer: []}
      - {name: _dmarc.contoso.com, type: TXT, status: NOERROR, answer: ['_dmarc.contoso.com. 60 IN TXT "v=DMARC1; p=none; sp=reject; rua=mailto:d@contoso.com"']}
      - {name: _dmarc.com, type: TXT, status: NXDOMAIN, answer: []}
      - {name: contoso.org, type: TXT, status: NXDOMAIN, answer: []}
      - {name: contoso.net, type: TXT, server: '192.0.2.53:53', status: SERVFAIL, answer: []}
      """;

  @TempDir private Path folder;

  private List<DomainResult> domains(String answers) {
    return new Fixture()
        .with("exchange/Get-AcceptedDomain", DOMAINS)
        .with("dns/answers", answers)
        .judge(folder.resolve("assessment.json"))
        .domains();
  }

  @Test
  void spf_is_a_tree_with_its_counts_and_the_record_to_publish() {
    DomainResult.Spf spf = domains(ANSWERS).get(0).spf();

    assertThat(spf.state()).isEqualTo(State.PRESENT);
    assertThat(spf.lookups()).isEqualTo(3);
    assertThat(spf.voidLookups()).isEqualTo(1);
    assertThat(spf.all()).isEqualTo("?all");
    SpfNode tree = Objects.requireNonNull(spf.tree());
    assertThat(tree.terms()).containsExactly("a");
    assertThat(tree.below())
        .extracting(SpfNode::term, SpfNode::state)
        .containsExactly(
            tuple("include:a.example", NodeState.PRESENT),
            tuple("include:gone.example", NodeState.ABSENT));
    assertThat(spf.problems())
        .extracting(DomainResult.Problem::code)
        .contains("INCLUDE_WITHOUT_RECORD");
    assertThat(spf.recommended())
        .isEqualTo("v=spf1 a include:a.example include:spf.protection.outlook.com -all");
  }

  @Test
  void dmarc_shows_the_policy_in_force_and_the_record_to_publish() {
    DomainResult.Dmarc dmarc = domains(ANSWERS).get(0).dmarc();

    assertThat(dmarc.state()).isEqualTo(State.PRESENT);
    assertThat(dmarc.p()).isEqualTo("none");
    assertThat(dmarc.sp()).isEqualTo("reject");
    assertThat(dmarc.foundAt()).isEqualTo("contoso.com");
    assertThat(dmarc.recommended()).isEqualTo("v=DMARC1; p=reject; rua=mailto:d@contoso.com");
  }

  @Test
  void a_parked_domain_is_told_to_refuse_everything() {
    DomainResult parked = domains(ANSWERS).get(1);

    assertThat(parked.kind()).isEqualTo(DomainResult.Kind.PARKED);
    assertThat(parked.spf().state()).isEqualTo(State.ABSENT);
    assertThat(parked.spf().recommended()).isEqualTo("v=spf1 -all");
  }

  @Test
  void what_dns_did_not_answer_is_unknown_and_nothing_is_recommended() {
    DomainResult silent = domains(ANSWERS).get(2);

    assertThat(silent.spf().state()).isEqualTo(State.UNKNOWN);
    assertThat(silent.spf().lookups()).isNull();
    assertThat(silent.spf().all()).isNull();
    assertThat(silent.spf().tree()).isNull();
    assertThat(silent.spf().recommended()).isNull();
    assertThat(silent.spf().unresolved())
        .containsExactly("TXT contoso.net: SERVFAIL (192.0.2.53:53)");
    assertThat(silent.dmarc().state()).isEqualTo(State.UNKNOWN);
    assertThat(silent.dmarc().recommended()).isNull();
    assertThat(silent.mail().mx()).isEqualTo(State.UNKNOWN);
    assertThat(silent.mail().dane())
        .as("servers that nobody knows may well have it")
        .isEqualTo(State.UNKNOWN);
  }

  @Test
  void without_dns_there_is_no_such_section() {
    assertThat(domains("{status: SKIPPED, reason: nobody asked}")).isEmpty();
  }
}
