package dev.sigillo.snapshot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says before it comes to the datasets; components as in {@link Manifest}.
 *
 * @param toolVersion version of Sigillo that writes
 * @param tenantId the tenant's GUID; null when the source does not say
 * @param tenantName the organisation's display name
 * @param initialDomain the {@code *.onmicrosoft.com} domain
 * @param collectedBy application or user that read the tenant, never a secret
 * @param start when collection began
 * @param end when it ended
 */
public record ManifestHeader(
    String toolVersion,
    @Nullable String tenantId,
    @Nullable String tenantName,
    @Nullable String initialDomain,
    @Nullable String collectedBy,
    Instant start,
    Instant end) {

  /** The header of a manifest. */
  public static ManifestHeader of(Manifest manifest) {
    return new ManifestHeader(
        manifest.toolVersion(),
        manifest.tenantId(),
        manifest.tenantName(),
        manifest.initialDomain(),
        manifest.collectedBy(),
        manifest.start(),
        manifest.end());
  }

  Manifest with(List<DatasetEntry> datasets) {
    return new Manifest(
        Manifest.SCHEMA_VERSION,
        toolVersion,
        tenantId,
        tenantName,
        initialDomain,
        collectedBy,
        start,
        end,
        datasets);
  }
}
