package dev.sigillo.simulator.tenant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an audit misses that has Exchange list the rules, hidden ones among them, of some mailboxes
 * only: those that call for it, and so many others. What it does not ask about is unknown.
 */
final class SomeMailboxes {
  private final Content content;
  private final Set<String> administrators = new HashSet<>();
  private final Set<String> asked = new HashSet<>();

  private SomeMailboxes(Content content) {
    this.content = content;
  }

  /**
   * Takes from the truth what is not seen.
   *
   * @param budget how many mailboxes besides those that call for it; for small tenants, since every
   *     mailbox is looked at
   */
  static void expect(Content content, long budget) {
    if (content.directory.size() > budget) {
      SomeMailboxes some = new SomeMailboxes(content);
      some.findAdministrators();
      some.choose(budget);
      some.accounts().filter(account -> !some.asked.contains(key(account))).forEach(some::forget);
    }
  }

  private Stream<Account> accounts() {
    return Stream.iterate(0L, place -> place < content.directory.size(), place -> place + 1)
        .map(content.directory::get);
  }

  /** As a snapshot knows it. */
  private static String key(Account account) {
    return account.hasAccount() ? account.key : account.exchangeGuid;
  }

  private void findAdministrators() {
    for (Row role : content.rows(Logs.ROLES)) {
      String holder = role.text("principalId");
      administrators.add(holder);
      content
          .rows("groups/" + holder + "/transitiveMembers")
          .forEach(member -> administrators.add(member.text("id")));
    }
  }

  private void choose(long budget) {
    List<List<String>> others = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    accounts()
        .forEach(
            account -> {
              if (calls(account)) {
                asked.add(key(account));
              } else {
                others.get(rank(account)).add(key(account));
              }
            });
    asked.addAll(
        others.stream()
            .flatMap(keys -> keys.stream().sorted())
            .limit(budget)
            .collect(Collectors.toSet()));
  }

  /** Graph is silent; files mail; nothing to see. */
  private static int rank(Account account) {
    if (silent(account)) {
      return 0;
    }
    return visible(account).anyMatch(SomeMailboxes::removes) ? 1 : 2;
  }

  /** Graph knows no mailbox without an account. */
  private static boolean silent(Account account) {
    return !account.hasAccount() || account.rulesRefused != null;
  }

  private boolean calls(Account account) {
    return administrators.contains(account.key)
        || (account.administrator && account.enabled)
        || (!silent(account) && visible(account).anyMatch(SomeMailboxes::suspicious));
  }

  private static Stream<InboxRule> visible(Account account) {
    return account.rules.stream().filter(rule -> rule.enabled && !rule.hidden);
  }

  private static boolean suspicious(InboxRule rule) {
    List<InboxRule.Target> targets =
        Stream.of(rule.forwardTo, rule.attachTo, rule.redirectTo).flatMap(List::stream).toList();
    return rule.opaque
        || targets.stream().anyMatch(target -> target.legacyDN() == null)
        || (removes(rule) && (rule.markAsRead || !targets.isEmpty()));
  }

  private static boolean removes(InboxRule rule) {
    return rule.delete || rule.softDelete || rule.moveToFolder != null;
  }

  /**
   * Nothing visible leads outside or hides mail here: whatever was found is hidden. Who refuses to
   * answer is unknown in any case.
   */
  private void forget(Account account) {
    for (String control : List.of("FORWARDING-06", "FORWARDING-07", "FORWARDING-15")) {
      content.truth.forget(control, account.address());
    }
    if (account.forwardingSmtpAddress == null) {
      content.forwarders.remove(account.address());
    }
    if (account.rulesRefused == null) {
      content.truth.unknown("FORWARDING-07", 1).unknown("FORWARDING-15", 1);
      if (silent(account)) {
        content.truth.unknown("FORWARDING-06", 1).unknown("FORWARDING-10", 1);
      }
    }
  }
}
