package dev.sigillo.collect.run;

import dev.sigillo.snapshot.Dataset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A dataset to read.
 *
 * @param dataset what is read
 * @param sources ways to read it, best first
 */
public record Question(Dataset dataset, List<Source> sources) {

  public Question {
    sources = List.copyOf(sources);
  }

  /** Datasets that any of the sources rests on. */
  Set<Dataset> needs() {
    Set<Dataset> needs = EnumSet.noneOf(Dataset.class);
    sources.forEach(source -> needs.addAll(source.needs()));
    return needs;
  }
}
