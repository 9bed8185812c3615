package dev.sigillo.collect.run;

import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import dev.sigillo.snapshot.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the reading of a dataset ended.
 *
 * @param status complete, or why not
 * @param reason the service's words or a {@link dev.sigillo.snapshot.Note}; null when complete
 * @param total keys that there are, for keyed datasets; null when not known
 * @param window log window asked and served, for logs
 * @param requestIds the service's own ids of the calls, the first few
 * @param serviceDate the service's own date header of the last call
 */
public record Ending(
    Status status,
    @Nullable String reason,
    @Nullable Long total,
    @Nullable LogWindow window,
    List<String> requestIds,
    @Nullable String serviceDate) {

  public Ending {
    requestIds = requestIds == null ? List.of() : List.copyOf(requestIds);
  }

  /** Everything was read. */
  public static Ending complete(List<String> requestIds, @Nullable String serviceDate) {
    return new Ending(Status.COMPLETE, null, null, null, requestIds, serviceDate);
  }

  /** Not everything was read. */
  public static Ending of(Status status, String reason) {
    return new Ending(status, reason, null, null, List.of(), null);
  }

  /** The same of a log. */
  public Ending with(LogWindow served) {
    return new Ending(status, reason, total, served, requestIds, serviceDate);
  }

  /** Whether rows were read: all, or as many as the service shows. */
  boolean read() {
    return status == Status.COMPLETE || status == Status.TRUNCATED;
  }

  /** The same, with what there is to say of it. */
  public Ending noting(@Nullable String note) {
    return new Ending(status, note, total, window, requestIds, serviceDate);
  }

  /** The same of so many mailboxes or groups. */
  public Ending ofTotal(long keys) {
    return new Ending(status, reason, keys, window, requestIds, serviceDate);
  }
}
