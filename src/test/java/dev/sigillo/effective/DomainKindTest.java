package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainKindTest {

  @ParameterizedTest
  @CsvSource({
    "contoso.com, false, false, false, SENDING",
    "old.contoso.com, false, false, true, PARKED",
    "contoso.onmicrosoft.com, true, false, false, INITIAL",
    "second.onmicrosoft.com, false, false, false, INITIAL",
    "contoso.mail.onmicrosoft.com, false, true, false, COEXISTENCE",
    "contoso.mail.onmicrosoft.com, , , , COEXISTENCE",
    "contoso.onmicrosoft.us, , , , INITIAL",
    "notonmicrosoft.com, false, false, false, SENDING",
    "contoso.com, , false, false, UNKNOWN",
    "contoso.com, false, false, , UNKNOWN"
  })
  void kinds(
      String name, Boolean initial, Boolean coexistence, Boolean disabled, DomainKind expected) {
    assertThat(
            DomainKind.of(
                new AcceptedDomain(
                    new RowRef("x", 1, name),
                    Setting.of(name),
                    Setting.of("Authoritative"),
                    setting(initial),
                    setting(coexistence),
                    Setting.of(false),
                    setting(disabled))))
        .isEqualTo(expected);
  }

  private static Setting<Boolean> setting(Boolean value) {
    return value == null ? Setting.absent() : Setting.of(value);
  }

  @Test
  void every_aspect_has_its_own_id_and_names_a_dataset_once() {
    assertThat(Arrays.stream(Aspect.values()).map(Aspect::id)).doesNotHaveDuplicates();
    for (Aspect aspect : Aspect.values()) {
      Stream<Object> datasets =
          Stream.concat(
                  aspect.needs().stream(), aspect.alternatives().stream().flatMap(List::stream))
              .map(Need::dataset);
      assertThat(datasets).isNotEmpty().doesNotHaveDuplicates();
    }
  }
}
