package dev.sigillo.incident.dossier;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot that an incident was read from.
 *
 * @param digest of its manifest
 * @param tenantId the tenant's GUID
 * @param tenantName the organisation's name
 * @param initialDomain the {@code *.onmicrosoft.com} domain
 * @param origin worst origin: LIVE, IMPORTED, SIMULATED or HANDMADE
 * @param end when reading ended
 * @param datasets those of mail traffic
 */
public record Source(
    String digest,
    @Nullable String tenantId,
    @Nullable String tenantName,
    @Nullable String initialDomain,
    String origin,
    Instant end,
    List<File> datasets) {

  /**
   * A dataset.
   *
   * @param name its name
   * @param status how its collection ended
   * @param rows rows it holds, or held
   * @param sha256 digest of its lines; null when there never were any
   */
  public record File(String name, String status, long rows, @Nullable String sha256) {}

  public Source {
    datasets = List.copyOf(datasets);
  }

  static Source of(Snapshot snapshot) {
    return new Source(
        snapshot.digest(),
        snapshot.manifest().tenantId(),
        snapshot.manifest().tenantName(),
        snapshot.manifest().initialDomain(),
        snapshot.manifest().origin().name(),
        snapshot.manifest().end(),
        snapshot.manifest().datasets().stream()
            .filter(entry -> Dataset.of(entry.name()).map(Dataset::isTraffic).orElse(false))
            .map(Source::file)
            .toList());
  }

  private static File file(DatasetEntry entry) {
    return new File(entry.name(), entry.status().name(), entry.rows(), entry.sha256());
  }

  /** Recipients of the delivery reports that were read, whether they tell of a failure or not. */
  public long reported() {
    return datasets.stream()
        .filter(file -> file.name().equals(Dataset.NDR.id()))
        .mapToLong(File::rows)
        .sum();
  }

  /** Datasets that are there and not complete. */
  List<String> gaps() {
    return datasets.stream()
        .filter(file -> !file.status().equals(Status.COMPLETE.name()))
        .map(File::name)
        .toList();
  }
}
