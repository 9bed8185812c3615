package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.SimulatedTenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulated tenant and the truth about it. Everything follows from the scenario's file: the same
 * file makes the same tenant, byte by byte.
 */
public final class Scenario {
  /** Scenarios that come with the program. */
  public static final List<String> BUNDLED =
      List.of("clean", "esempio", "faulty", "hostile", "million", "neglected");

  private final ScenarioFile file;
  private final @Nullable Path folder;

  private Scenario(ScenarioFile file, @Nullable Path folder) {
    this.file = file;
    this.folder = folder;
  }

  /**
   * A scenario that comes with the program.
   *
   * @throws ScenarioException when there is none of that name
   */
  public static Scenario bundled(String name) {
    if (!BUNDLED.contains(name)) {
      throw new ScenarioException(
          name + ": there is no such scenario; allowed: a file, or one of " + BUNDLED);
    }
    return new Scenario(ScenarioFile.read(name + ".yaml", resource(name + ".yaml")), null);
  }

  /**
   * Reads a scenario.
   *
   * @throws ScenarioException in one sentence, with file and line
   */
  public static Scenario read(Path path) {
    if (!Files.exists(path)) {
      throw new ScenarioException(path + ": there is no such file");
    }
    try {
      return new Scenario(
          ScenarioFile.read(path.toString(), Files.readString(path)),
          path.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new ScenarioException(path + " cannot be read: " + e.getMessage());
    }
  }

  /** The same with another number of mailboxes. */
  public Scenario withMailboxes(long mailboxes) {
    return new Scenario(file.withMailboxes(mailboxes), folder);
  }

  @Override
  public String toString() {
    return file.name();
  }

  public String name() {
    return file.name();
  }

  /** The moment at which it plays: what a clock in its world says. */
  public Instant now() {
    return file.at();
  }

  /**
   * The policy that the truth holds for, as YAML text.
   *
   * @throws ScenarioException when a file that the scenario names cannot be read
   */
  public String policy() {
    String policy = file.policy();
    if (!policy.endsWith(".yaml")) {
      return "extends: " + policy + "\n";
    }
    if (folder == null || !Files.isRegularFile(folder.resolve(policy))) {
      return Placeholders.fill(resource(policy), file.org());
    }
    try {
      return Placeholders.fill(Files.readString(folder.resolve(policy)), file.org());
    } catch (IOException e) {
      throw new ScenarioException(folder.resolve(policy) + " cannot be read: " + e.getMessage());
    }
  }

  /** The tenant. */
  public SimulatedTenant tenant() {
    return new ContentTenant(content(Long.MAX_VALUE), file.realLimits());
  }

  /** What an audit must say, written by the scenario and by nothing else. */
  public Truth truth() {
    return content(Long.MAX_VALUE).truth.truth();
  }

  /**
   * The same of an audit that has Exchange list hidden inbox rules of some mailboxes only, and that
   * takes no logs.
   *
   * @param hiddenRules how many, besides those that call for it
   */
  public Truth truth(int hiddenRules) {
    return content(hiddenRules).truth.truth().withoutLogs();
  }

  private Content content(long hiddenRules) {
    Content content = file.tenant().make(file.org(), file.size().mailboxes());
    Misconfigurations.apply(file, content, hiddenRules);
    Application collector = CleanTenant.collector(content, file.refused());
    content.applications.add(0, collector);
    Roles.give(content, collector);
    content.faults.addAll(file.faults());
    return content;
  }

  private static String resource(String name) {
    String path = name.contains("/") ? name : "simulator/" + name;
    try (InputStream in = Scenario.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new ScenarioException(
            name + ": there is no such file beside the scenario, and none comes with the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
