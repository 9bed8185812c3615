package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names that the client's address has and that lead back to it (RFC 7208 section 5.5). */
final class ClientNames {
  /** Names that are looked at, at most (section 4.6.4). */
  private static final int MOST = 10;

  private final Dns dns;
  private final IpAddress ip;
  private @Nullable List<String> validated;
  private boolean none;

  ClientNames(Dns dns, IpAddress ip) {
    this.dns = dns;
    this.ip = ip;
  }

  /** Whether the address has no name at all. */
  boolean none() {
    validated();
    return none;
  }

  /** Whether a validated name is the domain or lies below it. */
  boolean within(String domain) {
    return validated().stream().anyMatch(name -> isWithin(name, domain));
  }

  /** The name for the macro "p": the domain itself, one below it, any, or "unknown". */
  String best(String domain) {
    String best = "unknown";
    for (String name : validated()) {
      if (name.equalsIgnoreCase(domain)) {
        return name;
      }
      if (best.equals("unknown") || (!isWithin(best, domain) && isWithin(name, domain))) {
        best = name;
      }
    }
    return best;
  }

  private static boolean isWithin(String name, String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    return name.equals(lower) || name.endsWith("." + lower);
  }

  private List<String> validated() {
    List<String> known = validated;
    if (known == null) {
      known = find();
      validated = known;
    }
    return known;
  }

  /** A question that DNS does not answer leaves its name out (section 5.5). */
  private List<String> find() {
    Answer answer = dns.ask(new Question(ip.reverseName(), RecordType.PTR));
    none = answer.isVoid();
    List<String> found = new ArrayList<>();
    answer.found().stream()
        .limit(MOST)
        .map(Question::normal)
        .filter(name -> name.indexOf('\\') < 0 && DomainName.canBeAsked(name))
        .filter(name -> HostAddresses.of(dns, name, ip.version()).holds(ip))
        .forEach(found::add);
    return found;
  }
}
