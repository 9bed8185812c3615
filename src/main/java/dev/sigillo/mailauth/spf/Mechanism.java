package dev.sigillo.mailauth.spf;

/** What a directive compares the client with (RFC 7208 section 5). */
public sealed interface Mechanism {

  /** Matches always (section 5.1). */
  record All() implements Mechanism {
    @Override
    public String toString() {
      return "all";
    }
  }

  /**
   * Matches when the other domain's policy passes the client (section 5.2).
   *
   * @param domain the other domain
   */
  record Include(MacroString domain) implements Mechanism {
    @Override
    public String toString() {
      return "include:" + domain;
    }
  }

  /**
   * Matches the addresses of a host (section 5.3).
   *
   * @param domain the host
   * @param ip4 bits of an IPv4 address that must be equal
   * @param ip6 bits of an IPv6 address that must be equal
   */
  record A(MacroString domain, int ip4, int ip6) implements Mechanism {
    @Override
    public String toString() {
      return "a" + target(domain) + lengths(ip4, ip6);
    }
  }

  /**
   * Matches the addresses of the hosts that take the domain's mail (section 5.4).
   *
   * @param domain the domain
   * @param ip4 as in {@link A}
   * @param ip6 as in {@link A}
   */
  record Mx(MacroString domain, int ip4, int ip6) implements Mechanism {
    @Override
    public String toString() {
      return "mx" + target(domain) + lengths(ip4, ip6);
    }
  }

  /**
   * Matches when the client's own name lies in the domain (section 5.5); not to be used any more.
   *
   * @param domain the domain
   */
  record Ptr(MacroString domain) implements Mechanism {
    @Override
    public String toString() {
      return "ptr" + target(domain);
    }
  }

  /**
   * Matches a range of addresses: {@code ip4} and {@code ip6} (section 5.6).
   *
   * @param prefix the range
   */
  record Ip(IpPrefix prefix) implements Mechanism {
    @Override
    public String toString() {
      return (prefix.address().version() == IpVersion.IP4 ? "ip4:" : "ip6:") + prefix;
    }
  }

  /**
   * Matches when the name has an IPv4 address, whichever (section 5.7).
   *
   * @param domain the name
   */
  record Exists(MacroString domain) implements Mechanism {
    @Override
    public String toString() {
      return "exists:" + domain;
    }
  }

  /** Whether evaluating it asks DNS, and so counts towards the ten (section 4.6.4). */
  default boolean asksDns() {
    return !(this instanceof All || this instanceof Ip);
  }

  private static String target(MacroString domain) {
    return domain.isCurrentDomain() ? "" : ":" + domain;
  }

  private static String lengths(int ip4, int ip6) {
    return (ip4 == IpVersion.IP4.bits() ? "" : "/" + ip4)
        + (ip6 == IpVersion.IP6.bits() ? "" : "//" + ip6);
  }
}
