package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.policy.PolicyLoader;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.TenantFactsReader;
import org.junit.jupiter.api.Test;

class RegisterTest {
  private static Register register() {
    String domains =
        """
        - {DomainName: contoso.com, MatchSubDomains: true}
        - {DomainName: Fabrikam.example, MatchSubDomains: false}
        """;
    try (Snapshot snapshot =
        new Fixture().with("exchange/Get-AcceptedDomain", domains).snapshot()) {
      return new Register(
          PolicyLoader.parse("test", "{}", CatalogueLoader.bundled().controls()),
          TenantFactsReader.read(snapshot));
    }
  }

  @Test
  void a_domain_below_an_accepted_one_is_own_only_where_the_tenant_says_so() {
    assertThat(register().isOwnDomain("eu.contoso.com")).isTrue();
    assertThat(register().isOwnDomain("a@EU.Contoso.com")).isTrue();
    assertThat(register().isOwnDomain("eu.fabrikam.example")).isFalse();
    assertThat(register().isOwnDomain("a@fabrikam.example")).isTrue();
    assertThat(register().isOwnDomain("notcontoso.com")).isFalse();
    assertThat(register().isOwnDomain(null)).isFalse();
  }

  @Test
  void only_an_address_beyond_all_own_domains_is_external() {
    assertThat(register().isExternal("a@eu.contoso.com")).isFalse();
    assertThat(register().isExternal("a@eu.fabrikam.example")).isTrue();
    assertThat(register().isExternal("fabrikam")).isFalse();
  }
}
