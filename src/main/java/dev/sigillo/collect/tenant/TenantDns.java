package dev.sigillo.collect.tenant;

import dev.sigillo.collect.dns.DnsCollector;
import dev.sigillo.collect.dns.DnsRequest;
import dev.sigillo.collect.dns.PolicyFiles;
import dev.sigillo.collect.dns.Recording;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Collection;
import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DkimSigningConfig;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.SnapshotWriter;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Asks DNS about the domains that the tenant accepts mail for. */
public final class TenantDns implements Collection.Last {
  private static final List<Dataset> OURS = List.of(Dataset.DNS_ANSWER, Dataset.MTA_STS_POLICY);

  private final DnsRequest request;
  private final Recording dns;
  private final PolicyFiles files;
  private final InstantSource clock;
  private final Origin origin;
  private final DnsCollector.Progress progress;
  private final Consumer<String> notes;

  /**
   * Asks nothing yet.
   *
   * @param request names and selectors besides the tenant's own
   * @param origin of the answers
   * @param notes told of what cannot be asked about, a sentence each
   */
  public TenantDns(
      DnsRequest request,
      Recording dns,
      PolicyFiles files,
      InstantSource clock,
      Origin origin,
      DnsCollector.Progress progress,
      Consumer<String> notes) {
    this.request = request;
    this.dns = dns;
    this.files = files;
    this.clock = clock;
    this.origin = origin;
    this.progress = progress;
    this.notes = notes;
  }

  @Override
  public void keepIn(Path folder) {
    dns.keepIn(folder.resolve("dns.answers"));
  }

  /** Lets go of the recording, which then still tells how much it asked. */
  @Override
  public void write(SnapshotWriter writer, Collected collected) throws InterruptedException {
    try (dns) {
      ask(writer, collected);
    }
  }

  private void ask(SnapshotWriter writer, Collected collected) throws InterruptedException {
    if (collected.status(Dataset.ACCEPTED_DOMAIN) != Status.COMPLETE) {
      for (Dataset dataset : OURS) {
        writer.without(
            DatasetEntry.skipped(
                dataset.id(), origin, Note.NEEDS.of(Dataset.ACCEPTED_DOMAIN.id())));
      }
      return;
    }
    DnsRequest all =
        request.withDomainsOf(
            facts(collected, Dataset.ACCEPTED_DOMAIN, AcceptedDomain.class),
            facts(collected, Dataset.DKIM_SIGNING_CONFIG, DkimSigningConfig.class),
            notes);
    new DnsCollector(all, dns, files, clock).write(writer, origin, progress);
  }

  private static <T extends Fact> List<T> facts(Collected collected, Dataset dataset, Class<T> type)
      throws InterruptedException {
    List<T> facts = new ArrayList<>();
    collected.rows(
        dataset,
        (number, key, row) ->
            facts.add(RowReader.read(type, RowRef.of(dataset.id(), number + 1L, row), row)));
    return facts;
  }
}
