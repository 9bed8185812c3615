package dev.sigillo.effective;

import dev.sigillo.snapshot.OutboundSpamPolicy;
import dev.sigillo.snapshot.OutboundSpamRule;
import dev.sigillo.snapshot.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * To which senders an enabled rule applies its outbound spam policy. As Microsoft states it:
 * several values of one condition are alternatives, different types of conditions must all hold,
 * any exception that holds takes the sender out, and a domain includes its subdomains unless they
 * are excepted; it is the primary address whose domain counts.
 *
 * @see <a href="https://learn.microsoft.com/defender-office-365/outbound-spam-policies-configure">
 *     Configure outbound spam policies</a>
 */
final class PolicyScope {
  private final OutboundSpamRule rule;
  private final OutboundSpamPolicy policy;
  private final Side conditions;
  private final Side exceptions;

  /** The three types of a rule's conditions, or of its exceptions. */
  private record Side(List<String> senders, List<Groups.Group> groups, List<String> domains) {

    static Side of(
        Setting<List<String>> senders,
        Setting<List<String>> groups,
        Setting<List<String>> domains,
        Groups known) {
      return new Side(
          senders.list().stream().map(MailAddress::plain).toList(),
          groups.list().stream().map(known::group).toList(),
          domains.list().stream().map(MailAddress::domain).toList());
    }

    Match sender(Identity sender) {
      return Match.any(senders, name -> named(name, sender));
    }

    Match member(Identity sender) {
      return Match.any(groups, group -> group.holds(sender));
    }

    Match domain(Identity sender) {
      return Match.any(domains, one -> Match.of(MailAddress.within(sender.domain(), one)));
    }

    /** A name that is no address may be an alias or a display name, which mailboxes can share. */
    private static Match named(String name, Identity sender) {
      if (sender.addresses().contains(name) || sender.key().equals(name)) {
        return Match.YES;
      }
      return MailAddress.is(name) ? Match.NO : Match.MAYBE;
    }

    List<String> doubts(Identity sender) {
      List<String> doubts = new ArrayList<>();
      senders.stream()
          .filter(name -> named(name, sender) == Match.MAYBE)
          .forEach(name -> doubts.add("sender:" + name));
      groups.stream()
          .filter(group -> group.holds(sender) == Match.MAYBE)
          .forEach(group -> doubts.add("group:" + group.name()));
      return doubts;
    }
  }

  PolicyScope(OutboundSpamRule rule, OutboundSpamPolicy policy, Groups groups) {
    this.rule = rule;
    this.policy = policy;
    this.conditions = Side.of(rule.from(), rule.fromMemberOf(), rule.senderDomainIs(), groups);
    this.exceptions =
        Side.of(
            rule.exceptIfFrom(),
            rule.exceptIfFromMemberOf(),
            rule.exceptIfSenderDomainIs(),
            groups);
  }

  OutboundSpamRule rule() {
    return rule;
  }

  OutboundSpamPolicy policy() {
    return policy;
  }

  Match matches(Identity sender) {
    Match all = Match.YES;
    if (!conditions.senders().isEmpty()) {
      all = all.and(conditions.sender(sender));
    }
    if (!conditions.groups().isEmpty()) {
      all = all.and(conditions.member(sender));
    }
    if (!conditions.domains().isEmpty()) {
      all = all.and(conditions.domain(sender));
    }
    Match excepted =
        exceptions.sender(sender).or(exceptions.member(sender)).or(exceptions.domain(sender));
    return all.and(excepted.not());
  }

  /** What it would take to know. */
  List<String> doubts(Identity sender) {
    List<String> doubts = new ArrayList<>(conditions.doubts(sender));
    doubts.addAll(exceptions.doubts(sender));
    return doubts;
  }
}
