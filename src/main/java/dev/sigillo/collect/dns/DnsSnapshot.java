package dev.sigillo.collect.dns;

import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DkimSigningConfig;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.SnapshotCopy;
import dev.sigillo.snapshot.SnapshotException;
import dev.sigillo.snapshot.SnapshotWriter;
import dev.sigillo.snapshot.Status;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TenantFactsReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a snapshot of what DNS says, alone or beside everything that another one holds. */
public final class DnsSnapshot {
  private static final Set<String> OURS =
      Set.of(Dataset.DNS_ANSWER.id(), Dataset.MTA_STS_POLICY.id());

  private DnsSnapshot() {}

  /**
   * The request, widened by a tenant's accepted domains and the selectors it signs with.
   *
   * @param notes told of what cannot be asked about, a sentence each
   * @throws SnapshotException when the accepted domains are not known
   */
  public static DnsRequest withDomainsOf(
      Snapshot tenant, DnsRequest request, Consumer<String> notes) {
    Status status =
        tenant
            .manifest()
            .dataset(Dataset.ACCEPTED_DOMAIN.id())
            .map(DatasetEntry::status)
            .orElse(Status.SKIPPED);
    if (status != Status.COMPLETE) {
      throw new SnapshotException(
          "the snapshot does not hold all accepted domains: %s is %s."
              .formatted(Dataset.ACCEPTED_DOMAIN.id(), status));
    }
    TenantFacts facts = TenantFactsReader.read(tenant);
    return request.withDomainsOf(
        facts.all(AcceptedDomain.class), facts.all(DkimSigningConfig.class), notes);
  }

  /**
   * Collects into a new snapshot.
   *
   * @param tenant a snapshot whose other datasets the new one holds too; null for none, and then
   *     the tenant is not known
   * @param target the ZIP to write, never the one that was opened
   * @return the snapshot's digest
   */
  public static String write(
      @Nullable Snapshot tenant,
      DnsCollector collector,
      Path target,
      String toolVersion,
      DnsCollector.Progress progress) {
    try (SnapshotWriter writer = SnapshotWriter.create(target)) {
      if (tenant == null) {
        for (Dataset dataset : Dataset.values()) {
          if (!OURS.contains(dataset.id())) {
            writer.without(
                DatasetEntry.skipped(dataset.id(), Origin.LIVE, Note.ONLY_DNS_ASKED.of()));
          }
        }
      } else {
        SnapshotCopy.datasets(tenant, writer, OURS);
      }
      DnsCollector.Span span = collector.write(writer, progress);
      return writer.finish(header(tenant, toolVersion, span.start(), span.end()));
    }
  }

  private static ManifestHeader header(
      @Nullable Snapshot tenant, String toolVersion, Instant start, Instant end) {
    if (tenant == null) {
      return new ManifestHeader(toolVersion, null, null, null, null, start, end);
    }
    return ManifestHeader.of(tenant.manifest()).extended(toolVersion, start, end);
  }
}
