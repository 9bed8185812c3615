package dev.sigillo.mailauth.spf;

/**
 * {@code /24//64} at the end of a term (dual-cidr-length, RFC 7208 section 5.3), found from behind
 * because a domain-spec may hold slashes too.
 *
 * @param text the record
 * @param start where it begins; the end of the term when there is none
 * @param first digits of the IPv4 length, from and to; equal when there is none
 * @param second digits of the IPv6 length, likewise
 */
record PrefixLengths(String text, int start, Span first, Span second) {

  record Span(int from, int to) {}

  static PrefixLengths atEnd(String text, int from, int end) {
    Span none = new Span(end, end);
    int digits = beforeDigits(text, from, end);
    if (digits == end || digits <= from || text.charAt(digits - 1) != '/') {
      return new PrefixLengths(text, end, none, none);
    }
    boolean dual = digits - 2 >= from && text.charAt(digits - 2) == '/';
    if (!dual) {
      return new PrefixLengths(text, digits - 1, new Span(digits, end), none);
    }
    Span second = new Span(digits, end);
    int stop = digits - 2;
    int before = beforeDigits(text, from, stop);
    return before < stop && before > from && text.charAt(before - 1) == '/'
        ? new PrefixLengths(text, before - 1, new Span(before, stop), second)
        : new PrefixLengths(text, stop, none, second);
  }

  private static int beforeDigits(String text, int from, int end) {
    int at = end;
    while (at > from && Ascii.isDigit(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Bits of an IPv4 address that must be equal; -1 when what is written is no length. */
  int ip4() {
    return length(first, IpVersion.IP4);
  }

  /** Bits of an IPv6 address that must be equal; -1 when what is written is no length. */
  int ip6() {
    return length(second, IpVersion.IP6);
  }

  private int length(Span digits, IpVersion version) {
    return digits.from() == digits.to()
        ? version.bits()
        : value(text, digits.from(), digits.to(), version.bits());
  }

  /** A decimal number without leading zeros and no greater than allowed, or -1. */
  static int value(String text, int from, int to, int most) {
    if (from == to || to - from > 3 || (to - from > 1 && text.charAt(from) == '0')) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Ascii.isDigit(c)) {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value > most ? -1 : value;
  }
}
