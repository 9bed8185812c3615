package dev.sigillo.incident.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.incident.ndr.Bounce;
import dev.sigillo.incident.ndr.BounceSink;
import dev.sigillo.incident.ndr.NdrReader;
import dev.sigillo.incident.ndr.NdrTally;
import dev.sigillo.incident.trace.TraceFiles;
import dev.sigillo.kpi.DmarcCount;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import dev.sigillo.snapshot.DatasetWriter;
import dev.sigillo.snapshot.DmarcAggregate;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.SnapshotCopy;
import dev.sigillo.snapshot.SnapshotWriter;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a snapshot of what was read of an incident, alone or beside all that another one holds. */
public final class IncidentSnapshot {
  private static final RowRef NOWHERE = new RowRef(Dataset.DMARC_AGGREGATE.id(), 0, "");

  private final IncidentFiles files;
  private final Clock clock;
  private final Consumer<String> refusals;
  private final Set<String> written = new HashSet<>();
  private final DmarcCount sources = new DmarcCount(address -> false);
  private @Nullable NdrTally ndrs;
  private TraceFiles.@Nullable Tally traces;
  private ReportFiles.@Nullable Tally reports;

  private IncidentSnapshot(IncidentFiles files, Clock clock, Consumer<String> refusals) {
    this.files = files;
    this.clock = clock;
    this.refusals = refusals;
  }

  /**
   * Reads the files into a new snapshot.
   *
   * @param beside a snapshot whose other datasets the new one holds too; null for none
   * @param target the ZIP to write, never the one that was opened
   * @param refusals takes a sentence for each file that was not read
   */
  public static IncidentRead write(
      @Nullable Snapshot beside,
      IncidentFiles files,
      Path target,
      String toolVersion,
      Clock clock,
      Consumer<String> refusals) {
    IncidentSnapshot incident = new IncidentSnapshot(files, clock, refusals);
    Instant start = incident.now();
    try (SnapshotWriter writer = SnapshotWriter.create(target)) {
      incident.datasets(writer, start);
      if (beside != null) {
        SnapshotCopy.datasets(beside, writer, incident.written);
      }
      for (Dataset dataset : Dataset.values()) {
        if (beside == null && !incident.written.contains(dataset.id())) {
          writer.without(
              DatasetEntry.skipped(dataset.id(), Origin.IMPORTED, Note.ONLY_INCIDENT_READ.of()));
        }
      }
      writer.finish(header(beside, toolVersion, start, incident.now()));
    }
    return new IncidentRead(
        incident.ndrs, incident.traces, incident.reports, incident.sources.domains());
  }

  private void datasets(SnapshotWriter writer, Instant start) {
    if (!files.ndrs().isEmpty()) {
      ndrs(writer, start);
    }
    if (!files.traces().isEmpty()) {
      traces(writer, start);
    }
    if (!files.reports().isEmpty()) {
      reports(writer, start);
    }
  }

  private void ndrs(SnapshotWriter writer, Instant start) {
    DatasetWriter dataset = dataset(writer, Dataset.NDR);
    TimeSpan span = new TimeSpan();
    NdrTally tally =
        NdrReader.read(
            files.ndrs(),
            new BounceSink() {
              @Override
              public void bounce(Bounce bounce) {
                ObjectNode row = BounceRow.of(bounce);
                span.see(row, "time", "time");
                dataset.row(row);
              }

              @Override
              public void refused(String sentence) {
                refusals.accept(sentence);
              }
            });
    ndrs = tally;
    Status status = tally.messages() == 0 ? Status.FAILED : Status.COMPLETE;
    dataset.end(
        entry(Dataset.NDR, files.ndrs(), status, unread(tally.refused()), span.window(), start));
  }

  private void traces(SnapshotWriter writer, Instant start) {
    DatasetWriter dataset = dataset(writer, Dataset.READ_TRACE);
    TimeSpan span = new TimeSpan();
    TraceFiles.Tally tally =
        TraceFiles.read(
            files.traces(),
            files.dayFirst(),
            row -> {
              span.see(row, "receivedDateTime", "receivedDateTime");
              dataset.row(row);
            },
            refusals);
    traces = tally;
    Status status = Status.COMPLETE;
    String reason = null;
    if (tally.rows() == 0 && tally.refused() > 0) {
      status = Status.FAILED;
      reason = unread(tally.refused());
    } else if (tally.refused() > 0) {
      status = Status.TRUNCATED;
      reason = unread(tally.refused());
    } else if (tally.cutShort() != null) {
      status = Status.TRUNCATED;
      reason = Note.MAYBE_FIRST_PAGE.of();
    }
    dataset.end(entry(Dataset.READ_TRACE, files.traces(), status, reason, span.window(), start));
  }

  private void reports(SnapshotWriter writer, Instant start) {
    DatasetWriter dmarc = dataset(writer, Dataset.DMARC_AGGREGATE);
    DatasetWriter tls = dataset(writer, Dataset.TLS_REPORT);
    TimeSpan dmarcSpan = new TimeSpan();
    TimeSpan tlsSpan = new TimeSpan();
    ReportFiles.Tally tally =
        ReportFiles.read(
            files.reports(),
            row -> {
              dmarcSpan.see(row, "begin", "end");
              sources.add(RowReader.read(DmarcAggregate.class, NOWHERE, row));
              dmarc.row(row);
            },
            row -> {
              tlsSpan.see(row, "startDatetime", "endDatetime");
              tls.row(row);
            },
            refusals);
    reports = tally;
    String unread = unread(tally.refused());
    dmarc.end(
        entry(
            Dataset.DMARC_AGGREGATE,
            files.reports(),
            read(tally.aggregateReports(), tally.refused()),
            unread,
            dmarcSpan.window(),
            start));
    tls.end(
        entry(
            Dataset.TLS_REPORT,
            files.reports(),
            read(tally.tlsReports(), tally.refused()),
            unread,
            tlsSpan.window(),
            start));
  }

  /** Files without a report of the kind say nothing of it; broken ones might have. */
  private static Status read(long reports, long refused) {
    return reports > 0 ? Status.COMPLETE : refused > 0 ? Status.FAILED : Status.SKIPPED;
  }

  private static @Nullable String unread(long refused) {
    return refused == 0 ? null : Note.FILES_UNREAD.of(refused);
  }

  private DatasetWriter dataset(SnapshotWriter writer, Dataset dataset) {
    written.add(dataset.id());
    return writer.dataset(dataset.id());
  }

  private DatasetEntry entry(
      Dataset dataset,
      List<Path> given,
      Status status,
      @Nullable String reason,
      @Nullable LogWindow window,
      Instant start) {
    return new DatasetEntry(
        dataset.id(),
        Origin.IMPORTED,
        given.stream()
            .map(path -> String.valueOf(path.getFileName()))
            .distinct()
            .limit(20)
            .collect(Collectors.joining(", ")),
        null,
        status,
        reason,
        0,
        null,
        null,
        window,
        List.of("subject"),
        List.of(),
        null,
        null,
        start,
        now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static ManifestHeader header(
      @Nullable Snapshot beside, String toolVersion, Instant start, Instant end) {
    if (beside == null) {
      return new ManifestHeader(toolVersion, null, null, null, null, start, end);
    }
    return ManifestHeader.of(beside.manifest()).extended(toolVersion, start, end);
  }
}
