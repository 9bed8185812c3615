package dev.sigillo.evaluate;

import dev.sigillo.assessment.Reason;
import dev.sigillo.assessment.Reason.Code;
import dev.sigillo.control.SubjectKind;
import dev.sigillo.evaluate.Bench.Judge;
import dev.sigillo.evaluate.EvidencePlan.Need;
import dev.sigillo.kpi.BlockListCount;
import dev.sigillo.kpi.DmarcCount;
import dev.sigillo.kpi.NdrCount;
import dev.sigillo.kpi.ReportedDomain;
import dev.sigillo.kpi.TraceCount;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import dev.sigillo.snapshot.DeliveryReport;
import dev.sigillo.snapshot.DmarcAggregate;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.MessageTrace;
import dev.sigillo.snapshot.MessageTraceDetail;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.PropertyPath;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Status;
import dev.sigillo.snapshot.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the datasets of mail traffic come to: counted in one streaming pass, since they may hold
 * millions of rows. Only what some control needs is read.
 */
final class Traffic {
  private static final List<Dataset> TRACES = List.of(Dataset.READ_TRACE, Dataset.MESSAGE_TRACE);

  private static final Pattern FAILURES =
      Pattern.compile("(?i)\\bstatus\\W{1,8}(?:eq\\W+)?failed\\b");

  private final boolean failuresAsked;
  private final Map<Dataset, Set<PropertyPath>> needed = new HashMap<>();
  private final Map<String, Reason> missing = new HashMap<>();
  private final TraceCount trace;
  private final NdrCount ndrs = new NdrCount();
  private final DmarcCount dmarc;
  private final List<ReportedDomain> reported;

  private Traffic(Snapshot snapshot, List<Judge> judges, Register register) {
    failuresAsked = failuresAsked(snapshot);
    trace = new TraceCount(register::isOwnDomain);
    dmarc = new DmarcCount(register::holdsAddress);
    for (Judge judge : judges) {
      judge.plan().groups().stream()
          .flatMap(group -> group.options().stream())
          .flatMap(List::stream)
          .filter(need -> need.dataset().isTraffic())
          .forEach(
              need ->
                  needed
                      .computeIfAbsent(need.dataset(), d -> new LinkedHashSet<>())
                      .addAll(need.paths()));
    }
    rows(snapshot, Dataset.NDR, fact -> ndrs.add((DeliveryReport) fact));
    rows(snapshot, Dataset.MESSAGE_TRACE_DETAIL, fact -> ndrs.add((MessageTraceDetail) fact));
    TRACES.forEach(dataset -> rows(snapshot, dataset, fact -> trace((MessageTrace) fact)));
    if (trace.wantsSecondPass()) {
      TRACES.forEach(
          dataset -> rows(snapshot, dataset, fact -> trace.addAgain((MessageTrace) fact)));
    }
    rows(snapshot, Dataset.DMARC_AGGREGATE, fact -> dmarc.add((DmarcAggregate) fact));
    reported = dmarc.domains();
  }

  static Traffic of(Snapshot snapshot, List<Judge> judges, Register register) {
    return new Traffic(snapshot, judges, register);
  }

  /** Whether the only trace was asked of the service for failed messages alone. */
  private static boolean failuresAsked(Snapshot snapshot) {
    boolean read =
        snapshot
            .manifest()
            .dataset(Dataset.READ_TRACE.id())
            .filter(entry -> entry.status() == Status.COMPLETE)
            .isPresent();
    String request =
        snapshot
            .manifest()
            .dataset(Dataset.MESSAGE_TRACE.id())
            .map(DatasetEntry::request)
            .orElse("");
    return !read && FAILURES.matcher(request).find();
  }

  private void trace(MessageTrace row) {
    trace.add(row);
    ndrs.add(row);
  }

  private void rows(Snapshot snapshot, Dataset dataset, Consumer<Fact> sink) {
    Set<PropertyPath> paths = needed.get(dataset);
    Status status =
        snapshot.manifest().dataset(dataset.id()).map(DatasetEntry::status).orElse(Status.SKIPPED);
    if (paths == null || status != Status.COMPLETE) {
      return;
    }
    Set<PropertyPath> open = new LinkedHashSet<>(paths);
    try (Snapshot.Lines lines = snapshot.lines(dataset.id())) {
      while (lines.hasNext()) {
        Line line = lines.next();
        if (line.row() != null) {
          RowRef ref = RowRef.of(dataset.id(), line.number(), line.row());
          Fact fact = RowReader.read(dataset.type(), ref, line.row());
          look(dataset, open, fact);
          sink.accept(fact);
        }
      }
    }
  }

  /** Takes note of the first row that lacks a property, and looks for that one no more. */
  private void look(Dataset dataset, Set<PropertyPath> open, Fact fact) {
    for (Iterator<PropertyPath> paths = open.iterator(); paths.hasNext(); ) {
      PropertyPath path = paths.next();
      Reason reason = Lacking.property(dataset, path, path.of(fact));
      if (reason != null) {
        missing.put(key(dataset, path), reason);
        paths.remove();
      }
    }
  }

  private static String key(Dataset dataset, PropertyPath path) {
    return dataset.id() + "#" + path;
  }

