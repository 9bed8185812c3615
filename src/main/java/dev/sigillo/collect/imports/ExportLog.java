package dev.sigillo.collect.imports;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.SnapshotException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an export says about itself, in {@code _export.json}. All of it is optional.
 *
 * @param exportedBy who ran it
 * @param startedUtc when it began
 * @param endedUtc when it ended
 * @param tenantId the tenant's GUID
 * @param complete commands that were asked for everything there is
 * @param failed commands that failed as a whole, with the reason
 * @param perMailbox commands that were run mailbox by mailbox
 * @param perGroup commands that were run group by group
 */
record ExportLog(
    @Nullable String exportedBy,
    @Nullable Instant startedUtc,
    @Nullable Instant endedUtc,
    @Nullable String tenantId,
    List<String> complete,
    Map<String, String> failed,
    Map<String, Asked> perMailbox,
    Map<String, Asked> perGroup) {

  static final String FILE = "_export.json";
  private static final int MAX_FILE = 256 << 20;

  /**
   * What one command was asked for.
   *
   * @param asked {@code "all"}, or a list of names
   * @param failed what did not answer
   */
  record Asked(@Nullable JsonNode asked, List<Failure> failed) {
    Asked {
      failed = failed == null ? List.of() : List.copyOf(failed);
      if (asked != null
          && !(asked.isArray() || (asked.isTextual() && asked.textValue().equals("all")))) {
        throw new IllegalArgumentException("asked is neither \"all\" nor a list");
      }
    }

    boolean all() {
      return asked != null && asked.isTextual();
    }
  }

  /**
   * A mailbox or group that did not answer.
   *
   * @param mailbox its name
   * @param error status and reason
   */
  record Failure(@JsonAlias("group") String mailbox, String error) {
    Failure {
      if (mailbox == null || error == null) {
        throw new IllegalArgumentException("a failure needs its mailbox or group, and an error");
      }
    }
  }

  ExportLog {
    complete = complete == null ? List.of() : List.copyOf(complete);
    failed = byName(failed);
    perMailbox = byName(perMailbox);
    perGroup = byName(perGroup);
  }

  private static <T> Map<String, T> byName(@Nullable Map<String, T> map) {
    Map<String, T> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (map != null) {
      sorted.putAll(map);
    }
    return sorted;
  }

  /** Datasets whose command was asked for everything there is. */
  Set<Dataset> wholeDatasets() {
    Map<String, Boolean> commands = new TreeMap<>();
    complete.forEach(command -> commands.put(command, true));
    return ExportFolder.byDataset(commands).keySet();
  }

  /** Datasets whose command failed, with the reason. */
  Map<Dataset, String> failures() {
    return ExportFolder.byDataset(failed);
  }

  /** Reads the folder's log; without one, a log that says nothing. */
  static ExportLog read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return new ExportLog(null, null, null, null, List.of(), Map.of(), Map.of(), Map.of());
    }
    if (Files.size(file) > MAX_FILE) {
      throw new SnapshotException(
          "%s is longer than the %d bytes it may have.".formatted(file, MAX_FILE));
    }
    try (Reader reader = TextFile.open(file)) {
      return JsonRows.MAPPER
          .copy()
          .registerModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readValue(reader, ExportLog.class);
    } catch (JsonProcessingException e) {
      throw new SnapshotException(
          "%s cannot be read: %s; allowed are exportedBy, startedUtc, endedUtc, tenantId, complete,"
                  .formatted(file, e.getOriginalMessage().lines().findFirst().orElse(""))
              + " failed, perMailbox and perGroup.",
          e);
    }
  }
}
