package dev.sigillo.policy;

import dev.sigillo.control.Control;
import dev.sigillo.policy.PolicyFile.Unreadable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Reads policies strictly, with everything they extend: each mistake is one sentence with file and
 * line. A digest covers every file that was read, in order, each followed by a zero byte.
 */
public final class PolicyLoader {
  private static final int LONGEST_CHAIN = 10;

  private final PolicyMerge merge;
  private final Declarations declarations;
  private final MessageDigest digest;

  private PolicyLoader(Collection<Control> catalogue) {
    declarations = new Declarations(catalogue);
    merge = new PolicyMerge(catalogue, declarations);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** One file of the chain and what stands in it. */
  private record Link(PolicyFile file, YamlValue root, List<InventoryEntry> table) {}

  /**
   * Reads a policy.
   *
   * @param policy a bundled policy's name, or a file
   * @param catalogue the controls it may name
   * @throws PolicyException in one sentence, with file and line
   */
  public static Policy load(String policy, Collection<Control> catalogue) {
    if (PolicyFile.BUNDLED.contains(policy)) {
      return new PolicyLoader(catalogue).resolve(PolicyFile.bundled(policy));
    }
    try {
      return new PolicyLoader(catalogue).resolve(PolicyFile.file(policy, null));
    } catch (Unreadable e) {
      throw new PolicyException(
          "%s: %s%s; allowed: a policy file, or one of %s"
              .formatted(
                  Place.printable(policy, Integer.MAX_VALUE),
                  e.why(),
                  Spelling.suggest(policy, PolicyFile.BUNDLED),
                  String.join(", ", PolicyFile.BUNDLED)));
    }
  }

  /**
   * Reads a policy's text, which may extend bundled policies.
   *
   * @param name its name, for messages
   */
  public static Policy parse(String name, String text, Collection<Control> catalogue) {
    return new PolicyLoader(catalogue).resolve(PolicyFile.text(name, text));
  }

  private Policy resolve(PolicyFile first) {
    Deque<Link> chain = new ArrayDeque<>();
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(first.identity()));
    Link link = open(first);
    chain.push(link);
    for (YamlValue next = link.root().get("extends");
        next != null;
        next = link.root().get("extends")) {
      PolicyFile file = extended(next, link.file());
      if (!seen.add(file.identity())) {
        throw next.place()
            .error("'extends: %s' leads in a circle; allowed: a chain that ends", next.text());
      }
      if (names.size() == LONGEST_CHAIN) {
        throw next.place()
            .error("'extends' leads too far; allowed: %d policies in a row", LONGEST_CHAIN);
      }
      names.add(file.name());
      link = open(file);
      chain.push(link);
    }
    for (Link each : chain) {
      merge.add(each.root(), each.table());
    }
    return merge.policy(first.name(), names, HexFormat.of().formatHex(digest.digest()));
  }

  private Link open(PolicyFile file) {
    digest(file);
    YamlValue root = YamlSource.read(file.shown(), file.bytes()).keys(Keys.POLICY);
    YamlValue inventory = root.get("inventory");
    List<InventoryEntry> table = List.of();
    if (inventory != null && !inventory.isList()) {
      PolicyFile csv = table(inventory, file);
      digest(csv);
      table = InventoryCsv.read(csv.shown(), csv.bytes(), declarations);
    }
    return new Link(file, root, table);
  }

  private void digest(PolicyFile file) {
    digest.update(file.bytes());
    digest.update((byte) 0);
  }

  private static PolicyFile extended(YamlValue place, PolicyFile from) {
    String written = place.text();
    if (PolicyFile.BUNDLED.contains(written)) {
      return PolicyFile.bundled(written);
    }
    try {
      if (from.folder() == null) {
        throw new Unreadable("files are extended from files only");
      }
      return PolicyFile.file(written, from.folder());
    } catch (Unreadable e) {
      throw place
          .place()
          .error(
              "'extends: %s' cannot be followed: %s%s; allowed: a policy file, or one of %s",
              written, e.why(), Spelling.suggest(written, PolicyFile.BUNDLED), PolicyFile.BUNDLED);
    }
  }

  private static PolicyFile table(YamlValue place, PolicyFile from) {
    String written = place.text();
    try {
      if (from.folder() == null) {
        throw new Unreadable("tables are named in files only");
      }
      return PolicyFile.file(written, from.folder());
    } catch (Unreadable e) {
      throw place
          .place()
          .error(
              "'inventory: %s' cannot be read: %s; allowed: a list of senders, or a CSV file",
              written, e.why());
    }
  }
}
