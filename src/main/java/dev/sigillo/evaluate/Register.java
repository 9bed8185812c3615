package dev.sigillo.evaluate;

import dev.sigillo.effective.OwnDomains;
import dev.sigillo.kpi.Networks;
import dev.sigillo.policy.InventoryEntry;
import dev.sigillo.policy.Policy;
import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.TenantFacts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the organisation declares and owns, in the form rules ask for it. */
public final class Register {
  private final Set<String> mailboxes;
  private final Set<String> apps;
  private final Set<String> connectors;
  private final Set<String> servers;
  private final Set<String> addresses;
  private final OwnDomains own;
  private final List<String> emergencyAccounts;

  Register(Policy policy, TenantFacts facts) {
    Collection<InventoryEntry> inventory = policy.inventory();
    mailboxes = lower(inventory.stream().map(InventoryEntry::mailbox));
    apps = lower(inventory.stream().map(InventoryEntry::appId));
    connectors = lower(inventory.stream().map(InventoryEntry::connector));
    servers = lower(inventory.stream().map(InventoryEntry::server));
    addresses = lower(inventory.stream().map(InventoryEntry::ip));
    own = OwnDomains.of(facts.all(AcceptedDomain.class));
    emergencyAccounts =
        policy.emergencyAccounts().stream()
            .map(account -> account.id().toLowerCase(Locale.ROOT))
            .toList();
  }

  /** Whether a sender with this address is in the inventory. */
  public boolean holdsMailbox(@Nullable String address) {
    return holds(mailboxes, address);
  }

  /** Whether an address lies in one that the inventory holds, or is it. */
  public boolean holdsAddress(@Nullable String ip) {
    return ip != null && Networks.within(ip, addresses);
  }

  /** Whether an application is in the inventory, by application (client) id. */
  public boolean holdsApp(@Nullable String appId) {
    return holds(apps, appId);
  }

  /** Whether a connector is in the inventory, by name. */
  public boolean holdsConnector(@Nullable String name) {
    return holds(connectors, name);
  }

  /** Whether a server, such as a smart host, is in the inventory. */
  public boolean holdsServer(@Nullable String host) {
    return holds(servers, host);
  }

  /** Whether an address, or a domain, belongs to an accepted domain, or to one that it covers. */
  public boolean isOwnDomain(@Nullable String addressOrDomain) {
    return addressOrDomain != null && own.isOwn(addressOrDomain);
  }

  /** Whether an address is one, and lies outside every accepted domain. */
  public boolean isExternal(@Nullable String address) {
    return address != null && address.contains("@") && !isOwnDomain(address);
  }

  /** Object ids of the emergency access accounts, lower case. */
  public List<String> emergencyAccounts() {
    return emergencyAccounts;
  }

  private static boolean holds(Set<String> set, @Nullable String value) {
    return value != null && set.contains(value.strip().toLowerCase(Locale.ROOT));
  }

  private static Set<String> lower(Stream<@Nullable String> values) {
    return values
        .filter(Objects::nonNull)
        .map(value -> Objects.requireNonNull(value).strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
