package dev.sigillo.collect.run;

import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.util.List;

/**
 * A dataset that was read.
 *
 * @param file its spool
 * @param ended how, and where it came from
 * @param fresh whether this run read it, and not an interrupted one before
 * @param rows in the spool
 * @param withheld properties that were left out
 */
record Reading(Path file, SpoolLine.Ended ended, boolean fresh, long rows, List<String> withheld) {
  Reading {
    withheld = List.copyOf(withheld);
  }

  /** Whether its rows may have other numbers than an interrupted run knew. */
  boolean renumbered() {
    return fresh && rows > 0;
  }

  Status status() {
    return ended.ending().status();
  }
}
