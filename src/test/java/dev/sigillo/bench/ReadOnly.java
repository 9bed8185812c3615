package dev.sigillo.bench;

import dev.sigillo.snapshot.MailboxReader;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.nio.file.Path;

/** Opens a snapshot and reads its mailboxes into facts: what evaluation does before it judges. */
public final class ReadOnly {
  private ReadOnly() {}

  public static void main(String[] args) {
    long rules = 0;
    try (Snapshot snapshot = Snapshots.open(Path.of(args[0]));
        MailboxReader mailboxes = MailboxReader.open(snapshot)) {
      while (mailboxes.hasNext()) {
        rules += mailboxes.next().inboxRules().size();
      }
    }
    System.out.println("inbox rules: " + rules);
  }
}
