package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Dataset.Keyed;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetWriter;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.Projection;
import dev.sigillo.snapshot.SnapshotException;
import dev.sigillo.snapshot.SnapshotWriter;
import dev.sigillo.snapshot.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Imports a folder of files named after the cmdlet that made them, as {@code ConvertTo-Json} and
 * {@code Export-Csv} write them.
 */
public final class CmdletImport {
  private final ExportFolder folder;
  private final ExportLog log;
  private final ImportOptions options;
  private final SnapshotWriter writer;
  private final Map<Dataset, String> failures;
  private final Set<Dataset> whole;
  private final MailboxIndex mailboxes = new MailboxIndex();
  private final Instant start;
  private final Instant end;
  private @Nullable String initialDomain;
  private @Nullable String tenantName;

  private CmdletImport(
      ExportFolder folder, ExportLog log, ImportOptions options, SnapshotWriter writer) {
    this.folder = folder;
    this.log = log;
    this.options = options;
    this.writer = writer;
    this.failures = log.failures();
    this.whole = log.wholeDatasets();
    this.start = Objects.requireNonNullElseGet(log.startedUtc(), folder::oldest);
    this.end = Objects.requireNonNullElseGet(log.endedUtc(), folder::newest);
  }

  /**
   * Imports the folder.
   *
   * @param source the folder with the export
   * @param target the snapshot to write
   * @throws SnapshotException naming file and place when something cannot be read
   */
  public static Imported run(Path source, Path target, ImportOptions options) {
    try (SnapshotWriter writer = SnapshotWriter.create(target)) {
      ExportFolder folder = ExportFolder.of(source);
      ExportLog log = ExportLog.read(source);
      return new CmdletImport(folder, log, options, writer).run();
    } catch (IOException e) {
      throw new SnapshotException("%s cannot be read: %s.".formatted(source, e.getMessage()), e);
    }
  }

  private Imported run() throws IOException {
    if (end.isBefore(start)) {
      throw new SnapshotException(
          "%s: endedUtc %s is before startedUtc %s.".formatted(ExportLog.FILE, end, start));
    }
    // The list of mailboxes first: the others are resolved through it.
    List<Dataset> order =
        folder.files().keySet().stream()
            .sorted((a, b) -> Boolean.compare(b == Dataset.MAILBOX, a == Dataset.MAILBOX))
            .toList();
    for (Dataset dataset : order) {
      String error = error(dataset);
      if (error == null) {
        dataset(dataset, Objects.requireNonNull(folder.files().get(dataset)));
      } else {
        writer.without(entry(dataset, Status.FAILED, error, List.of()));
      }
    }
    for (Dataset dataset : Dataset.values()) {
      if (!folder.files().containsKey(dataset)) {
        String error = error(dataset);
        writer.without(
            error != null
                ? entry(dataset, Status.FAILED, error, List.of())
                : DatasetEntry.skipped(dataset.id(), Origin.IMPORTED, missing(dataset)));
      }
    }
    String digest =
        writer.finish(
            new ManifestHeader(
                options.toolVersion(),
                log.tenantId(),
                tenantName,
                initialDomain,
                log.exportedBy(),
                start,
                end));
    return new Imported(digest, folder.notes());
  }

  private static String missing(Dataset dataset) {
    if (dataset.isRead()) {
      return Note.NOT_A_COMMAND.of("sigillo incident read");
    }
    return dataset.isLog()
        ? Note.LOGS_NOT_IMPORTED.of()
        : dataset.isPublic()
            ? Note.NOT_A_COMMAND.of("sigillo collect dns")
            : Note.FILE_MISSING.of(ExportFolder.command(dataset));
  }

  private @Nullable String error(Dataset dataset) {
    return failures.get(dataset);
  }

  private void dataset(Dataset dataset, Path file) throws IOException {
    if (TextFile.isBlank(file)) {
      writer.without(entry(dataset, Status.FAILED, Note.FILE_EMPTY.of(), List.of()));
      return;
    }
    Projection projection = Projection.of(dataset, options.ruleTexts());
    boolean json = String.valueOf(file).toLowerCase(Locale.ROOT).endsWith(".json");
    DatasetWriter lines = writer.dataset(dataset.id());
    long count = 0;
    String reason;
    boolean cutShort;
    long unnamed = 0;
    try (Rows rows = json ? new JsonRows(file) : new CsvRows(file)) {
      Placing placing = placing(dataset, file, lines, projection);
      for (ObjectNode row = rows.next(); row != null; row = rows.next()) {
        remember(dataset, row);
        placing.row(row);
        count++;
        unnamed += Shortage.unnamed(dataset, row) ? 1 : 0;
      }
      reason = placing.finish();
      cutShort = rows.cutShort();
    }
    String shortage =
        cutShort
            ? Note.MORE_ROWS_LINKED.of()
            : unnamed > 0 ? Note.PERMISSIONS_UNNAMED.of(unnamed) : shortage(dataset, count);
    Status status = shortage == null ? Status.COMPLETE : Status.TRUNCATED;
    lines.end(entry(dataset, status, shortage == null ? reason : shortage, projection.withheld()));
  }

  private Placing placing(Dataset dataset, Path file, DatasetWriter lines, Projection projection) {
    String command = ExportFolder.command(dataset);
    if (dataset == Dataset.MAILBOX) {
      return row -> lines.row(mailboxes.add(file, row), projection.keep(row));
    }
    return switch (dataset.keyed()) {
      case NO -> row -> lines.row(projection.keep(row));
      case BY_MAILBOX ->
          new PerMailbox(dataset, mailboxes, lines, projection, log.perMailbox().get(command));
      case BY_GROUP -> new PerGroup(file, lines, projection, log.perGroup().get(command));
    };
  }

  /** Why a list may be short; null when nothing says so, or the log vouches for it. */
  private @Nullable String shortage(Dataset dataset, long rows) {
    return whole.contains(dataset) ? null : Shortage.of(dataset, rows);
  }

  private void remember(Dataset dataset, ObjectNode row) {
    if (dataset == Dataset.ACCEPTED_DOMAIN && isTrue(Names.get(row, "InitialDomain"))) {
      initialDomain = Names.text(row, "DomainName");
    } else if (dataset == Dataset.ORGANIZATION_CONFIG) {
      tenantName = Names.first(row, List.of("DisplayName", "Name"));
    }
  }

  private static boolean isTrue(@Nullable JsonNode node) {
    return node != null && node.asText().equalsIgnoreCase("true");
  }

  private DatasetEntry entry(
      Dataset dataset, Status status, @Nullable String reason, List<String> withheld) {
    Path file = folder.files().get(dataset);
    return new DatasetEntry(
        dataset.id(),
        Origin.IMPORTED,
        file == null ? null : String.valueOf(file.getFileName()),
        ExportFolder.command(dataset),
        status,
        reason,
        0,
        null,
        dataset.keyed() == Keyed.BY_MAILBOX ? (Long) (long) mailboxes.size() : null,
        null,
        withheld,
        List.of(),
        null,
        null,
        start,
        end);
  }
}
