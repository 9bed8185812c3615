package dev.sigillo.mailauth.spf;

import java.util.Locale;
import java.util.Optional;

/**
 * An address as bits. Text is read here and never by {@link java.net.InetAddress}, which would ask
 * DNS for what is no address.
 *
 * @param version what the bits mean
 * @param high the upper 64 bits of an IPv6 address, 0 for IPv4
 * @param low the lower 64 bits of an IPv6 address, the 32 bits of an IPv4 address
 */
public record IpAddress(IpVersion version, long high, long low) {

  private static final long MAPPED = 0xffffL;

  /** Reads a dotted quad without leading zeros, or IPv6 text (RFC 4291 section 2.2). */
  public static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') >= 0 ? Ip6Text.parse(text) : parse4(text);
  }

  /** An IPv4 address from its 32 bits. */
  static IpAddress ip4(long bits) {
    return new IpAddress(IpVersion.IP4, 0, bits & 0xffffffffL);
  }

  private static Optional<IpAddress> parse4(String text) {
    long bits = ip4Bits(text);
    return bits < 0 ? Optional.empty() : Optional.of(ip4(bits));
  }

  /** The 32 bits of a dotted quad, or -1. */
  static long ip4Bits(String text) {
    long bits = 0;
    int at = 0;
    for (int part = 0; part < 4; part++) {
      if (part > 0 && (at >= text.length() || text.charAt(at++) != '.')) {
        return -1;
      }
      int start = at;
      int value = 0;
      while (at < text.length() && at - start < 3 && Ascii.isDigit(text.charAt(at))) {
        value = value * 10 + (text.charAt(at++) - '0');
      }
      boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
      if (at == start || value > 255 || leadingZero) {
        return -1;
      }
      bits = (bits << 8) | value;
    }
    return at == text.length() ? bits : -1;
  }

  /** An IPv4-mapped IPv6 address as the IPv4 address it stands for (RFC 7208 section 5). */
  public IpAddress unmapped() {
    return version == IpVersion.IP6 && high == 0 && low >>> 32 == MAPPED ? ip4(low) : this;
  }

  /** Dotted quad, or IPv6 in the form of RFC 5952. */
  @Override
  public String toString() {
    return version == IpVersion.IP4
        ? octet(24) + "." + octet(16) + "." + octet(8) + "." + octet(0)
        : Ip6Text.print(high, low);
  }

  private long octet(int shift) {
    return (low >>> shift) & 255;
  }

  /** Dotted quad, or the 32 nibbles with dots between them (macro "i", section 7.3). */
  String dotted() {
    if (version == IpVersion.IP4) {
      return toString();
    }
    String hex = String.format(Locale.ROOT, "%016X%016X", high, low);
    StringBuilder dotted = new StringBuilder(63);
    for (int i = 0; i < hex.length(); i++) {
      dotted.append(i == 0 ? "" : ".").append(hex.charAt(i));
    }
    return dotted.toString();
  }

  /** The name under which DNS keeps the address's own name (RFC 1035 section 3.5, RFC 3596). */
  String reverseName() {
    return reversed() + (version == IpVersion.IP4 ? ".in-addr.arpa" : ".ip6.arpa");
  }

  /** Its octets, or the 32 nibbles of IPv6, last one first, as block lists are asked (RFC 5782). */
  public String reversed() {
    String dotted = dotted();
    StringBuilder name = new StringBuilder(80);
    int end = dotted.length();
    while (end > 0) {
      int dot = dotted.lastIndexOf('.', end - 1);
      name.append(name.isEmpty() ? "" : ".").append(dotted, dot + 1, end);
      end = dot;
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }
}
