package dev.sigillo.simulator.tenant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An inbox rule, of which Exchange and Graph each show their half. */
final class InboxRule {
  /**
   * Whom a rule sends to.
   *
   * @param address where it really goes
   * @param legacyDN in the address book; null for an address outside
   */
  record Target(String name, String address, @Nullable String legacyDN) {
    static Target outside(String name, String address) {
      return new Target(name, address, null);
    }

    static Target of(Account account) {
      return new Target(account.name, account.address(), account.legacyExchangeDN());
    }

    /** As Exchange writes it: the address book's name, and an address only of outsiders. */
    String inExchange() {
      return legacyDN == null
          ? "\"%s\" [SMTP:%s]".formatted(name, address)
          : "\"%s\" [EX:%s]".formatted(name, legacyDN);
    }
  }

  final String name;
  final int priority;
  boolean enabled = true;
  boolean hidden;
  boolean opaque;
  boolean delete;
  boolean softDelete;
  boolean markAsRead;
  @Nullable String moveToFolder;
  @Nullable List<String> subjectWords;
  final List<Target> forwardTo = new ArrayList<>();
  final List<Target> attachTo = new ArrayList<>();
  final List<Target> redirectTo = new ArrayList<>();

  InboxRule(String name, int priority) {
    this.name = name;
    this.priority = priority;
  }

  InboxRule forwardsTo(Target target) {
    forwardTo.add(target);
    return this;
  }

  InboxRule redirectsTo(Target target) {
    redirectTo.add(target);
    return this;
  }

  InboxRule attachesTo(Target target) {
    attachTo.add(target);
    return this;
  }

  InboxRule movesTo(String folder) {
    moveToFolder = folder;
    return this;
  }

  InboxRule deletes() {
    delete = true;
    return this;
  }

  InboxRule marksAsRead() {
    markAsRead = true;
    return this;
  }

  /** Made with a tool that sets the property which keeps it out of Outlook's lists. */
  InboxRule hidden() {
    hidden = true;
    return this;
  }

  /** Uses something that Graph cannot express. */
  InboxRule opaque() {
    opaque = true;
    return this;
  }

  InboxRule disabled() {
    enabled = false;
    return this;
  }

  InboxRule when(String... subject) {
    subjectWords = List.of(subject);
    return this;
  }
}
