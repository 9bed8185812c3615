package dev.sigillo.mailauth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressSetTest {

  private static AddressSet set(String... prefixes) {
    AddressSet set = new AddressSet();
    for (String prefix : prefixes) {
      SpfRecord record =
          SpfRecord.parse("v=spf1 ip" + (prefix.contains(":") ? 6 : 4) + ":" + prefix);
      Mechanism.Ip ip = (Mechanism.Ip) record.directives().get(0).mechanism();
      set.addAll(AddressSet.of(ip.prefix()));
    }
    return set;
  }

  @Test
  void an_address_counts_once_however_often_it_is_named() {
    AddressSet set =
        set("192.0.2.0/24", "192.0.2.7", "192.0.2.128/25", "192.0.3.0/24", "2001:db8::/64");
    assertThat(set.size(IpVersion.IP4)).isEqualTo(512);
    assertThat(set.size(IpVersion.IP6)).hasToString("18446744073709551616");
  }

  @Test
  void everything_is_everything() {
    assertThat(AddressSet.everything().size(IpVersion.IP4)).hasToString("4294967296");
    assertThat(AddressSet.everything().size(IpVersion.IP6)).isEqualTo(BigInteger.TWO.pow(128));
  }

  @Test
  void what_is_taken_out_is_not_counted() {
    AddressSet set = new AddressSet();
    set.addAllBut(set("192.0.2.0/24"), set("192.0.2.0/26", "192.0.2.200", "198.51.100.0/24"));
    assertThat(set.size(IpVersion.IP4)).isEqualTo(256 - 64 - 1);
    AddressSet inside = new AddressSet();
    inside.addAllBut(set("192.0.2.7"), set("192.0.2.0/24"));
    assertThat(inside.size(IpVersion.IP4)).isZero();
  }

  @Test
  void it_agrees_with_counting_one_by_one() {
    Random random = new Random(7208);
    for (int round = 0; round < 300; round++) {
      AddressSet all = new AddressSet();
      AddressSet without = new AddressSet();
      AddressSet result = new AddressSet();
      Set<Long> named = new HashSet<>();
      Set<Long> refused = new HashSet<>();
      for (int i = 0; i < 6; i++) {
        add(random, without, refused);
        add(random, all, named);
      }
      result.addAllBut(all, without);
      assertThat(all.size(IpVersion.IP4)).isEqualTo(named.size());
      named.removeAll(refused);
      assertThat(result.size(IpVersion.IP4)).isEqualTo(named.size());
    }
  }

  private static void add(Random random, AddressSet set, Set<Long> addresses) {
    long address = random.nextInt(128);
    int length = 26 + random.nextInt(7);
    set.addAll(AddressSet.of(new IpPrefix(IpAddress.ip4(address), length)));
    long size = 1L << (32 - length);
    for (long i = address - address % size, end = i + size; i < end; i++) {
      addresses.add(i);
    }
  }
}
