package dev.sigillo.cli;

import dev.sigillo.collect.dns.AskedDomain;
import dev.sigillo.collect.dns.Recording;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.policy.InventoryEntry;
import dev.sigillo.policy.Policy;
import dev.sigillo.policy.PolicyLoader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options about whom to ask, and for which DKIM selectors, shared by commands about domains. */
final class DnsOptions {
  @Option(
      names = "--selector",
      paramLabel = "NAME",
      converter = ToName.class,
      description = "DKIM selector to look for, besides the well-known ones.")
  private List<String> selectors = new ArrayList<>();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy whose inventory names more DKIM selectors.")
  private @Nullable String policy;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Mixin private final ResolverOptions resolvers = new ResolverOptions();

  boolean quiet() {
    return quiet;
  }

  /** A resolver with nothing asked. */
  Recording recording(InstantSource clock) {
    return resolvers.recording(clock);
  }

  /** The same, of a server of one's own where none is named. */
  Recording recording(InstantSource clock, @Nullable String otherwise) {
    return resolvers.recording(clock, otherwise);
  }

  /** Selectors that the user names, here or in the policy's inventory. */
  Set<String> selectors() {
    Set<String> all = policy().map(DnsOptions::selectors).orElseGet(TreeSet::new);
    all.addAll(selectors);
    return all;
  }

  /** The policy that was named. */
  Optional<Policy> policy() {
    return Optional.ofNullable(policy)
        .map(file -> PolicyLoader.load(file, CatalogueLoader.bundled().controls()));
  }

  /** Selectors that a policy's inventory names. */
  static Set<String> selectors(Policy policy) {
    Set<String> all = new TreeSet<>();
    policy.inventory().stream()
        .map(InventoryEntry::dkimSelector)
        .filter(Objects::nonNull)
        .map(DnsOptions::selector)
        .forEach(all::add);
    return all;
  }

  /** The names of domains, as DNS is asked; picocli would call a bad one an unmatched argument. */
  static SortedSet<String> names(List<String> domains) {
    SortedSet<String> names = new TreeSet<>();
    for (String domain : domains) {
      try {
        names.add(AskedDomain.parse(domain));
      } catch (IllegalArgumentException e) {
        throw new UsageException(String.valueOf(e.getMessage()));
      }
    }
    return names;
  }

  private static String selector(String text) {
    try {
      return AskedDomain.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("inventory: dkimSelector " + e.getMessage());
    }
  }

  /** Reads a name. */
  static final class ToName implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      try {
        return AskedDomain.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
