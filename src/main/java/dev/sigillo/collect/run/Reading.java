package dev.sigillo.collect.run;

import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.util.List;

/**
 * A dataset that was read.
 *
 * @param file its spool
 * @param ended how, and where it came from
 * @param rows in the spool
 * @param withheld properties that were left out
 */
record Reading(Path file, SpoolLine.Ended ended, long rows, List<String> withheld) {
  Reading {
    withheld = List.copyOf(withheld);
  }

  Status status() {
    return ended.ending().status();
  }
}
