package dev.sigillo.kpi;

import dev.sigillo.mailauth.spf.IpAddress;
import dev.sigillo.mailauth.spf.IpPrefix;
import java.util.Collection;
import java.util.Optional;

/** Addresses by the network that block lists and receivers hold responsible together. */
public final class Networks {
  private static final int BITS_4 = 24;
  private static final int BITS_6 = 48;

  private Networks() {}

  /** The /24 of an IPv4 address, the /48 of an IPv6 address; the text itself when it is neither. */
  public static String of(String address) {
    Optional<IpAddress> parsed = IpAddress.parse(address.strip()).map(IpAddress::unmapped);
    if (parsed.isEmpty()) {
      return address.strip();
    }
    IpAddress ip = parsed.get();
    boolean four = ip.high() == 0 && ip.toString().indexOf(':') < 0;
    IpAddress first =
        four
            ? new IpAddress(ip.version(), 0, ip.low() & 0xffffff00L)
            : new IpAddress(ip.version(), ip.high() & ~0xffffL, 0);
    return first + "/" + (four ? BITS_4 : BITS_6);
  }

  /**
   * Whether an address or a network begins in one of the ranges; what is no range holds nothing.
   */
  public static boolean within(String addressOrNetwork, Collection<String> ranges) {
    int slash = addressOrNetwork.indexOf('/');
    String address = slash < 0 ? addressOrNetwork : addressOrNetwork.substring(0, slash);
    Optional<IpAddress> ip = IpAddress.parse(address.strip()).map(IpAddress::unmapped);
    return ip.isPresent()
        && ranges.stream()
            .map(range -> IpPrefix.parse(range.strip()))
            .anyMatch(range -> range.isPresent() && range.get().contains(ip.get()));
  }
}
