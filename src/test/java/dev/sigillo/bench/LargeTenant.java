package dev.sigillo.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetWriter;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.Manifest;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.SnapshotWriter;
import dev.sigillo.snapshot.Snapshots;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes a tenant with many mailboxes: everything that is kept per mailbox is generated, everything
 * else is the demo's. {@code LargeTenant FILE MAILBOXES [good|bad] [bypass] [graph|both]}: in a
 * good tenant one mailbox in a hundred is as in a bad one, where each breaks what it can; {@code
 * bypass} adds a row of {@code Get-MailboxAuditBypassAssociation} for every account; the inbox
 * rules are those of Exchange, unless {@code graph} has those of Graph instead or {@code both} has
 * both.
 */
public final class LargeTenant {
  private static final Path DEMO = Path.of("src/main/resources/demo/esempio.zip");
  private static final String BYPASS = "bypass";
  private static final String GRAPH = "graph";
  private static final String BOTH = "both";
  private static final int BAD_ONE_IN = 100;

  private LargeTenant() {}

  public static void main(String[] args) {
    int mailboxes = Integer.parseInt(args[1]);
    Set<String> kinds = Set.copyOf(Arrays.asList(args).subList(2, args.length));
    boolean bad = kinds.contains("bad");
    try (Snapshot demo = Snapshots.open(DEMO);
        SnapshotWriter writer = SnapshotWriter.create(Path.of(args[0]))) {
      Manifest manifest = demo.manifest();
      Map<Dataset, DatasetWriter> open = new EnumMap<>(Dataset.class);
      for (DatasetEntry entry : manifest.datasets()) {
        Dataset dataset = Dataset.of(entry.name()).orElseThrow();
        if (dataset.keyed() == Dataset.Keyed.BY_MAILBOX
            || (dataset == Dataset.AUDIT_BYPASS && kinds.contains(BYPASS))) {
          if (dataset != Dataset.INBOX_RULE || !kinds.contains(GRAPH)) {
            open.put(dataset, writer.dataset(entry.name()));
          }
        } else if (entry.sha256() == null) {
          writer.without(entry);
        } else {
          copy(demo, entry, writer.dataset(entry.name()));
        }
      }
      if (kinds.contains(GRAPH) || kinds.contains(BOTH)) {
        open.put(Dataset.MESSAGE_RULE, writer.dataset(Dataset.MESSAGE_RULE.id()));
      }
      for (int i = 0; i < mailboxes; i++) {
        new LargeMailbox(i, bad || i % BAD_ONE_IN == 0).write(open);
      }
      DatasetEntry rules = manifest.dataset(Dataset.INBOX_RULE.id()).orElseThrow();
      open.forEach(
          (dataset, out) ->
              out.end(whole(dataset.id(), manifest.dataset(dataset.id()).orElse(rules))));
      writer.finish(
          new ManifestHeader(
              manifest.toolVersion(),
              manifest.tenantId(),
              manifest.tenantName(),
              manifest.initialDomain(),
              "a benchmark",
              manifest.start(),
              manifest.end()));
    }
  }

  private static void copy(Snapshot demo, DatasetEntry entry, DatasetWriter out) {
    try (Snapshot.Lines lines = demo.lines(entry.name())) {
      while (lines.hasNext()) {
        Line line = lines.next();
        String key = line.key();
        ObjectNode row = line.row();
        String error = line.error();
        if (key == null) {
          out.row(Objects.requireNonNull(row));
        } else if (row != null) {
          out.row(key, row);
        } else if (error != null) {
          out.error(key, error);
        } else {
          out.empty(key);
        }
      }
    }
    out.end(entry);
  }

  /** The entry without what the demo's own rows filled in. */
  private static DatasetEntry whole(String name, DatasetEntry demo) {
    return new DatasetEntry(
        name,
        demo.origin(),
        demo.source(),
        demo.request(),
        demo.status(),
        null,
        0,
        null,
        null,
        null,
        demo.withheld(),
        demo.requestIds(),
        null,
        null,
        demo.start(),
        demo.end());
  }
}
