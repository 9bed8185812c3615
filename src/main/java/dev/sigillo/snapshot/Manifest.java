package dev.sigillo.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot holds, who took it and when.
 *
 * @param schemaVersion version of the snapshot's form, {@link #SCHEMA_VERSION} when written here
 * @param toolVersion version of Sigillo that wrote it
 * @param tenantId the tenant's GUID; null when the source does not say
 * @param tenantName the organisation's display name
 * @param initialDomain the {@code *.onmicrosoft.com} domain
 * @param collectedBy application or user that read the tenant, never a secret
 * @param start when collection began
 * @param end when it ended
 * @param hosts that were read from, in order of name; empty when the source does not say
 * @param rights of the identity, as its tokens name them, in order; empty when the source does not
 *     say
 * @param datasets one line each, in order of name
 */
public record Manifest(
    int schemaVersion,
    String toolVersion,
    @Nullable String tenantId,
    @Nullable String tenantName,
    @Nullable String initialDomain,
    @Nullable String collectedBy,
    Instant start,
    Instant end,
    List<Host> hosts,
    List<String> rights,
    List<DatasetEntry> datasets) {

  /** The only version so far. */
  public static final int SCHEMA_VERSION = 1;

  public Manifest {
    hosts = hosts == null ? List.of() : List.copyOf(hosts);
    rights = rights == null ? List.of() : List.copyOf(rights);
    datasets = datasets == null ? List.of() : List.copyOf(datasets);
  }

  /** The line of a dataset, if the snapshot mentions it. */
  public Optional<DatasetEntry> dataset(String name) {
    return datasets.stream().filter(d -> d.name().equals(name)).findFirst();
  }

  /** The worst origin among the datasets that hold evidence; without any, nothing was read. */
  public Origin origin() {
    return datasets.stream()
        .filter(d -> d.status() == Status.COMPLETE || d.status() == Status.TRUNCATED)
        .map(DatasetEntry::origin)
        .reduce((a, b) -> a.compareTo(b) >= 0 ? a : b)
        .orElse(Origin.HANDMADE);
  }

  /** The same manifest with every dataset said to come from there. */
  Manifest with(Origin origin) {
    return new Manifest(
        schemaVersion,
        toolVersion,
        tenantId,
        tenantName,
        initialDomain,
        collectedBy,
        start,
        end,
        hosts,
        rights,
        datasets.stream().map(dataset -> dataset.with(origin)).toList());
  }
}
