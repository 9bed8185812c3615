package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.evaluate.UndeclaredSenders.Some;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UndeclaredSendersTest {
  @Test
  void a_few_are_named() {
    assertThat(Some.of(List.of("CRM", "HR"))).hasToString("2 (CRM, HR)");
    assertThat(Some.of(List.of()).none()).isTrue();
  }

  @Test
  void of_many_the_first_are_named_and_the_rest_counted() {
    Some many = Some.of(IntStream.range(0, 57).mapToObj(i -> "app" + i).toList());
    assertThat(many.toString()).startsWith("57 (app0, app1, ").endsWith("app19, …)");
  }
}
