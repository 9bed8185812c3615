package dev.sigillo.mailauth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "CAFE:BABE::, cafe:babe::",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:192.0.2.1, 1:2:3:4:5:6:c000:201",
    "::192.0.2.1, ::c000:201",
    "1::, 1::"
  })
  void an_address_is_read_and_written_in_its_canonical_form(String text, String canonical) {
    assertThat(IpAddress.parse(text)).get().hasToString(canonical);
    assertThat(IpAddress.parse(canonical)).isEqualTo(IpAddress.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.4 ",
        "1..2.3",
        "example.com",
        ":",
        ":::",
        "::1::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "g::",
        "12345::",
        "1.2.3.4::",
        "::1.2.3",
        "1:2:3:4:5:6:7:1.2.3.4",
        "fe80::1%eth0",
        "[::1]",
        "1:",
        ":1",
        "::1:"
      })
  void what_is_no_address_is_none(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0, 24, 192.0.2.255, true",
    "192.0.2.7, 24, 192.0.3.0, false",
    "0.0.0.0, 0, 255.1.2.3, true",
    "0.0.0.0, 0, ::1, false",
    "192.0.2.1, 32, 192.0.2.1, true",
    "192.0.2.1, 32, 192.0.2.0, false",
    "::, 0, ffff::, true",
    "2001:db8::, 33, 2001:db8:7fff::1, true",
    "2001:db8::, 33, 2001:db8:8000::1, false",
    "2001:db8::, 64, 2001:db8::ffff:ffff:ffff:ffff, true",
    "2001:db8::, 65, 2001:db8::8000:0:0:0, false",
    "2001:db8::1, 128, 2001:db8::1, true",
    "2001:db8::1, 127, 2001:db8::2, false"
  })
  void a_prefix_holds_what_shares_its_bits(
      String address, int length, String other, boolean holds) {
    IpPrefix prefix = new IpPrefix(IpAddress.parse(address).orElseThrow(), length);
    assertThat(prefix.contains(IpAddress.parse(other).orElseThrow())).isEqualTo(holds);
  }
}
