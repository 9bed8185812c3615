package dev.sigillo.bench;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.MailboxReader;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/**
 * What evaluation does before it judges, step by step with the CPU seconds of each: opens a
 * snapshot, which checks every digest; reads the lines of its mailboxes; reads them again into
 * facts.
 */
public final class ReadOnly {
  private static final double NANOS = 1e9;

  private ReadOnly() {}

  public static void main(String[] args) {
    long start = cpu();
    try (Snapshot snapshot = Snapshots.open(Path.of(args[0]))) {
      start = say("digests", start);
      long lines = 0;
      for (Dataset dataset : Dataset.values()) {
        if (dataset.keyed() == Dataset.Keyed.BY_MAILBOX) {
          try (Snapshot.Lines all = snapshot.lines(dataset.id())) {
            for (; all.hasNext(); all.next()) {
              lines++;
            }
          }
        }
      }
      start = say("lines (%d)".formatted(lines), start);
      long rules = 0;
      try (MailboxReader mailboxes = MailboxReader.open(snapshot)) {
        while (mailboxes.hasNext()) {
          rules += mailboxes.next().inboxRules().size();
        }
      }
      say("lines and facts (%d inbox rules)".formatted(rules), start);
    }
  }

  private static long say(String what, long start) {
    System.out.printf("%-34s %6.2f s CPU%n", what, (cpu() - start) / NANOS);
    return cpu();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
