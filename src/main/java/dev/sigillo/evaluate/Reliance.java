package dev.sigillo.evaluate;

import dev.sigillo.control.Control;
import dev.sigillo.snapshot.Dataset;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which controls rest on which datasets. */
public final class Reliance {
  private Reliance() {}

  /**
   * Ids of the controls that cannot be judged in full without these datasets: every alternative
   * that they have rests on one of them.
   */
  public static List<String> unknownWithout(Set<Dataset> missing, Collection<Control> controls) {
    return controls.stream()
        .filter(
            control -> EvidencePlan.of(control).groups().stream().anyMatch(g -> gone(g, missing)))
        .map(control -> control.id().toString())
        .sorted()
        .toList();
  }

  private static boolean gone(EvidencePlan.Group group, Set<Dataset> missing) {
    return group.options().stream()
        .allMatch(option -> option.stream().anyMatch(need -> missing.contains(need.dataset())));
  }
}
