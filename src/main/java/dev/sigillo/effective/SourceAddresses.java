package dev.sigillo.effective;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses a connector accepts mail from, as Exchange writes them: one IPv4 address, a prefix
 * ({@code 203.0.113.0/24}) or a range ({@code 203.0.113.1-203.0.113.9}). Exchange accepts no
 * others.
 */
public final class SourceAddresses {
  private static final String ADDRESS = "(\\d{1,3}(?:\\.\\d{1,3}){3})";
  private static final Pattern PREFIX = Pattern.compile(ADDRESS + "/(\\d{1,2})");
  private static final Pattern RANGE = Pattern.compile(ADDRESS + "\\s*-\\s*" + ADDRESS);
  private static final int BITS = 32;

  private SourceAddresses() {}

  /**
   * The entries that cover more addresses than a prefix of a length does.
   *
   * @param length prefix length in bits, 0 to 32
   * @param entries addresses, prefixes and ranges
   * @return the wider ones, as written and in their order; text that is none of these is left out
   */
  public static List<String> widerThan(long length, Collection<String> entries) {
    long allowed = size(length);
    return entries.stream().filter(entry -> size(entry) > allowed).toList();
  }

  private static long size(String entry) {
    Matcher prefix = PREFIX.matcher(entry.strip());
    if (prefix.matches()) {
      return size(Long.parseLong(prefix.group(2)));
    }
    Matcher range = RANGE.matcher(entry.strip());
    return range.matches() ? number(range.group(2)) - number(range.group(1)) + 1 : 1;
  }

  private static long size(long length) {
    return 1L << (BITS - Math.max(0, Math.min(BITS, length)));
  }

  private static long number(String address) {
    long number = 0;
    for (String octet : address.split("\\.", -1)) {
      number = number * 256 + Long.parseLong(octet);
    }
    return number;
  }
}
