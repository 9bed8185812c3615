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
 * @param hosts that were read from, in order of name; empty when the source does not say
 * @param rights of the identity, as its tokens name them, in order; empty when the source does not
 *     say
 */
public record ManifestHeader(
    String toolVersion,
    @Nullable String tenantId,
    @Nullable String tenantName,
    @Nullable String initialDomain,
    @Nullable String collectedBy,
    Instant start,
    Instant end,
    List<Host> hosts,
    List<String> rights) {

  public ManifestHeader {
    hosts = hosts == null ? List.of() : List.copyOf(hosts);
    rights = rights == null ? List.of() : List.copyOf(rights);
  }

  /** The header of something that was not read from a tenant's services. */
  public ManifestHeader(
      String toolVersion,
      @Nullable String tenantId,
      @Nullable String tenantName,
      @Nullable String initialDomain,
      @Nullable String collectedBy,
      Instant start,
      Instant end) {
    this(
        toolVersion,
        tenantId,
        tenantName,
        initialDomain,
        collectedBy,
        start,
        end,
        List.of(),
        List.of());
  }

  /** The header of a manifest. */
  public static ManifestHeader of(Manifest manifest) {
    return new ManifestHeader(
        manifest.toolVersion(),
        manifest.tenantId(),
        manifest.tenantName(),
        manifest.initialDomain(),
        manifest.collectedBy(),
        manifest.start(),
        manifest.end(),
        manifest.hosts(),
        manifest.rights());
  }

  /** The same after more was read by this version, from start to end. */
  public ManifestHeader extended(String version, Instant from, Instant to) {
    return new ManifestHeader(
        version,
        tenantId,
        tenantName,
        initialDomain,
        collectedBy,
        start.isBefore(from) ? start : from,
        end.isAfter(to) ? end : to,
        hosts,
        rights);
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
        hosts,
        rights,
        datasets);
  }
}
