package dev.sigillo.mailauth.spf;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A set of addresses, kept as ranges that neither touch nor overlap. */
final class AddressSet {
  /** Per version: first address to the one after the last. */
  private final Map<IpVersion, NavigableMap<BigInteger, BigInteger>> ranges =
      new EnumMap<>(IpVersion.class);

  AddressSet() {
    for (IpVersion version : IpVersion.values()) {
      ranges.put(version, new TreeMap<>());
    }
  }

  /** Every address there is. */
  static AddressSet everything() {
    AddressSet all = new AddressSet();
    for (IpVersion version : IpVersion.values()) {
      all.add(version, BigInteger.ZERO, BigInteger.ONE.shiftLeft(version.bits()));
    }
    return all;
  }

  static AddressSet of(IpPrefix prefix) {
    AddressSet set = new AddressSet();
    set.add(prefix.address().version(), prefix.first(), prefix.first().add(prefix.size()));
    return set;
  }

  /** How many addresses of the version it holds. */
  BigInteger size(IpVersion version) {
    return of(version).entrySet().stream()
        .map(range -> range.getValue().subtract(range.getKey()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  void addAll(AddressSet other) {
    other.ranges.forEach((version, of) -> of.forEach((from, to) -> add(version, from, to)));
  }

  /** Adds what the other holds and the third does not. */
  void addAllBut(AddressSet other, AddressSet without) {
    other.ranges.forEach(
        (version, of) -> of.forEach((from, to) -> addBut(version, from, to, without)));
  }

  private void addBut(IpVersion version, BigInteger from, BigInteger to, AddressSet without) {
    NavigableMap<BigInteger, BigInteger> holes = without.of(version);
    BigInteger at = from;
    Map.Entry<BigInteger, BigInteger> hole = holes.floorEntry(from);
    if (hole == null) {
      hole = holes.higherEntry(from);
    }
    while (hole != null && hole.getKey().compareTo(to) < 0) {
      if (hole.getKey().compareTo(at) > 0) {
        add(version, at, hole.getKey());
      }
      at = at.max(hole.getValue());
      hole = holes.higherEntry(hole.getKey());
    }
    if (at.compareTo(to) < 0) {
      add(version, at, to);
    }
  }

  private void add(IpVersion version, BigInteger from, BigInteger to) {
    NavigableMap<BigInteger, BigInteger> of = of(version);
    BigInteger start = from;
    BigInteger end = to;
    Map.Entry<BigInteger, BigInteger> near = of.floorEntry(end);
    while (near != null && near.getValue().compareTo(start) >= 0) {
      start = start.min(near.getKey());
      end = end.max(near.getValue());
      of.remove(near.getKey());
      near = of.floorEntry(end);
    }
    of.put(start, end);
  }

  private NavigableMap<BigInteger, BigInteger> of(IpVersion version) {
    return ranges.computeIfAbsent(version, key -> new TreeMap<>());
  }
}
