package dev.sigillo.incident.dossier;

import dev.sigillo.kpi.DmarcCount;
import dev.sigillo.kpi.ForwardedMail;
import dev.sigillo.kpi.Networks;
import dev.sigillo.kpi.SeenRows;
import dev.sigillo.kpi.TraceCount;
import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import dev.sigillo.snapshot.DeliveryReport;
import dev.sigillo.snapshot.DmarcAggregate;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.MailboxSettings;
import dev.sigillo.snapshot.MessageTrace;
import dev.sigillo.snapshot.MessageTraceDetail;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.TlsReport;
import dev.sigillo.snapshot.User;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts what a snapshot holds of an incident; rows stream through. */
public final class IncidentReader {
  private final Snapshot snapshot;
  private final Set<String> own = new HashSet<>();
  private final Known known;
  private final boolean reported;

  private IncidentReader(Snapshot snapshot, Known known) {
    this.snapshot = snapshot;
    this.known = known;
    this.reported = holds(Dataset.NDR) && (!holds(traced()) || tellsFailure());
  }

  /** Reads a snapshot, with what else is known of the organisation. */
  public static IncidentReader of(Snapshot snapshot, Known known) {
    IncidentReader reader = new IncidentReader(snapshot, known);
    reader.ownDomains();
    return reader;
  }

  /** Everything a dossier tells. */
  public Incident read() {
    return new Incident(Source.of(snapshot), failures(), trace(), mailReports());
  }

  /**
   * Hands every recipient of every delivery report over, in the order of the snapshot; where no
   * report tells a failure, those of the message trace.
   */
  public void refusals(Consumer<Sample> each) {
    if (reported) {
      rows(Dataset.NDR, DeliveryReport.class, report -> each.accept(Sample.of(report)));
    } else if (holds(traced())) {
      TraceAnswers answers = new TraceAnswers();
      if (traced() == Dataset.MESSAGE_TRACE && holds(Dataset.MESSAGE_TRACE_DETAIL)) {
        rows(Dataset.MESSAGE_TRACE_DETAIL, MessageTraceDetail.class, answers::add);
      }
      SeenRows seen = new SeenRows();
      rows(
          traced(),
          MessageTrace.class,
          row -> {
            String recipient = row.recipientAddress().orElse("");
            if (row.status().is("failed")
                && recipient.indexOf('@') >= 0
                && !isOwn(recipient)
                && seen.add(row.id().orNull(), row.messageId().orNull(), recipient)) {
              each.accept(Sample.of(row, answers.of(row)));
            }
          });
    }
  }

  private boolean tellsFailure() {
    boolean[] any = new boolean[1];
    rows(Dataset.NDR, DeliveryReport.class, report -> any[0] |= !Sample.of(report).reached());
    return any[0];
  }

  private Dataset traced() {
    return holds(Dataset.READ_TRACE) ? Dataset.READ_TRACE : Dataset.MESSAGE_TRACE;
  }

  /**
   * Accepted domains, else those that are given, else those that the reports' messages came from.
   */
  private void ownDomains() {
    if (holds(Dataset.ACCEPTED_DOMAIN)) {
      rows(
          Dataset.ACCEPTED_DOMAIN,
          AcceptedDomain.class,
          domain -> own.add(domain.domainName().orElse("").toLowerCase(Locale.ROOT)));
    }
    if (own.isEmpty()) {
      known.domains().forEach(domain -> own.add(domain.toLowerCase(Locale.ROOT)));
    }
    if (own.isEmpty() && holds(Dataset.NDR)) {
      rows(
          Dataset.NDR,
          DeliveryReport.class,
          report -> {
            String sender = report.sender().orElse("").toLowerCase(Locale.ROOT);
            own.add(sender.substring(sender.lastIndexOf('@') + 1));
          });
    }
    own.remove("");
  }

  private boolean isOwn(String address) {
    return own.contains(
        address.substring(address.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT));
  }

  private @Nullable Failures failures() {
    FailureCount count = new FailureCount();
    refusals(count::add);
    Failures failures = count.end(!reported);
    return reported || failures.failed() > 0 ? failures : null;
  }

  private @Nullable Trace trace() {
    if (!holds(traced())) {
      return null;
    }
    TraceCount count = new TraceCount(this::isOwn);
    rows(traced(), MessageTrace.class, count::add);
    if (!own.isEmpty() && count.wantsSecondPass()) {
      rows(traced(), MessageTrace.class, count::addAgain);
    }
    List<ForwardedMail> forwarded = own.isEmpty() ? List.of() : count.forwarded();
    return Trace.of(count, forwarded, departments(forwarded), !own.isEmpty(), known.thresholds());
  }

  private List<DepartmentMail> departments(List<ForwardedMail> forwarded) {
    DepartmentCount count = new DepartmentCount(forwarded);
    if (!forwarded.isEmpty() && holds(Dataset.MAILBOX) && holds(Dataset.USER)) {
      keyed(Dataset.MAILBOX, MailboxSettings.class, count::mailbox);
      keyed(Dataset.USER, User.class, count::user);
    }
    return count.sums();
  }

  private @Nullable MailReports mailReports() {
    if (!holds(Dataset.DMARC_AGGREGATE) && !holds(Dataset.TLS_REPORT)) {
      return null;
    }
    List<String> declared = known.addresses();
    DmarcCount dmarc =
        new DmarcCount(address -> declared != null && Networks.within(address, declared));
    TlsCount tls = new TlsCount();
    if (holds(Dataset.DMARC_AGGREGATE)) {
      rows(Dataset.DMARC_AGGREGATE, DmarcAggregate.class, dmarc::add);
    }
    if (holds(Dataset.TLS_REPORT)) {
      rows(Dataset.TLS_REPORT, TlsReport.class, tls::add);
    }
    LogWindow window =
        snapshot
            .manifest()
            .dataset(Dataset.DMARC_AGGREGATE.id())
            .map(DatasetEntry::window)
            .orElse(null);
    return new MailReports(
        dmarc.records(),
        window == null ? null : window.servedFrom(),
        window == null ? null : window.servedTo(),
        dmarc.domains().stream()
            .map(MailReports.Domain::of)
            .sorted(
                Comparator.comparing(MailReports.Domain::messages)
                    .reversed()
                    .thenComparing(MailReports.Domain::name))
            .toList(),
        declared != null,
        tls.sessions(),
        dmarc.incomplete() || tls.incomplete());
  }

  private boolean holds(Dataset dataset) {
    return snapshot.manifest().dataset(dataset.id()).filter(DatasetEntry::hasFile).isPresent();
  }

  private <T extends Fact> void rows(Dataset dataset, Class<T> type, Consumer<T> each) {
    keyed(dataset, type, (key, row) -> each.accept(row));
  }

  private <T extends Fact> void keyed(Dataset dataset, Class<T> type, BiConsumer<String, T> each) {
    try (Snapshot.Lines lines = snapshot.lines(dataset.id())) {
      while (lines.hasNext()) {
        Line line = lines.next();
        if (line.row() != null) {
          RowRef ref = RowRef.of(dataset.id(), line.number(), line.row());
          String key = line.key() == null ? "" : line.key();
          each.accept(key, RowReader.read(type, ref, line.row()));
        }
      }
    }
  }
}
