package dev.sigillo.mailauth.spf;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A range of addresses as records write it.
 *
 * @param address any address of the range, as written
 * @param length leading bits that count, 0 to 32 or 128
 */
public record IpPrefix(IpAddress address, int length) {
  private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

  public IpPrefix {
    if (length < 0 || length > address.version().bits()) {
      throw new IllegalArgumentException("prefix length " + length + " of " + address);
    }
  }

  /** Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or an address alone. */
  public static Optional<IpPrefix> parse(String text) {
    int slash = text.indexOf('/');
    Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (slash < 0) {
      return address.map(a -> new IpPrefix(a, a.version().bits()));
    }
    String length = text.substring(slash + 1);
    return address
        .filter(a -> LENGTH.matcher(length).matches())
        .filter(a -> Integer.parseInt(length) <= a.version().bits())
        .map(a -> new IpPrefix(a, Integer.parseInt(length)));
  }

  /** All its addresses in order; meant for ranges whose {@link #size} is small. */
  public Stream<IpAddress> addresses() {
    BigInteger start = first();
    return Stream.iterate(BigInteger.ZERO, i -> i.compareTo(size()) < 0, i -> i.add(BigInteger.ONE))
        .map(start::add)
        .map(
            bits ->
                new IpAddress(
                    address.version(), bits.shiftRight(64).longValue(), bits.longValue()));
  }

  /** Whether the address lies in it; one of the other version never does. */
  public boolean contains(IpAddress other) {
    if (other.version() != address.version()) {
      return false;
    }
    if (address.version() == IpVersion.IP4) {
      return same(address.low(), other.low(), 32 - length, 32);
    }
    return same(address.high(), other.high(), Math.max(0, 64 - length), 64)
        && same(address.low(), other.low(), Math.min(64, 128 - length), 64);
  }

  private static boolean same(long a, long b, int ignored, int width) {
    return ignored == width || ((a ^ b) >>> ignored) == 0;
  }

  /** How many addresses it holds. */
  public BigInteger size() {
    return BigInteger.ONE.shiftLeft(address.version().bits() - length);
  }

  /** The first address, as a number. */
  BigInteger first() {
    BigInteger bits =
        new BigInteger(Long.toUnsignedString(address.high()))
            .shiftLeft(64)
            .add(new BigInteger(Long.toUnsignedString(address.low())));
    int ignored = address.version().bits() - length;
    return bits.shiftRight(ignored).shiftLeft(ignored);
  }

  /** The address as written, with the length unless it is one address only. */
  @Override
  public String toString() {
    return length == address.version().bits() ? address.toString() : address + "/" + length;
  }
}
