package dev.sigillo.policy;

import dev.sigillo.control.Control;
import dev.sigillo.control.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads policies strictly, with everything they extend. */
public final class PolicyLoader {
  /** Names of the bundled policies. */
  public static final List<String> BUNDLED =
      List.of("default", "cis-m365", "scuba", "microsoft-strict");

  private static final int LONGEST_CHAIN = 10;
  private static final String[] KEYS = {
    "extends",
    "failLevel",
    "minCoverage",
    "timeZone",
    "weights",
    "controls",
    "waivers",
    "inventory",
    "attestations",
    "emergencyAccounts",
    "engagement",
    "responses",
    "privacy"
  };

  private final Declarations declarations;
  private final ControlChoices choices;
  private final MessageDigest digest;

  private PolicyLoader(Collection<Control> catalogue) {
    declarations = new Declarations(catalogue);
    choices = new ControlChoices(catalogue, declarations);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** One file of the chain. */
  private record Link(String name, @Nullable Path folder, YamlValue root) {}

  /**
   * Reads a policy.
   *
   * @param policy a bundled policy's name, or a file
   * @param catalogue the controls it may name
   * @throws PolicyException in one sentence, with file and line
   */
  public static Policy load(String policy, Collection<Control> catalogue) {
    PolicyLoader loader = new PolicyLoader(catalogue);
    return loader.resolve(loader.link(policy, null, null));
  }

  /**
   * Reads a policy's text, which may extend bundled policies.
   *
   * @param name its name, for messages
   */
  public static Policy parse(String name, String text, Collection<Control> catalogue) {
    PolicyLoader loader = new PolicyLoader(catalogue);
    return loader.resolve(loader.link(name, null, text.getBytes(StandardCharsets.UTF_8)));
  }

  private Link link(String name, @Nullable Path folder, byte @Nullable [] text) {
    byte[] bytes = text;
    Path within = folder;
    if (bytes == null && BUNDLED.contains(name)) {
      bytes = bundled(name);
      within = null;
    } else if (bytes == null) {
      Path file = folder == null ? Path.of(name) : folder.resolve(name);
      within = file.toAbsolutePath().getParent();
      bytes = file(file);
    }
    digest.update(bytes);
    digest.update((byte) 0);
    YamlValue root = YamlSource.read(name, bytes).keys(KEYS);
    return new Link(name, within, root);
  }

  private static byte[] bundled(String name) {
    String resource = "policies/" + name + ".yaml";
    try (InputStream in = PolicyLoader.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new PolicyException(resource + ": is missing from the program's jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new PolicyException(resource + ": cannot be read: " + e.getMessage());
    }
  }

  private static byte[] file(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new PolicyException(
          "%s: there is no such file; allowed: a file or one of %s"
              .formatted(file, String.join(", ", BUNDLED)));
    } catch (IOException e) {
      throw new PolicyException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private Policy resolve(Link first) {
    Deque<Link> chain = new ArrayDeque<>();
    List<String> names = new ArrayList<>();
    Link link = first;
    chain.push(link);
    while (link.root().get("extends") != null) {
      YamlValue place = Objects.requireNonNull(link.root().get("extends"));
      String next = place.text();
      if (next.equals(link.name()) || names.contains(next) || chain.size() > LONGEST_CHAIN) {
        throw place.error("'extends: %s' leads in a circle or too far", next);
      }
      names.add(next);
      link = link(next, link.folder(), null);
      chain.push(link);
    }
    return build(first, names, chain);
  }

  /** The furthest policy first, so that each adds to what it extends. */
  private Policy build(Link first, List<String> names, Deque<Link> chain) {
    Severity failLevel = Severity.HIGH;
    int minCoverage = 80;
    ZoneId zone = ZoneOffset.UTC;
    Map<Severity, Integer> weights = new EnumMap<>(Severity.class);
    List<Waiver> waivers = new ArrayList<>();
    List<InventoryEntry> inventory = new ArrayList<>();
    List<Attestation> attestations = new ArrayList<>();
    List<Policy.EmergencyAccount> accounts = new ArrayList<>();
    List<Response> responses = new ArrayList<>();
    Engagement engagement = null;
    Privacy privacy = null;
    for (Link link : chain) {
      YamlValue root = link.root();
      YamlValue level = root.get("failLevel");
      if (level != null) {
        failLevel = level.text().equals("never") ? null : level.oneOf(Severity.class);
      }
      YamlValue coverage = root.get("minCoverage");
      minCoverage = coverage == null ? minCoverage : (int) coverage.integer(0, 100);
      YamlValue time = root.get("timeZone");
      zone = time == null ? zone : time.zone();
      weights(root.get("weights"), weights);
      choices.add(root.get("controls"));
      waivers.addAll(root.list("waivers", declarations::waiver));
      inventory.addAll(inventory(root.get("inventory"), link.folder()));
      attestations.addAll(root.list("attestations", declarations::attestation));
      accounts.addAll(root.list("emergencyAccounts", Declarations::emergencyAccount));
      responses.addAll(root.list("responses", declarations::response));
      Engagement stated = root.optional("engagement", Declarations::engagement);
      engagement = stated == null ? engagement : stated;
      Privacy said = root.optional("privacy", Declarations::privacy);
      privacy = said == null ? privacy : said;
    }
    return new Policy(
        first.name(),
        List.copyOf(names),
        HexFormat.of().formatHex(digest.digest()),
        failLevel,
        minCoverage,
        zone,
        choices.settings(),
        Map.copyOf(weights),
        List.copyOf(waivers),
        List.copyOf(inventory),
        List.copyOf(attestations),
        List.copyOf(accounts),
        engagement == null ? Engagement.NONE : engagement,
        engagement != null,
        List.copyOf(responses),
        privacy,
        choices.weakenings());
  }

  private static void weights(@Nullable YamlValue value, Map<Severity, Integer> weights) {
    if (value == null) {
      return;
    }
    value.keys("critical", "high", "medium", "low");
    for (Severity severity : Severity.values()) {
      YamlValue weight = value.get(severity.id());
      if (weight != null) {
        weights.put(severity, (int) weight.integer(1, 1_000));
      }
    }
  }

  /** The list itself, or the name of the CSV file that holds it. */
  private List<InventoryEntry> inventory(@Nullable YamlValue value, @Nullable Path folder) {
    if (value == null) {
      return List.of();
    }
    if (value.isList()) {
      return value.items().stream().map(declarations::sender).toList();
    }
    if (folder == null) {
      throw value.error("'inventory' is not a list; a file can be named in a policy file only");
    }
    Path file = folder.resolve(value.text());
    byte[] bytes = file(file);
    digest.update(bytes);
    digest.update((byte) 0);
    return InventoryCsv.read(file.toString(), bytes);
  }
}
