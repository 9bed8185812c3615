package dev.sigillo.simulator.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Mailboxes that a scenario names one by one; nobody may change them once the scenario plays. */
final class ListedDirectory implements Directory {
  private final Org org;
  private final List<Account> accounts = new ArrayList<>();
  private final Map<String, Long> places = new HashMap<>();

  ListedDirectory(Org org) {
    this.org = org;
  }

  /** Adds a mailbox at the end. */
  Account add(Account account) {
    long place = accounts.size();
    accounts.add(account);
    for (String name :
        new String[] {account.key, account.exchangeGuid, account.address(), account.alias}) {
      places.putIfAbsent(name.toLowerCase(Locale.ROOT), place);
    }
    return account;
  }

  /** The mailbox of an address. */
  Account of(String address) {
    long place = find(address);
    if (place < 0) {
      throw new IllegalArgumentException("no mailbox " + address);
    }
    return get(place);
  }

  List<Account> all() {
    return List.copyOf(accounts);
  }

  @Override
  public long size() {
    return accounts.size();
  }

  @Override
  public Account get(long ordinal) {
    return accounts.get(Math.toIntExact(ordinal));
  }

  @Override
  public long find(String identity) {
    Long place = places.get(identity.toLowerCase(Locale.ROOT));
    return place == null ? secondary(identity) : place;
  }

  /** By an address that is not the first one. */
  private long secondary(String address) {
    for (int place = 0; place < accounts.size() && address.contains("@"); place++) {
      if (accounts.get(place).emailAddresses(org).stream()
          .anyMatch(one -> one.substring("smtp:".length()).equalsIgnoreCase(address))) {
        return place;
      }
    }
    return -1;
  }
}
