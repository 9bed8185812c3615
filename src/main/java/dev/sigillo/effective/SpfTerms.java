package dev.sigillo.effective;

import dev.sigillo.mailauth.spf.Directive;
import dev.sigillo.mailauth.spf.IpAddress;
import dev.sigillo.mailauth.spf.IpPrefix;
import dev.sigillo.mailauth.spf.Mechanism;
import dev.sigillo.mailauth.spf.SpfRecord;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SPF terms and addresses as an inventory writes them. */
final class SpfTerms {
  private static final Pattern PREFIX = Pattern.compile("([0-9A-Fa-f.:]+)(?:/(\\d{1,3}))?");

  private SpfTerms() {}

  /** The prefix that an entry stands for; empty when it is another kind of term. */
  static Optional<IpPrefix> prefix(String written) {
    Matcher matcher = PREFIX.matcher(written.replaceFirst("^(?i)ip[46]:", "").strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String length = matcher.group(2);
    return IpAddress.parse(matcher.group(1))
        .filter(address -> length == null || Integer.parseInt(length) <= address.version().bits())
        .map(
            address ->
                new IpPrefix(
                    address, length == null ? address.version().bits() : Integer.parseInt(length)));
  }

  /** The entry as a record would write it: an address with {@code ip4:} or {@code ip6:}. */
  static String of(String written) {
    return prefix(written)
        .map(prefix -> new Mechanism.Ip(prefix).toString())
        .orElseGet(() -> normal(written));
  }

  /** Whether one prefix lies in another. */
  static boolean within(IpPrefix inner, IpPrefix outer) {
    return inner.length() >= outer.length() && outer.contains(inner.address());
  }

  /** One spelling of a term: case and the plus sign make no difference. */
  static String normal(String term) {
    return SpfRecord.parse(SpfRecord.VERSION + " " + term).directives().stream()
        .findFirst()
        .map(Directive::toString)
        .orElse(term)
        .toLowerCase(Locale.ROOT);
  }
}
