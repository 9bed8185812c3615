package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a command returned: a page of rows.
 *
 * @param rows without annotations
 * @param next where the list goes on; null at its end
 * @param warnings in the service's words
 * @param error instead of rows
 * @param requestId the service's own
 * @param date the service's own
 */
record Reply(
    List<ObjectNode> rows,
    @Nullable String next,
    List<String> warnings,
    @Nullable JsonNode error,
    @Nullable String requestId,
    @Nullable String date) {
  private static final Pattern MORE =
      Pattern.compile(
          "more results|only the first|ResultSize|truncated|too many results",
          Pattern.CASE_INSENSITIVE);

  /** The warning that there are more rows than these; null when there is none. */
  @Nullable String more() {
    return warnings.stream().filter(w -> MORE.matcher(w).find()).findFirst().orElse(null);
  }

  Reply answered(@Nullable String id, @Nullable String when) {
    return new Reply(rows, next, warnings, error, id, when);
  }
}
