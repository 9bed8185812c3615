package dev.sigillo.collect.tenant;

import dev.sigillo.collect.exchange.ExchangeClient;
import dev.sigillo.collect.exchange.ExchangeDatasets;
import dev.sigillo.collect.exchange.ExchangeOptions;
import dev.sigillo.collect.exchange.Timeouts;
import dev.sigillo.collect.graph.GraphClient;
import dev.sigillo.collect.graph.GraphDatasets;
import dev.sigillo.collect.graph.GraphOptions;
import dev.sigillo.collect.graph.TenantIdentity;
import dev.sigillo.collect.imports.CmdletImport;
import dev.sigillo.collect.imports.ImportOptions;
import dev.sigillo.collect.run.Collection;
import dev.sigillo.collect.run.Question;
import dev.sigillo.collect.run.Workload;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Host;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.PersonalText;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.SnapshotException;
import dev.sigillo.snapshot.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a tenant, and changes nothing in it. */
public final class TenantReader {
  private static final int TRACE_DETAILS = 100;

  private final Access access;
  private final Wish wish;
  private final String toolVersion;
  private final Clock clock;

  /** A tenant to read. */
  public TenantReader(Access access, Wish wish, String toolVersion, Clock clock) {
    this.access = access;
    this.wish = wish;
    this.toolVersion = toolVersion;
    this.clock = clock;
  }

  /** Is told when the collection begins. */
  public interface Watchers {
    /** So many datasets are going to be asked. */
    Watching start(int datasets);
  }

  /** Goes along with a collection until it ends. */
  public interface Watching extends AutoCloseable {
    /** Told how the collection goes. */
    Collection.Watcher datasets();

    /** Asks DNS at the end. */
    Collection.Last last();

    @Override
    void close();
  }

  /**
   * Reads, or goes on reading.
   *
   * @param target the snapshot to write
   * @param resume whether an interrupted collection into the same file may be gone on with
   * @return the snapshot's digest
   * @throws SnapshotException when the tenant is another than the one asked for
   * @throws InterruptedException when it was stopped; what was read is kept
   */
  public String read(Path target, boolean resume, Watchers watchers) throws InterruptedException {
    GraphClient graph =
        new GraphClient(
            access.cloud().graph(),
            access.credential(),
            access.network()::apply,
            GraphClient.Options.DEFAULT.faster(access.faster()));
    TenantIdentity tenant = TenantIdentity.read(graph);
    if (!tenant.is(access.tenant())) {
      throw new SnapshotException(
          "--tenant %s: the services speak of %s (%s)."
              .formatted(access.tenant(), tenant.displayName(), tenant.id()));
    }
    ExchangeClient exchange =
        new ExchangeClient(
            access.network().httpClient(),
            access.credential(),
            access.cloud(),
            tenant.id(),
            ExchangeClient.PACE.faster(access.faster()),
            Timeouts.standard());
    List<List<Question>> services =
        List.of(
            ExchangeDatasets.questions(exchange, exchangeOptions(graph)),
            GraphDatasets.questions(graph, logs()),
            withLogs() ? List.of(exchangeTraces(exchange)) : List.of());
    try (Export export = Export.of(wish, target, toolVersion)) {
      TenantCollection plan =
          TenantCollection.of(
              services, export.snapshot(), wish.supportedOnly(), withLogs(), leftOut());
      try (Watching watching = watchers.start(plan.questions().size())) {
        return new Collection(
                new Collection.Options(
                    target, resume, access.origin(), wish.texts(), asked(tenant)),
                clock,
                watching.datasets())
            .run(
                plan.questions(),
                plan.left(),
                watching.last(),
                (start, end) -> header(tenant, start, end));
      }
    }
  }

  private ManifestHeader header(TenantIdentity tenant, Instant start, Instant end) {
    return new ManifestHeader(
        toolVersion,
        tenant.id(),
        tenant.displayName(),
        tenant.initialDomain(),
        access.who(),
        start,
        end,
        access.network().issuers().entrySet().stream()
            .filter(one -> !one.getKey().startsWith("mta-sts.")) // evidence, not a service
            .map(one -> new Host(one.getKey(), one.getValue()))
            .toList(),
        access.rights());
  }

  private boolean withLogs() {
    return !wish.logs().isZero();
  }

  /** Where Graph does not trace messages. */
  private Question exchangeTraces(ExchangeClient exchange) {
    Workload workload = new Workload(ExchangeDatasets.TRACE_PACE.faster(access.faster()));
    return ExchangeDatasets.messageTraces(exchange, clock.instant(), wish.traces(), workload);
  }

  private ExchangeOptions exchangeOptions(GraphClient graph) {
    return new ExchangeOptions(
        wish.inboxRules(),
        wish.hiddenRulesBudget(),
        true,
        clock.instant(),
        wish.logs(),
        List.of(GraphDatasets.groups(graph)),
        GraphDatasets.groupsById(graph));
  }

  private GraphOptions logs() {
    return new GraphOptions(
        clock.instant(), wish.logs(), wish.traces(), withLogs() ? TRACE_DETAILS : 0, wish.texts());
  }

  private Map<Dataset, String> leftOut() {
    Map<Dataset, String> left = new EnumMap<>(Dataset.class);
    if (wish.inboxRules() == ExchangeOptions.InboxRules.OFF) {
      left.put(Dataset.INBOX_RULE, "--inbox-rules off");
      left.put(Dataset.MESSAGE_RULE, "--inbox-rules off");
    }
    return left;
  }

  private Map<String, String> asked(TenantIdentity tenant) {
    Map<String, String> asked = new TreeMap<>(wish.asked());
    asked.put("--tenant", tenant.id());
    asked.put("--cloud", access.cloud().name());
    return asked;
  }

  /** What an administrator exported, as a snapshot of its own while it is needed. */
  private record Export(@Nullable Path file, @Nullable Snapshot snapshot) implements AutoCloseable {

    static Export of(Wish wish, Path target, String toolVersion) {
      if (wish.export() == null) {
        return new Export(null, null);
      }
      Path file = target.resolveSibling(target.getFileName() + ".import");
      CmdletImport.run(
          wish.export(),
          file,
          new ImportOptions(toolVersion, wish.texts().contains(PersonalText.RULE_TEXTS)));
      return new Export(file, Snapshots.open(file));
    }

    @Override
    public void close() {
      if (snapshot != null) {
        snapshot.close();
      }
      if (file != null) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          throw new SnapshotException(
              "%s cannot be deleted: %s.".formatted(file, e.getMessage()), e);
        }
      }
    }
  }
}
