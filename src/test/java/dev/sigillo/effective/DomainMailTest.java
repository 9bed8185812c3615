package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.TenantFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainMailTest {
  private static final String DOMAINS =
      """
      exchange/Get-AcceptedDomain:
        - {DomainName: contoso.com, InitialDomain: false, IsCoexistenceDomain: false, SendingFromDomainDisabled: false}
        - {DomainName: contoso.net, InitialDomain: false, IsCoexistenceDomain: false, SendingFromDomainDisabled: false}
      dns/answers:
      """;

  private static DomainMail first(String... rows) {
    TenantFacts facts =
        FromYaml.facts(
            DOMAINS + String.join("", List.of(rows).stream().map(r -> "  - " + r + "\n").toList()));
    return Domains.of(facts, List.of()).all().get(0);
  }

  private static String txt(String name, String text) {
    return "{name: %s, type: TXT, status: NOERROR, answer: ['%s. 60 IN TXT \"%s\"']}"
        .formatted(name, name, text);
  }

  private static String failed(String name, String status) {
    return "{name: %s, type: TXT, server: ns, status: %s, answer: []}".formatted(name, status);
  }

  @Test
  void own_record_alone_answers_what_needs_no_more() {
    DomainMail domain = first(txt("contoso.com", "v=spf1 include:a.example -all"));

    assertThat(domain.unresolved(Aspect.SPF_RECORD)).isEmpty();
    assertThat(domain.unresolved(Aspect.SPF_ALL)).isEmpty();
    assertThat(domain.unresolved(Aspect.SPF_TREE)).containsExactly("TXT a.example: NOT_ASKED");
    assertThat(domain.spf().end()).isEqualTo("-all");
  }

  @Test
  void a_redirect_is_needed_for_the_end_and_its_failure_is_the_only_reason_named() {
    DomainMail domain =
        first(
            txt("contoso.com", "v=spf1 include:a.example redirect=b.example"),
            failed("b.example", "SERVFAIL"));

    assertThat(domain.unresolved(Aspect.SPF_RECORD)).isEmpty();
    assertThat(domain.unresolved(Aspect.SPF_ALL)).containsExactly("TXT b.example: SERVFAIL (ns)");
  }

  @Test
  void hosts_without_an_answer_leave_the_lookups_known() {
    DomainMail domain = first(txt("contoso.com", "v=spf1 a:mail.contoso.com mx -all"));

    assertThat(domain.unresolved(Aspect.SPF_TREE)).isEmpty();
    assertThat(domain.spf().lookups()).isEqualTo(2);
    assertThat(domain.unresolved(Aspect.SPF)).isNotEmpty();
  }

  @Test
  void a_domain_that_failed_leaves_the_other_one_alone() {
    TenantFacts facts =
        FromYaml.facts(
            DOMAINS
                + "  - "
                + failed("contoso.com", "TIMEOUT")
                + "\n  - "
                + txt("contoso.net", "v=spf1 -all"));
    List<DomainMail> domains = Domains.of(facts, List.of()).all();

    assertThat(domains.get(0).unresolved(Aspect.SPF_RECORD)).isNotEmpty();
    assertThat(domains.get(1).unresolved(Aspect.SPF_RECORD)).isEmpty();
  }

  @Test
  void an_internationalised_domain_is_looked_up_by_its_a_labels() {
    TenantFacts facts =
        FromYaml.facts(
            """
            exchange/Get-AcceptedDomain:
              - {DomainName: Bücher.example, InitialDomain: false, IsCoexistenceDomain: false, SendingFromDomainDisabled: false}
            exchange/Get-DkimSigningConfig: [{Domain: bücher.example, Enabled: true}]
            dns/answers:
              - %s
            """
                .formatted(txt("xn--bcher-kva.example", "v=spf1 -all")));
    DomainMail domain = Domains.of(facts, List.of()).all().get(0);

    assertThat(domain.spf().isValid()).isTrue();
    assertThat(domain.dkim().isSigning()).isTrue();
    assertThat(domain.subjectName()).isEqualTo("Bücher.example");
  }

  @Test
  void recommended_record_keeps_what_is_sound_and_drops_what_leads_nowhere() {
    DomainMail domain =
        first(
            txt("contoso.com", "v=spf1 ip4:192.0.2.1 ptr include:gone.example ?all"),
            "{name: gone.example, type: TXT, status: NXDOMAIN, answer: []}");

    assertThat(domain.spf().better(false))
        .contains("v=spf1 ip4:192.0.2.1 include:spf.protection.outlook.com -all");
    assertThat(domain.spf().authorising(List.of("spf.protection.outlook.com")))
        .isEqualTo("v=spf1 ip4:192.0.2.1 include:spf.protection.outlook.com -all");
    assertThat(domain.spf().better(true)).contains("v=spf1 -all");
  }

  @Test
  void recommended_policy_keeps_addresses_and_drops_what_weakens() {
    DomainMail domain =
        first(
            txt(
                "_dmarc.contoso.com",
                "v=DMARC1; p=none; sp=none; pct=50; t=y; adkim=s; rua=mailto:a@b.example; fo=1;"
                    + " ruf=mailto:c@b.example"),
            failed("_dmarc.com", "NXDOMAIN"));

    assertThat(domain.dmarc().better())
        .contains(
            "v=DMARC1; p=reject; adkim=s; rua=mailto:a@b.example; ruf=mailto:c@b.example; fo=1");
    assertThat(domain.dmarc().weakerBelow()).isEmpty();
  }
}
