package dev.sigillo.simulator.tenant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Mailboxes that a scenario names one by one; nobody may change them once the scenario plays. */
final class ListedDirectory implements Directory {
  private final List<Account> accounts = new ArrayList<>();
  private final Map<String, Long> places = new HashMap<>();

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
    return places.getOrDefault(identity.toLowerCase(Locale.ROOT), -1L);
  }
}
