package dev.sigillo.effective;

import dev.sigillo.snapshot.GroupMember;
import dev.sigillo.snapshot.TenantFacts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Members of the groups that outbound policies name, those of groups within them included. */
final class Groups {
  private final TenantFacts facts;
  private final Map<String, Group> expanded = new HashMap<>();

  Groups(TenantFacts facts) {
    this.facts = facts;
  }

  /**
   * A group's members.
   *
   * @param name the group, as the policy names it
   * @param addresses addresses of the members that are known
   * @param ids their directory ids
   * @param complete whether there are no others
   */
  record Group(String name, Set<String> addresses, Set<String> ids, boolean complete) {
    Match holds(Identity sender) {
      if (ids.contains(sender.key()) || sender.addresses().stream().anyMatch(addresses::contains)) {
        return Match.YES;
      }
      return complete ? Match.NO : Match.MAYBE;
    }
  }

  /** The group of that name, walked through once however its groups contain one another. */
  Group group(String name) {
    return expanded.computeIfAbsent(MailAddress.plain(name), this::walk);
  }

  private Group walk(String start) {
    Set<String> addresses = new HashSet<>();
    Set<String> ids = new HashSet<>();
    Set<String> seen = new HashSet<>(Set.of(start));
    Deque<String> open = new ArrayDeque<>(List.of(start));
    boolean complete = true;
    while (!open.isEmpty()) {
      List<GroupMember> members = facts.groups().get(open.remove());
      if (members == null) {
        complete = false;
        continue;
      }
      for (GroupMember member : members) {
        List<String> own =
            member.primarySmtpAddress().list().stream().map(MailAddress::plain).toList();
        addresses.addAll(own);
        member.externalDirectoryObjectId().list().stream()
            .map(MailAddress::lower)
            .forEach(ids::add);
        if (isGroup(member) || own.stream().anyMatch(facts.groups()::containsKey)) {
          own.stream().filter(seen::add).forEach(open::add);
          complete &= !own.isEmpty();
        } else if (!member.recipientType().known()
            || (own.isEmpty() && member.externalDirectoryObjectId().orNull() == null)) {
          complete = false;
        }
      }
    }
    return new Group(start, addresses, ids, complete);
  }

  private static boolean isGroup(GroupMember member) {
    return member.recipientType().orElse("").toLowerCase(Locale.ROOT).contains("group");
  }
}
