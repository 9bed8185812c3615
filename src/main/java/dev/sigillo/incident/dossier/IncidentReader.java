package dev.sigillo.incident.dossier;

import dev.sigillo.kpi.TraceCount;
import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DeliveryReport;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.MessageTrace;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Snapshot;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts what a snapshot holds of an incident; rows stream through. */
public final class IncidentReader {
  private final Snapshot snapshot;

  private IncidentReader(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Everything a dossier tells. */
  public static Incident read(Snapshot snapshot) {
    IncidentReader reader = new IncidentReader(snapshot);
    Set<String> own = reader.ownDomains();
    return new Incident(Source.of(snapshot), reader.reports(own), reader.trace(own));
  }

  /** Hands every recipient of every delivery report over, in the order of the snapshot. */
  public static void reports(Snapshot snapshot, Consumer<Sample> each) {
    new IncidentReader(snapshot)
        .rows(Dataset.NDR, DeliveryReport.class, report -> each.accept(Sample.of(report)));
  }

  /** Accepted domains; where they were not read, those that the reports' messages came from. */
  private Set<String> ownDomains() {
    Set<String> own = new HashSet<>();
    rows(
        Dataset.ACCEPTED_DOMAIN,
        AcceptedDomain.class,
        domain -> own.add(domain.domainName().orElse("").toLowerCase(Locale.ROOT)));
    return own;
  }

  private @Nullable Reports reports(Set<String> own) {
    if (!holds(Dataset.NDR)) {
      return null;
    }
    ReportCount count = new ReportCount();
    boolean listed = !own.isEmpty();
    rows(
        Dataset.NDR,
        DeliveryReport.class,
        report -> {
          count.add(Sample.of(report));
          if (!listed) {
            String sender = report.sender().orElse("").toLowerCase(Locale.ROOT);
            own.add(sender.substring(sender.lastIndexOf('@') + 1));
          }
        });
    own.remove("");
    return count.end();
  }

  private @Nullable Trace trace(Set<String> own) {
    Dataset dataset = holds(Dataset.READ_TRACE) ? Dataset.READ_TRACE : Dataset.MESSAGE_TRACE;
    if (!holds(dataset)) {
      return null;
    }
    TraceCount count =
        new TraceCount(
            address ->
                own.contains(
                    address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT)));
    rows(dataset, MessageTrace.class, count::add);
    if (count.wantsSecondPass()) {
      rows(dataset, MessageTrace.class, count::addAgain);
    }
    return Trace.of(count);
  }

  private boolean holds(Dataset dataset) {
    return snapshot.manifest().dataset(dataset.id()).filter(DatasetEntry::hasFile).isPresent();
  }

  private <T extends Fact> void rows(Dataset dataset, Class<T> type, Consumer<T> each) {
    try (Snapshot.Lines lines = snapshot.lines(dataset.id())) {
      while (lines.hasNext()) {
        Line line = lines.next();
        if (line.row() != null) {
          RowRef ref = RowRef.of(dataset.id(), line.number(), line.row());
          each.accept(RowReader.read(type, ref, line.row()));
        }
      }
    }
  }
}
