package dev.sigillo.mailauth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Zone;
import org.junit.jupiter.api.Test;

class DkimTest {
  private static final String NAME = "selector1._domainkey.contoso.example";
  private static final String TARGET =
      "selector1-contoso-example._domainkey.contoso.n-v1.dkim.mail.microsoft";
  private static final String KEY =
      "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

  private static DkimSelector of(Zone zone) {
    return Dkim.of("Contoso.example", "selector1", zone);
  }

  @Test
  void the_aliases_are_told_with_the_key() {
    DkimSelector selector = of(new Zone().alias(NAME, TARGET).txt(TARGET, KEY));
    assertThat(selector.state()).isEqualTo(Presence.PRESENT);
    assertThat(selector.aliases()).containsExactly(TARGET);
    assertThat(selector.isUsable()).isTrue();
    assertThat(selector.problems()).isEmpty();
  }

  @Test
  void an_alias_of_nothing_is_told() {
    DkimSelector selector = of(new Zone().alias(NAME, TARGET));
    assertThat(selector.state()).isEqualTo(Presence.ABSENT);
    assertThat(selector.aliases()).containsExactly(TARGET);
    assertThat(selector.problems())
        .containsExactly(Problem.of(DkimCode.ALIAS_DANGLING, NAME, TARGET));
  }

  @Test
  void a_key_without_answer_is_unknown_and_its_alias_still_told() {
    Zone zone = new Zone().alias(NAME, TARGET).fail(NAME, RecordType.TXT, Failure.TIMEOUT);
    DkimSelector selector = of(zone);
    assertThat(selector.state()).isEqualTo(Presence.UNKNOWN);
    assertThat(selector.aliases()).containsExactly(TARGET);
    assertThat(selector.problems())
        .containsExactly(Problem.of(DkimCode.UNRESOLVED, NAME, "TIMEOUT"));
  }

  @Test
  void nothing_is_absent() {
    assertThat(of(new Zone()).state()).isEqualTo(Presence.ABSENT);
    assertThat(of(new Zone()).problems()).isEmpty();
  }

  @Test
  void several_keys_are_none() {
    DkimSelector selector = of(new Zone().txt(NAME, KEY).txt(NAME, "v=DKIM1; p="));
    assertThat(selector.state()).isEqualTo(Presence.PRESENT);
    assertThat(selector.key()).isEmpty();
    assertThat(selector.isUsable()).isFalse();
    assertThat(selector.has(DkimCode.SEVERAL_RECORDS)).isTrue();
  }

  @Test
  void other_texts_are_no_keys() {
    DkimSelector selector = of(new Zone().txt(NAME, "v=spf1 -all"));
    assertThat(selector.state()).isEqualTo(Presence.ABSENT);
    assertThat(selector.problems())
        .containsExactly(new Problem(DkimCode.NOT_A_KEY, NAME, 0, "v=spf1 -all"));
  }

  @Test
  void hostile_answers_are_bounded() {
    Zone zone = new Zone();
    for (int i = 0; i < 1_000; i++) {
      zone.txt(NAME, KEY);
    }
    assertThat(of(zone).keys()).hasSize(10);
    assertThat(Dkim.of("contoso.example", "x".repeat(64), zone).has(DkimCode.BAD_NAME)).isTrue();
    assertThat(Dkim.of("contoso.example", "", zone).has(DkimCode.BAD_NAME)).isTrue();
  }
}
