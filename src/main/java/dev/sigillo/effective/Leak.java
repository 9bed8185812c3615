package dev.sigillo.effective;

import dev.sigillo.snapshot.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one inbox rule, or a mailbox's own settings, sends outside.
 *
 * @param source the rule or the settings
 * @param forwards one for each recipient
 */
public record Leak(Fact source, List<Forward> forwards) {
  public Leak {
    forwards = List.copyOf(forwards);
  }

  /** One leak a source; the forwards of a source follow one another. */
  static List<Leak> of(List<Forward> forwards) {
    List<Leak> leaks = new ArrayList<>();
    List<Forward> same = new ArrayList<>();
    for (Forward forward : forwards) {
      if (!same.isEmpty() && !same.get(0).row().equals(forward.row())) {
        leaks.add(new Leak(same.get(0).source(), same));
        same.clear();
      }
      same.add(forward);
    }
    if (!same.isEmpty()) {
      leaks.add(new Leak(same.get(0).source(), same));
    }
    return leaks;
  }

  /** Where it leads, such as {@code ForwardTo: x@example.net}. */
  public String paths() {
    return forwards.stream().map(Forward::path).distinct().collect(Collectors.joining(", "));
  }

  /** Where it leads, and what every layer says to it. */
  public String layers() {
    Set<String> layers = new LinkedHashSet<>();
    forwards.forEach(forward -> forward.layers().forEach(layer -> layers.add(layer.toString())));
    return paths() + "; " + String.join("; ", layers);
  }

  /** The settings it rests on: the source and those of every layer, each once. */
  public Fact[] evidence() {
    Set<Fact> rows = new LinkedHashSet<>(List.of(source));
    forwards.forEach(forward -> forward.layers().forEach(layer -> rows.addAll(layer.rows())));
    return rows.toArray(Fact[]::new);
  }
}
