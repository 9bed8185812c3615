package dev.sigillo.collect.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class KeySetTest {

  @Property
  void it_says_what_any_set_says(@ForAll @Size(max = 2_000) int @IntRange(max = 900) [] numbers) {
    KeySet keys = new KeySet();
    Set<String> model = new HashSet<>();

    for (int number : numbers) {
      String key =
          number % 5 == 0
              ? "group%d@contoso.com".formatted(number)
              : "%08x-0000-4000-8000-000000000000".formatted(number * 0x1000193);
      assertThat(keys.contains(key)).isEqualTo(model.contains(key));
      assertThat(keys.add(key)).isEqualTo(model.add(key));
      assertThat(keys.contains(key)).isTrue();
    }
  }

  @Example
  void the_empty_guid_is_a_key_like_others() {
    KeySet keys = new KeySet();

    assertThat(keys.contains("00000000-0000-0000-0000-000000000000")).isFalse();
    assertThat(keys.add("00000000-0000-0000-0000-000000000000")).isTrue();
    assertThat(keys.contains("00000000-0000-0000-0000-000000000000")).isTrue();
    assertThat(keys.add("00000000-0000-0000-0000-000000000000")).isFalse();
  }
}
