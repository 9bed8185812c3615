package dev.sigillo.snapshot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The manifest's line about one dataset.
 *
 * @param name such as {@code exchange/Get-TransportConfig}
 * @param origin where it came from
 * @param source the service or file that answered
 * @param request the call, as sent
 * @param status how it ended
 * @param reason why it is not complete: the service's words, or a {@link Note} of ours
 * @param rows rows in the file
 * @param covered keys that answered, for keyed datasets
 * @param total keys that there are, for keyed datasets
 * @param window log window asked and served
 * @param withheld properties left out on purpose
 * @param requestIds the service's own request ids
 * @param serviceDate the service's own date header
 * @param sha256 digest of the file, lower-case hexadecimal; null when there never was one
 * @param start when the call started
 * @param end when it ended
 */
public record DatasetEntry(
    String name,
    Origin origin,
    @Nullable String source,
    @Nullable String request,
    Status status,
    @Nullable String reason,
    long rows,
    @Nullable Long covered,
    @Nullable Long total,
    @Nullable LogWindow window,
    List<String> withheld,
    List<String> requestIds,
    @Nullable String serviceDate,
    @Nullable String sha256,
    @Nullable Instant start,
    @Nullable Instant end) {

  /**
   * What a log was asked for and what the service still had.
   *
   * @param askedFrom start asked
   * @param askedTo end asked
   * @param servedFrom start served
   * @param servedTo end served
   */
  public record LogWindow(
      @Nullable Instant askedFrom,
      @Nullable Instant askedTo,
      @Nullable Instant servedFrom,
      @Nullable Instant servedTo) {}

  public DatasetEntry {
    withheld = withheld == null ? List.of() : List.copyOf(withheld);
    requestIds = requestIds == null ? List.of() : List.copyOf(requestIds);
  }

  /** The entry of a dataset that the snapshot does not hold. */
  public static DatasetEntry skipped(String name, Origin origin, String reason) {
    return new DatasetEntry(
        name,
        origin,
        null,
        null,
        Status.SKIPPED,
        reason,
        0,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null,
        null);
  }

  /** The note that fewer keys answered than there are; null when none is known to be missing. */
  public @Nullable String shortfall() {
    return covered != null && total != null && covered < total
        ? Note.FEWER_READ.of(covered, total)
        : null;
  }

  /** Whether its lines are there: a purged one keeps the digest of what was removed. */
  public boolean hasFile() {
    return sha256 != null && status != Status.PURGED;
  }

  DatasetEntry purged(Instant when) {
    return with(origin, Status.PURGED, Note.PURGED.of(when));
  }

  DatasetEntry with(Origin other) {
    return with(other, status, reason);
  }

  private DatasetEntry with(Origin other, Status changed, @Nullable String why) {
    return new DatasetEntry(
        name,
        other,
        source,
        request,
        changed,
        why,
        rows,
        covered,
        total,
        window,
        withheld,
        requestIds,
        serviceDate,
        sha256,
        start,
        end);
  }
}
