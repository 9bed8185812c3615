package dev.sigillo.collect.imports;

import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxReader;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TenantFactsReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens what an import wrote. */
final class Imports {
  static final ImportOptions OPTIONS = new ImportOptions("0.1.0", false);

  private Imports() {}

  static DatasetEntry entry(Path snapshot, String dataset) {
    try (Snapshot opened = Snapshots.open(snapshot)) {
      return opened.manifest().dataset(dataset).orElseThrow();
    }
  }

  static TenantFacts facts(Path snapshot) {
    try (Snapshot opened = Snapshots.open(snapshot)) {
      return TenantFactsReader.read(opened);
    }
  }

  static Map<String, Mailbox> mailboxes(Path snapshot) {
    Map<String, Mailbox> all = new LinkedHashMap<>();
    try (Snapshot opened = Snapshots.open(snapshot);
        MailboxReader reader = MailboxReader.open(opened)) {
      reader.forEachRemaining(mailbox -> all.put(mailbox.key(), mailbox));
    }
    return all;
  }
}
