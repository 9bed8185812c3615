package dev.sigillo.mailauth.spf;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything a policy lets send: what leads to "pass", through includes and redirects. As far as it
 * can be read and DNS answered.
 *
 * @param prefixes ranges of ip4, ip6, a and mx, in the order in which they are tried; they may
 *     overlap, and an earlier "fail" may take some of them back
 * @param everyone terms that let anyone send: all, and exists with a fixed name that has an address
 * @param ptr terms that go by the client's own name
 * @param exists terms that ask whether a name has an address
 * @param variable terms whose target depends on the client or the sender, so that nobody can say
 *     beforehand whom they let send
 * @param ip4Addresses IPv4 addresses that pass, each counted once, less those an earlier term
 *     refuses
 * @param ip6Addresses IPv6 addresses, likewise
 */
public record Authorised(
    List<Grant> prefixes,
    List<Place> everyone,
    List<Place> ptr,
    List<Place> exists,
    List<Place> variable,
    BigInteger ip4Addresses,
    BigInteger ip6Addresses) {

  /** Nothing. */
  static final Authorised NOTHING =
      new Authorised(
          List.of(), List.of(), List.of(), List.of(), List.of(), BigInteger.ZERO, BigInteger.ZERO);

  public Authorised {
    prefixes = List.copyOf(prefixes);
    everyone = List.copyOf(everyone);
    ptr = List.copyOf(ptr);
    exists = List.copyOf(exists);
    variable = List.copyOf(variable);
  }

  /**
   * A range that may send.
   *
   * @param prefix the range
   * @param place the term that says so
   */
  public record Grant(IpPrefix prefix, Place place) {}

  /** The widest range of the version; the first, where several are. */
  public Optional<Grant> widest(IpVersion version) {
    return prefixes.stream()
        .filter(grant -> grant.prefix().address().version() == version)
        .min(Comparator.comparingInt(grant -> grant.prefix().length()));
  }
}
