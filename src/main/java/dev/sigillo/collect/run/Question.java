package dev.sigillo.collect.run;

import dev.sigillo.snapshot.Dataset;
import java.util.List;

/**
 * A dataset to read.
 *
 * @param dataset what is read
 * @param stage datasets of a stage are read side by side, after those of earlier stages
 * @param sources ways to read it, best first
 */
public record Question(Dataset dataset, int stage, List<Source> sources) {

  /** Needs nothing but the tenant. */
  public static final int FIRST = 1;

  /** Needs what the first stage read: mailboxes, domains, policies. */
  public static final int SECOND = 2;

  /** Needs what the second stage read: rules as Graph lists them. */
  public static final int THIRD = 3;

  public Question {
    sources = List.copyOf(sources);
  }
}
