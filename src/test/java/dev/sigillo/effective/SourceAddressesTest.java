package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceAddressesTest {
  @Test
  void prefixes_shorter_than_allowed_are_wider() {
    assertThat(
            SourceAddresses.widerThan(
                28, List.of("203.0.113.7", "203.0.113.0/28", "198.51.100.0/24", "192.0.2.0/27")))
        .containsExactly("198.51.100.0/24", "192.0.2.0/27");
  }

  @Test
  void a_range_counts_by_its_addresses() {
    assertThat(
            SourceAddresses.widerThan(
                29, List.of("203.0.113.1-203.0.113.8", "203.0.113.1 - 203.0.113.9")))
        .containsExactly("203.0.113.1 - 203.0.113.9");
  }

  @Test
  void only_single_addresses_are_as_narrow_as_a_full_prefix() {
    assertThat(SourceAddresses.widerThan(32, List.of("203.0.113.7", "203.0.113.7/32"))).isEmpty();
    assertThat(SourceAddresses.widerThan(32, List.of("203.0.113.6/31"))).hasSize(1);
  }

  @Test
  void the_whole_internet_is_wider_than_anything_but_itself() {
    assertThat(SourceAddresses.widerThan(24, List.of("0.0.0.0/0"))).hasSize(1);
    assertThat(SourceAddresses.widerThan(0, List.of("0.0.0.0/0"))).isEmpty();
  }

  @Test
  void text_that_is_no_address_is_left_out() {
    assertThat(SourceAddresses.widerThan(24, List.of("", "mail.contoso.com", "2001:db8::/32")))
        .isEmpty();
  }
}
