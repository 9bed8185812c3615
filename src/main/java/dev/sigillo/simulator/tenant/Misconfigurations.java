package dev.sigillo.simulator.tenant;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What can be wrong in a tenant, by name. Each changes the content and says which findings that
 * causes; they add things of their own wherever they can, so that none hides another.
 */
final class Misconfigurations {
  /** Something wrong, as many times as asked for; a switch of the tenant takes no number. */
  @FunctionalInterface
  interface Misconfiguration {
    void apply(Content content, int count);
  }

  private static final Map<String, Misconfiguration> ALL = new TreeMap<>();

  static {
    ALL.putAll(TenantSwitches.ALL);
    ALL.putAll(DomainFaults.ALL);
    ALL.putAll(FlowFaults.ALL);
    ALL.putAll(MailboxFaults.ALL);
    ALL.putAll(ApplicationFaults.ALL);
    ALL.putAll(AccessFaults.ALL);
    ALL.putAll(AlertFaults.ALL);
    ALL.putAll(LogFaults.ALL);
    ALL.putAll(HostileFaults.ALL);
    ALL.put("recordsOutdated", (content, count) -> content.outdated = true);
  }

  private Misconfigurations() {}

  /** All names, in order. */
  static Set<String> names() {
    return Collections.unmodifiableSet(ALL.keySet());
  }

  /** Refuses a name that is none, with its line. */
  static void check(String file, String text, ScenarioFile scenario) {
    for (Map.Entry<String, Integer> one : scenario.misconfigurations().entrySet()) {
      if (!ALL.containsKey(one.getKey())) {
        throw new ScenarioException(
            "%s:%d: there is no misconfiguration %s; allowed: %s"
                .formatted(file, line(text, one.getKey()), one.getKey(), ALL.keySet()));
      }
      if (one.getValue() == null || one.getValue() < 0) {
        throw new ScenarioException(
            "%s:%d: %s: how many there are is missing or negative; allowed: 0 and above"
                .formatted(file, line(text, one.getKey()), one.getKey()));
      }
    }
  }

  private static int line(String text, String key) {
    int at = Math.max(0, text.indexOf(key));
    return (int) text.substring(0, at).lines().count()
        + (at > 0 && text.charAt(at - 1) == '\n' ? 1 : 0);
  }

  /**
   * Applies those of a scenario, in the order of their names: the file's order changes nothing.
   *
   * @param hiddenRules of how many mailboxes an audit reads hidden rules that do not call for it
   */
  static void apply(ScenarioFile scenario, Content content, long hiddenRules) {
    for (String domain : scenario.domains().subList(1, scenario.domains().size())) {
      DomainFaults.sending(content, domain);
    }
    new TreeMap<>(scenario.misconfigurations())
        .forEach(
            (name, count) -> {
              Misconfiguration one = ALL.get(name);
              if (one != null && count > 0) {
                one.apply(content, count);
              }
            });
    SomeMailboxes.expect(content, hiddenRules);
    if (!scenario.misconfigurations().isEmpty()) {
      Layers.expect(content);
    }
  }
}
