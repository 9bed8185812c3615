package dev.sigillo.effective;

import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.MailContact;
import dev.sigillo.snapshot.MailUser;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TransportRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where mail to a recipient really goes: through mail contacts and mail users to the address behind
 * them. A directory recipient that is neither, while both lists are complete, is one of the
 * organisation's own: a mailbox, a group or a public folder. What a group then passes on to members
 * outside is distribution, not forwarding, and is not followed.
 */
public final class Recipients {
  private final OwnDomains own;
  private final Map<String, Set<String>> behind = new HashMap<>();
  private final Set<String> displayNames = new HashSet<>();

  Recipients(TenantFacts facts) {
    own = OwnDomains.of(facts.all(AcceptedDomain.class));
    for (MailContact c : facts.all(MailContact.class)) {
      add(
          Stream.of(c.identity(), c.name(), c.primarySmtpAddress(), c.legacyExchangeDN()),
          c.emailAddresses(),
          c.displayName(),
          c.externalEmailAddress());
    }
    for (MailUser u : facts.all(MailUser.class)) {
      add(
          Stream.of(u.identity(), u.name(), u.primarySmtpAddress(), u.legacyExchangeDN()),
          u.emailAddresses(),
          u.displayName(),
          u.externalEmailAddress());
    }
  }

  private void add(
      Stream<Setting<String>> names,
      Setting<List<String>> addresses,
      Setting<String> displayName,
      Setting<String> external) {
    String target = MailAddress.plain(external.orElse(""));
    Stream.concat(names.flatMap(name -> name.list().stream()), addresses.list().stream())
        .map(Recipients::key)
        .filter(key -> !key.isEmpty())
        .forEach(key -> behind.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(target));
    displayName.list().stream().map(MailAddress::lower).forEach(displayNames::add);
  }

  private static String key(String text) {
    String plain = MailAddress.plain(text);
    return plain.startsWith("x500:") ? plain.substring("x500:".length()) : plain;
  }

  /**
   * Where a recipient of an inbox rule leads. A bare name there is only what somebody called the
   * recipient, and leads nowhere that could be told.
   */
  public Destination of(String written) {
    return resolve(written, false);
  }

  /** Where a mailbox's {@code ForwardingAddress} leads: the identity of a directory recipient. */
  Destination directory(String written) {
    return resolve(written, true);
  }

  /**
   * Which recipients of a transport rule are outside, but for the allowed ones. A contact whose
   * address cannot be told counts: a contact is outside by its nature.
   *
   * @param written recipients, as the rule has them
   * @param allowed addresses, or whole domains
   * @return the addresses really reached
   */
  public List<String> outside(Setting<List<String>> written, List<String> allowed) {
    List<String> wanted = allowed.stream().map(MailAddress::lower).toList();
    return written.list().stream()
        .map(this::directory)
        .filter(to -> to.reach() != Destination.Reach.INTERNAL)
        .map(Destination::address)
        .filter(to -> !wanted.contains(to) && !wanted.contains(MailAddress.domain(to)))
        .distinct()
        .toList();
  }

  /** Whether a transport rule is in force and sends mail on, be it inside or outside. */
  public static boolean sendsOn(TransportRule rule) {
    return rule.state().is("Enabled") && rule.mode().is("Enforce") && !written(rule).isEmpty();
  }

  /** Which recipients outside a transport rule adds or puts in place of a message's own. */
  public List<String> outside(TransportRule rule) {
    return outside(Setting.of(written(rule)), List.of());
  }

  private static List<String> written(TransportRule rule) {
    return Stream.of(
            rule.redirectMessageTo(), rule.blindCopyTo(), rule.copyTo(), rule.addToRecipients())
        .flatMap(written -> written.list().stream())
        .toList();
  }

  /** Exchange writes {@code "Name" [SMTP:address]} or {@code "Name" [EX:/o=…]}, people less. */
  private Destination resolve(String written, boolean identity) {
    String text = written.strip();
    int open = text.endsWith("]") ? text.lastIndexOf('[') : -1;
    int colon = open < 0 ? -1 : text.indexOf(':', open);
    if (colon > 0) {
      String value = text.substring(colon + 1, text.length() - 1);
      return switch (MailAddress.lower(text.substring(open + 1, colon))) {
        case "smtp" -> address(MailAddress.plain(value));
        case "ex" -> listed(MailAddress.lower(value));
        default -> Destination.unknown("recipient:" + text);
      };
    }
    int angle = text.endsWith(">") ? text.lastIndexOf('<') : -1;
    String plain =
        MailAddress.plain(angle < 0 ? text : text.substring(angle + 1, text.length() - 1));
    if (plain.startsWith("/o=")) {
      return listed(plain);
    }
    return MailAddress.is(plain) ? address(plain) : name(plain, identity);
  }

  private Destination address(String address) {
    if (behind.containsKey(address)) {
      return listed(address);
    }
    return MailAddress.is(address)
        ? Destination.at(address, own)
        : Destination.unknown("recipient:" + address);
  }

  private Destination name(String name, boolean identity) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    if (behind.containsKey(name) || behind.containsKey(last)) {
      return listed(behind.containsKey(name) ? name : last);
    }
    return identity && !name.isEmpty() && !displayNames.contains(last)
        ? Destination.inside(name)
        : Destination.unknown("recipient:" + name);
  }

  private Destination listed(String key) {
    Set<String> targets = behind.getOrDefault(key, Set.of());
    if (targets.isEmpty()) {
      return Destination.inside(key);
    }
    String target = targets.iterator().next();
    return targets.size() == 1 && MailAddress.is(target)
        ? Destination.at(target, own)
        : Destination.unknown("recipient:" + key);
  }
}