  /** What a complete dataset lacks of a need: properties, days that it tells of, or freshness. */
  List<Reason> lacking(Need need, DatasetEntry entry, Parameters parameters, Instant asOf) {
    List<Reason> lacking = new ArrayList<>();
    for (PropertyPath path : need.paths()) {
      Reason reason = missing.get(key(need.dataset(), path));
      if (reason != null) {
        lacking.add(reason);
      }
    }
    if (need.windowParameter() != null) {
      long days = parameters.integer(need.windowParameter());
      if (days > days(need.dataset(), entry)) {
        lacking.add(days(Code.LOG_WINDOW, need.dataset(), days));
      }
    }
    if (need.ageParameter() != null) {
      long days = parameters.integer(need.ageParameter());
      Instant newest = newest(need.dataset(), entry);
      if (newest == null || newest.isBefore(asOf.minus(Duration.ofDays(days)))) {
        lacking.add(days(Code.TOO_OLD, need.dataset(), days));
      }
    }
    return lacking;
  }

  private static Reason days(Code code, Dataset dataset, long days) {
    return new Reason(code, dataset.id(), null, null, String.valueOf(days), 0, List.of());
  }

  private long days(Dataset dataset, DatasetEntry entry) {
    LogWindow window = entry.window();
    long served =
        window == null || window.servedFrom() == null || window.servedTo() == null
            ? 0
            : Duration.between(window.servedFrom(), window.servedTo()).toDays();
    return Math.max(served, TRACES.contains(dataset) ? trace.spanDays() : 0);
  }

  private @Nullable Instant newest(Dataset dataset, DatasetEntry entry) {
    Instant last =
        switch (dataset) {
          case NDR, MESSAGE_TRACE_DETAIL -> ndrs.last();
          case DMARC_AGGREGATE -> dmarc.last();
          default -> trace.last();
        };
    return last != null || entry.window() == null ? last : entry.window().servedTo();
  }

  /** Why nothing of a kind can be judged from what was asked for, though it was all answered. */
  List<Reason> blind(SubjectKind kind) {
    boolean volume =
        switch (kind) {
          case RECIPIENT_DOMAINS, TRACED_SENDERS, FORWARDED_MAIL -> true;
          default -> false;
        };
    return volume && (failuresAsked || trace.nothingDelivered())
        ? List.of(
            new Reason(
                Code.DATASET,
                (failuresAsked ? Dataset.MESSAGE_TRACE : Dataset.READ_TRACE).id(),
                null,
                Status.COMPLETE.name(),
                Note.ONLY_FAILURES.of(),
                0,
                List.of()))
        : List.of();
  }

  /** Whether subjects of a kind are counted here. */
  static boolean lists(SubjectKind kind) {
    return switch (kind) {
      case RECIPIENT_DOMAINS,
          TRACED_SENDERS,
          FORWARDED_MAIL,
          EGRESS_ADDRESSES,
          MAIL_SOURCES,
          REPORTED_DOMAINS ->
          true;
      default -> false;
    };
  }

  /** The subjects of a kind. */
  List<? extends Subject> subjects(SubjectKind kind) {
    return switch (kind) {
      case RECIPIENT_DOMAINS -> trace.domains();
      case TRACED_SENDERS -> trace.senders();
      case FORWARDED_MAIL -> trace.forwarded();
      case EGRESS_ADDRESSES -> ndrs.addresses();
      case MAIL_SOURCES ->
          reported.stream()
              .flatMap(domain -> domain.sources().stream())
              .filter(source -> source.own())
              .toList();
      case REPORTED_DOMAINS -> reported;
      default -> List.of();
    };
  }

  /** Whether there were more subjects of a kind than are counted. */
  boolean incomplete(SubjectKind kind) {
    return switch (kind) {
      case RECIPIENT_DOMAINS, TRACED_SENDERS, FORWARDED_MAIL -> trace.incomplete();
      case EGRESS_ADDRESSES -> ndrs.incomplete();
      case MAIL_SOURCES, REPORTED_DOMAINS -> dmarc.incomplete();
      default -> false;
    };
  }

  /** The reason of a list that has more subjects than are counted. */
  static Reason tooMany() {
    return new Reason(
        Code.LIST_INCOMPLETE,
        Dataset.READ_TRACE.id(),
        null,
        Status.COMPLETE.name(),
        Note.TOO_MANY.of(),
        0,
        List.of());
  }

  /**
   * Whether a control rests on traffic that nobody asked for: of some evidence every alternative is
   * of traffic and was skipped, or failed messages alone were asked for.
   */
  boolean unasked(SubjectKind kind, EvidencePlan plan, EvidenceCheck check) {
    boolean failuresAlone = failuresAsked || trace.rows() > 0;
    return (failuresAlone && !blind(kind).isEmpty())
        || plan.groups().stream()
            .anyMatch(
                group ->
                    group.options().stream()
                        .allMatch(
                            option ->
                                option.stream()
                                    .anyMatch(
                                        need ->
                                            need.dataset().isTraffic()
                                                && check.entry(need.dataset()).status()
                                                    == Status.SKIPPED)));
  }

  /** Everything that rules may ask about. */
  List<Object> facts() {
    List<Object> facts = new ArrayList<>();
    for (SubjectKind kind : SubjectKind.values()) {
      if (lists(kind)) {
        facts.addAll(subjects(kind));
      }
    }
    List<BlockListCount> lists = ndrs.lists();
    facts.addAll(lists);
    return facts;
  }
}
