package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sigillo.effective.Destination.Reach;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientsTest {
  private final Given given =
      new Given()
          .contact("Rob", "rob@contoso.com", "SMTP:Rob@evil.example")
          .contact("Inside", "inside@contoso.com", "SMTP:x@contoso.onmicrosoft.com")
          .contact("Odd", "odd@contoso.com", "X400:c=IT;a= ;p=Old");

  private final Recipients recipients = given.state().recipients();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'\"Rob\" [SMTP:ROB@fabrikam.example]', EXTERNAL, rob@fabrikam.example",
        "'[SMTP:ada@contoso.com]', INTERNAL, ada@contoso.com",
        "'Rob Knight [SMTP:rob@fabrikam.example]', EXTERNAL, rob@fabrikam.example",
        "'\"A [x] B\" [SMTP:a@fabrikam.example]', EXTERNAL, a@fabrikam.example",
        "'\"Rob\" [EX:/o=ExchangeLabs/cn=Recipients/cn=ROB]', EXTERNAL, rob@evil.example",
        "'\"Rob\" [EX:/o=Old/cn=Rob]', EXTERNAL, rob@evil.example",
        "'\"Ada\" [EX:/o=ExchangeLabs/cn=Recipients/cn=ada]', INTERNAL, /o=exchangelabs/cn=recipients/cn=ada",
        "'rob@contoso.com', EXTERNAL, rob@evil.example",
        "'smtp:x@y.example', EXTERNAL, x@y.example",
        "'Bob <bob@y.example>', EXTERNAL, bob@y.example",
        "'inside@contoso.com', INTERNAL, x@contoso.onmicrosoft.com",
        "'ada@sub.contoso.com', EXTERNAL, ada@sub.contoso.com",
        "'ada@contoso.com.evil.example', EXTERNAL, ada@contoso.com.evil.example",
        "'odd@contoso.com', UNKNOWN, odd@contoso.com",
        "'\"List\" [MAPIPDL:List]', UNKNOWN, '\"List\" [MAPIPDL:List]'",
        "'Somebody', UNKNOWN, somebody"
      })
  void forms_of_an_inbox_rule(String written, Reach reach, String address) {
    Destination destination = recipients.of(written);
    assertThat(destination.reach()).isEqualTo(reach);
    assertThat(destination.address()).isEqualTo(address);
    assertThat(destination.unresolved() != null).isEqualTo(reach == Reach.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "Rob, EXTERNAL, rob@evil.example",
    "EURPR01.PROD.OUTLOOK.COM/Organizations/contoso.onmicrosoft.com/Rob, EXTERNAL, rob@evil.example",
    "rob@contoso.com, EXTERNAL, rob@evil.example",
    "Ada, INTERNAL, ada",
    "Rob shown, UNKNOWN, rob shown",
    "Odd, UNKNOWN, odd"
  })
  void identities_of_forwarding_address(String written, Reach reach, String address) {
    Destination destination = recipients.directory(written);
    assertThat(destination.reach()).isEqualTo(reach);
    assertThat(destination.address()).isEqualTo(address);
  }

  @Test
  void name_that_two_contacts_share_is_told_only_if_they_lead_to_one_address() {
    given.contact("Rob", "rob2@contoso.com", "SMTP:other@evil.example");
    assertThat(given.state().recipients().directory("Rob").reach()).isEqualTo(Reach.UNKNOWN);
  }

  @Test
  void long_hostile_names_are_read_in_one_pass() {
    String blanks = " ".repeat(200_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(recipients.of("\"x" + blanks + "[\" [SMTP:a@evil.example]").external())
              .isTrue();
          assertThat(recipients.of("x" + blanks + "y").reach()).isEqualTo(Reach.UNKNOWN);
          assertThat(recipients.of("[".repeat(200_000) + "]").reach()).isEqualTo(Reach.UNKNOWN);
        });
  }

  @Test
  void subdomains_are_own_only_where_the_accepted_domain_matches_them() {
    given.domain("fabrikam.com", true);
    Recipients wider = given.state().recipients();
    assertThat(wider.of("a@deep.sub.fabrikam.com").reach()).isEqualTo(Reach.INTERNAL);
    assertThat(wider.of("a@notfabrikam.com").reach()).isEqualTo(Reach.EXTERNAL);
  }

  @Test
  void recipients_of_a_transport_rule_outside_but_for_the_allowed() {
    assertThat(
            recipients.outside(
                Given.list("Ada", "rob@contoso.com", "Odd", "a@ok.example", "b@part.example"),
                List.of("OK.example", "b@part.example")))
        .containsExactly("rob@evil.example", "odd");
  }
}
