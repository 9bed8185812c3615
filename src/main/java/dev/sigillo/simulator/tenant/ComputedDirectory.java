package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Account.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Mailboxes of which nothing is kept: each follows from the seed and its place. First those that a
 * scenario names, then people, then shared mailboxes, then rooms. A misconfiguration claims some of
 * a kind, spread over all of them, and no two claims meet.
 */
final class ComputedDirectory implements Directory {
  private static final int SHARED_PERCENT = 10;
  private static final int ROOM_PERCENT = 4;

  private record Claim(long first, long count, Consumer<Account> trait) {}

  private final Org org;
  private final ListedDirectory named;
  private final Map<Kind, Spread> spreads = new EnumMap<>(Kind.class);
  private final Map<Kind, List<Claim>> claims = new EnumMap<>(Kind.class);
  private final List<Consumer<Account>> everyone = new ArrayList<>();
  private final Ordinals ordinals;
  private final long size;
  private LongFunction<String> names;

  /**
   * A directory.
   *
   * @param size how many mailboxes, the named ones among them
   */
  ComputedDirectory(Org org, ListedDirectory named, long size) {
    this.org = org;
    this.named = named;
    this.size = size;
    ordinals = new Ordinals(org);
    names = ordinal -> Names.of(ordinals.hash(ordinal));
    long rest = Math.max(0, size - named.size());
    long shared = rest * SHARED_PERCENT / 100;
    long rooms = rest * ROOM_PERCENT / 100;
    long people = rest - shared - rooms;
    spreads.put(Kind.PERSON, new Spread(named.size(), people));
    spreads.put(Kind.SHARED, new Spread(named.size() + people, shared));
    spreads.put(Kind.ROOM, new Spread(named.size() + people + shared, rooms));
    spreads.keySet().forEach(kind -> claims.put(kind, new ArrayList<>()));
  }

  /** Calls people otherwise than they would be. */
  void call(LongFunction<String> otherNames) {
    names = otherNames;
  }

  /** Something that holds for every mailbox but the named ones. */
  void everyone(Consumer<Account> trait) {
    everyone.add(trait);
  }

  /**
   * Takes some mailboxes that nothing else has taken.
   *
   * @return them, with what holds for them
   */
  List<Account> claim(Kind kind, long count, Consumer<Account> trait) {
    List<Claim> taken = claims(kind);
    long first = taken.stream().mapToLong(Claim::count).sum();
    Spread spread = spread(kind);
    if (first + count > spread.count()) {
      throw new ScenarioException(
          "the misconfigurations ask for %d mailboxes of kind %s; there are %d: allowed is a larger size"
              .formatted(first + count, kind, spread.count()));
    }
    taken.add(new Claim(first, count, trait));
    List<Account> claimed = new ArrayList<>();
    for (long slot = first; slot < first + count; slot++) {
      claimed.add(get(spread.ordinal(slot)));
    }
    claimed.sort(Comparator.comparing(Account::address));
    return claimed;
  }

  /** Every mailbox but the named ones, of a small tenant. */
  List<Account> computed() {
    List<Account> all = new ArrayList<>();
    for (long ordinal = named.size(); ordinal < size; ordinal++) {
      all.add(get(ordinal));
    }
    return all;
  }

  private Spread spread(Kind kind) {
    return spreads.getOrDefault(kind, new Spread(0, 0));
  }

  private List<Claim> claims(Kind kind) {
    return claims.getOrDefault(kind, new ArrayList<>());
  }

  @Override
  public long size() {
    return Math.max(size, named.size());
  }

  @Override
  public Account get(long ordinal) {
    if (ordinal < named.size()) {
      return named.get(ordinal);
    }
    Account account = make(ordinal);
    everyone.forEach(trait -> trait.accept(account));
    long slot = spread(account.kind).slot(ordinal);
    for (Claim claim : claims(account.kind)) {
      if (slot >= claim.first() && slot < claim.first() + claim.count()) {
        claim.trait().accept(account);
      }
    }
    return account;
  }

  private Account make(long ordinal) {
    Kind kind = Kind.PERSON;
    for (Map.Entry<Kind, Spread> spread : spreads.entrySet()) {
      if (spread.getValue().holds(ordinal)) {
        kind = spread.getKey();
      }
    }
    String name = names.apply(ordinal);
    String alias =
        switch (kind) {
          case SHARED -> "ufficio" + ordinal;
          case ROOM -> "sala" + ordinal;
          default -> Names.alias(name) + ordinal;
        };
    String shown =
        switch (kind) {
          case SHARED -> "Ufficio " + ordinal;
          case ROOM -> "Sala " + ordinal;
          default -> name;
        };
    return new Account(
        kind, alias, org.domain(), shown, ordinals.key(ordinal), ordinals.exchangeGuid(ordinal));
  }

  @Override
  public long find(String identity) {
    long place = named.find(identity);
    if (place >= 0) {
      return place;
    }
    long ordinal = ordinals.ordinal(identity);
    if (ordinal >= 0) {
      return ordinal >= named.size() && ordinal < size ? ordinal : -1;
    }
    int sign = identity.indexOf('@');
    String alias = sign < 0 ? identity : identity.substring(0, sign);
    ordinal = Ordinals.trailing(alias);
    if (ordinal < named.size() || ordinal >= size) {
      return -1;
    }
    Account account = get(ordinal);
    boolean same =
        account.alias.equalsIgnoreCase(alias)
            && (sign < 0
                || account.address().equalsIgnoreCase(identity)
                || (account.alias + "@" + org.initial()).equalsIgnoreCase(identity));
    return same ? ordinal : -1;
  }
}
