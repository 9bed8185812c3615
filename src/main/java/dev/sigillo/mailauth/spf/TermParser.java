package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.spf.MacroParser.Use;
import java.util.Locale;
import java.util.Optional;

/** Reads one term (RFC 7208 section 12). */
final class TermParser {
  private final String text;
  private final Faults faults;

  private TermParser(String text, Faults faults) {
    this.text = text;
    this.faults = faults;
  }

  /** The term between two offsets; empty after at least one fault. */
  static Optional<? extends Term> parse(String text, int start, int end, Faults faults) {
    TermParser parser = new TermParser(text, faults);
    int mark = start;
    while (mark < end && ":/=".indexOf(text.charAt(mark)) < 0) {
      mark++;
    }
    return mark < end && text.charAt(mark) == '='
        ? parser.modifier(start, mark, end)
        : parser.directive(start, mark, end);
  }

  private Optional<? extends Term> modifier(int start, int equals, int end) {
    for (int i = start; i < equals || i == start; i++) {
      if (!isNameCharacter(text.charAt(i), i == start)) {
        return fault(SpfCode.MODIFIER_NAME, i);
      }
    }
    String name = text.substring(start, equals).toLowerCase(Locale.ROOT);
    int from = equals + 1;
    return switch (name) {
      case "redirect" -> domain(from, end).map(d -> new Modifier.Redirect(start, d));
      case "exp" -> domain(from, end).map(d -> new Modifier.Explanation(start, d));
      default ->
          MacroParser.parse(text, from, end, Use.VALUE, faults)
              .map(value -> new Modifier.Unknown(start, name, value));
    };
  }

  private static boolean isNameCharacter(char c, boolean first) {
    return Ascii.isLetter(c) || (!first && (Ascii.isDigit(c) || "-_.".indexOf(c) >= 0));
  }

  private Optional<Directive> directive(int start, int mark, int end) {
    Qualifier qualifier = Qualifier.PASS;
    int name = start;
    for (Qualifier each : Qualifier.values()) {
      if (text.charAt(start) == each.sign()) {
        qualifier = each;
        name = start + 1;
      }
    }
    Qualifier written = qualifier;
    return mechanism(name, mark, end).map(m -> new Directive(start, written, m));
  }

  private Optional<? extends Mechanism> mechanism(int start, int mark, int end) {
    boolean colon = mark < end && text.charAt(mark) == ':';
    String name = text.substring(start, mark).toLowerCase(Locale.ROOT);
    return switch (name) {
      case "all" ->
          mark == end ? Optional.of(new Mechanism.All()) : fault(SpfCode.ALL_WITH_ARGUMENT, mark);
      case "include" -> named(mark, end, colon).map(Mechanism.Include::new);
      case "exists" -> named(mark, end, colon).map(Mechanism.Exists::new);
      case "ptr" -> optional(mark, end, colon).map(Mechanism.Ptr::new);
      case "a" -> hosts(mark, end, colon, Mechanism.A::new);
      case "mx" -> hosts(mark, end, colon, Mechanism.Mx::new);
      case "ip4" -> network(mark, end, colon, IpVersion.IP4);
      case "ip6" -> network(mark, end, colon, IpVersion.IP6);
      default -> fault(SpfCode.UNKNOWN_MECHANISM, start);
    };
  }

  private Optional<MacroString> named(int mark, int end, boolean colon) {
    return colon ? domain(mark + 1, end) : fault(SpfCode.DOMAIN_MISSING, mark);
  }

  private Optional<MacroString> optional(int mark, int end, boolean colon) {
    if (mark == end) {
      return Optional.of(MacroString.CURRENT_DOMAIN);
    }
    return colon ? domain(mark + 1, end) : fault(SpfCode.NO_PREFIX_LENGTH_HERE, mark);
  }

  private Optional<MacroString> domain(int start, int end) {
    return start == end
        ? fault(SpfCode.DOMAIN_MISSING, start)
        : MacroParser.parse(text, start, end, Use.DOMAIN, faults);
  }

  private interface Hosts {
    Mechanism of(MacroString domain, int ip4, int ip6);
  }

  private Optional<Mechanism> hosts(int mark, int end, boolean colon, Hosts kind) {
    PrefixLengths lengths = PrefixLengths.atEnd(text, mark, end);
    Optional<MacroString> domain;
    if (colon) {
      domain = domain(mark + 1, lengths.start());
    } else if (mark == lengths.start()) {
      domain = Optional.of(MacroString.CURRENT_DOMAIN);
    } else {
      return fault(SpfCode.PREFIX_LENGTH, mark);
    }
    if (domain.isEmpty()) {
      return Optional.empty();
    }
    int ip4 = lengths.ip4();
    int ip6 = lengths.ip6();
    if (ip4 < 0 || ip6 < 0) {
      return fault(SpfCode.PREFIX_LENGTH, lengths.start());
    }
    return Optional.of(kind.of(domain.get(), ip4, ip6));
  }

  private Optional<Mechanism> network(int mark, int end, boolean colon, IpVersion version) {
    SpfCode wrong = version == IpVersion.IP4 ? SpfCode.IP4_NETWORK : SpfCode.IP6_NETWORK;
    if (!colon) {
      return fault(wrong, mark);
    }
    int slash = text.indexOf('/', mark);
    int stop = slash < 0 || slash >= end ? end : slash;
    Optional<IpAddress> address =
        IpAddress.parse(text.substring(mark + 1, stop)).filter(a -> a.version() == version);
    if (address.isEmpty()) {
      return fault(wrong, mark + 1);
    }
    int length =
        stop == end ? version.bits() : PrefixLengths.value(text, stop + 1, end, version.bits());
    return length < 0
        ? fault(SpfCode.PREFIX_LENGTH, stop)
        : Optional.of(new Mechanism.Ip(new IpPrefix(address.get(), length)));
  }

  private <T> Optional<T> fault(SpfCode code, int position) {
    faults.found(code, position);
    return Optional.empty();
  }
}
