package dev.sigillo.mailauth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where mail for a domain goes (RFC 5321 section 5.1).
 *
 * @param kind how it goes
 * @param exchangers the MX records that can be read, preferred ones first, as many as 50
 * @param unreadable data of MX records that cannot be read
 */
public record MailRoute(Kind kind, List<Mx> exchangers, List<String> unreadable) {
  private static final int MOST = 50;

  /** How mail goes. */
  public enum Kind {
    /** To the hosts of the MX records. */
    EXCHANGERS,
    /** To the domain's own address, for want of MX records. */
    ADDRESS,
    /** Nowhere: a null MX says that the domain takes none (RFC 7505). */
    REFUSED,
    /** Nowhere: there is neither an MX record nor an address. */
    NOWHERE,
    /** A question has no answer. */
    UNKNOWN
  }

  public MailRoute {
    exchangers = List.copyOf(exchangers);
    unreadable = List.copyOf(unreadable);
  }

  /** The route to a domain: its MX records, or else its addresses. */
  public static MailRoute of(String domain, Dns dns) {
    Answer answer = dns.ask(new Question(domain, RecordType.MX));
    if (answer instanceof Answer.Found found) {
      return of(found);
    }
    return new MailRoute(withoutExchangers(domain, answer, dns), List.of(), List.of());
  }

  private static MailRoute of(Answer.Found found) {
    List<Mx> exchangers = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (String data : found.records().stream().limit(MOST).toList()) {
      Optional<Mx> mx = Mx.of(data);
      mx.ifPresentOrElse(exchangers::add, () -> unreadable.add(data));
    }
    exchangers.sort(Comparator.comparingInt(Mx::preference).thenComparing(Mx::exchange));
    boolean refused = !exchangers.isEmpty() && exchangers.stream().allMatch(Mx::isNull);
    Kind kind = refused ? Kind.REFUSED : exchangers.isEmpty() ? Kind.UNKNOWN : Kind.EXCHANGERS;
    return new MailRoute(kind, exchangers, unreadable);
  }

  private static Kind withoutExchangers(String domain, Answer answer, Dns dns) {
    if (answer.isUnknown()) {
      return Kind.UNKNOWN;
    }
    if (answer instanceof Answer.NoSuchName) {
      return Kind.NOWHERE;
    }
    return switch (addresses(domain, dns)) {
      case PRESENT -> Kind.ADDRESS;
      case ABSENT -> Kind.NOWHERE;
      case UNKNOWN -> Kind.UNKNOWN;
    };
  }

  /** Whether a host has an IPv4 or IPv6 address. */
  public static Presence addresses(String host, Dns dns) {
    Answer four = dns.ask(new Question(host, RecordType.A));
    if (!four.found().isEmpty()) {
      return Presence.PRESENT;
    }
    Answer six = dns.ask(new Question(host, RecordType.AAAA));
    if (!six.found().isEmpty()) {
      return Presence.PRESENT;
    }
    return four.isUnknown() || six.isUnknown() ? Presence.UNKNOWN : Presence.ABSENT;
  }

  /** Whether mail to the domain has somewhere to go. */
  public Presence taking() {
    return switch (kind) {
      case EXCHANGERS, ADDRESS -> Presence.PRESENT;
      case REFUSED, NOWHERE -> Presence.ABSENT;
      case UNKNOWN -> Presence.UNKNOWN;
    };
  }
}
