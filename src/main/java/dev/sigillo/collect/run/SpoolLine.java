package dev.sigillo.collect.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a spool: a row, or a mark.
 *
 * @param key mailbox or group
 * @param row what the service returned
 * @param print of a tenant-wide row as it came, by which a second copy is known
 * @param empty asked about the key, and nothing there
 * @param error asked about the key, and not answered
 * @param cursor mark: everything before is whole, and the list goes on here
 * @param item mark: everything of this mailbox stands before
 * @param withheld properties left out so far, with a mark
 * @param source with a mark: which of the dataset's sources, when it is not the first
 * @param ended mark: nothing follows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SpoolLine(
    @JsonProperty("k") @Nullable String key,
    @JsonProperty("r") @Nullable ObjectNode row,
    @JsonProperty("h") @Nullable String print,
    @JsonProperty("n") @Nullable Boolean empty,
    @JsonProperty("e") @Nullable String error,
    @JsonProperty("c") @Nullable String cursor,
    @JsonProperty("i") @Nullable Long item,
    @JsonProperty("w") @Nullable List<String> withheld,
    @JsonProperty("s") @Nullable Integer source,
    @JsonProperty("x") @Nullable Ended ended) {

  /**
   * How the dataset ended.
   *
   * @param origin of the rows
   * @param service that answered
   * @param request the call
   * @param ending how
   * @param start when the reading began
   * @param end when it ended
   */
  record Ended(
      Origin origin, String service, String request, Ending ending, Instant start, Instant end) {}

  static SpoolLine row(ObjectNode row, @Nullable String print) {
    return new SpoolLine(null, row, print, null, null, null, null, null, null, null);
  }

  static SpoolLine row(String key, ObjectNode row) {
    return new SpoolLine(key, row, null, null, null, null, null, null, null, null);
  }

  static SpoolLine empty(String key) {
    return new SpoolLine(key, null, null, true, null, null, null, null, null, null);
  }

  static SpoolLine error(String key, String error) {
    return new SpoolLine(key, null, null, null, error, null, null, null, null, null);
  }

  static SpoolLine cursor(String cursor, List<String> withheld, @Nullable Integer source) {
    return new SpoolLine(null, null, null, null, null, cursor, null, withheld, source, null);
  }

  static SpoolLine item(long item, @Nullable List<String> withheld, @Nullable Integer source) {
    return new SpoolLine(null, null, null, null, null, null, item, withheld, source, null);
  }

  static SpoolLine ended(Ended ended, List<String> withheld) {
    return new SpoolLine(null, null, null, null, null, null, null, withheld, null, ended);
  }

  /** Whether everything before it is whole. */
  boolean mark() {
    return cursor != null || item != null || ended != null;
  }
}
