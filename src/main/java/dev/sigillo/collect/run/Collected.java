package dev.sigillo.collect.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a collection has read of other datasets, streamed from disk. */
public final class Collected {
  private final Map<Dataset, Reading> readings;
  private final Set<Dataset> declared;

  /** Receives the rows of a dataset. */
  public interface Rows {
    /**
     * One row.
     *
     * @param number from 0, in the order of collection
     * @param key mailbox or group; null in tenant-wide datasets
     */
    void row(int number, @Nullable String key, ObjectNode row) throws InterruptedException;
  }

  interface Lines {
    void line(SpoolLine line) throws InterruptedException;
  }

  /** What a source is given that declares that it needs these. */
  Collected(Map<Dataset, Reading> readings, Set<Dataset> declared) {
    this.readings = Map.copyOf(readings);
    this.declared = Set.copyOf(declared);
  }

  /** How the reading of the dataset ended; SKIPPED when it was not asked for. */
  public Status status(Dataset dataset) {
    Reading reading = reading(dataset);
    return reading == null ? Status.SKIPPED : reading.status();
  }

  /** What there is to say of how it ended; null when it ended well, or was not asked for. */
  public @Nullable String reason(Dataset dataset) {
    Reading reading = reading(dataset);
    return reading == null ? null : reading.ended().ending().reason();
  }

  /** Hands out the rows, always in the same order. */
  public void rows(Dataset dataset, Rows rows) throws InterruptedException {
    rows(dataset, rows, key -> {});
  }

  /**
   * Hands out the rows of a dataset that was asked about mailboxes.
   *
   * @param unanswered receives the keys that were asked about and not answered
   */
  public void rows(Dataset dataset, Rows rows, Consumer<String> unanswered)
      throws InterruptedException {
    int[] number = {0};
    lines(
        dataset,
        line -> {
          if (line.row() != null) {
            rows.row(number[0]++, line.key(), line.row());
          } else if (line.error() != null && line.key() != null) {
            unanswered.accept(line.key());
          }
        });
  }

  /** The mailboxes or groups that were asked about, whatever was said of them. */
  public KeySet keys(Dataset dataset) throws InterruptedException {
    KeySet keys = new KeySet();
    lines(
        dataset,
        line -> {
          if (line.key() != null) {
            keys.add(line.key());
          }
        });
    return keys;
  }

  /** Hands out everything but marks. */
  void lines(Dataset dataset, Lines sink) throws InterruptedException {
    Reading reading = reading(dataset);
    if (reading == null) {
      return;
    }
    Path file = reading.file();
    try (Spool.Lines lines = new Spool.Lines(file, Files.size(file))) {
      for (SpoolLine line = lines.next(); line != null; line = lines.next()) {
        if (!line.mark()) {
          sink.line(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read back", e);
    }
  }

  /** The rows of a dataset that is known to be small. */
  public List<ObjectNode> rows(Dataset dataset) throws InterruptedException {
    List<ObjectNode> all = new ArrayList<>();
    rows(dataset, (number, key, row) -> all.add(row));
    return all;
  }

  /** How many rows there are. */
  public int count(Dataset dataset) {
    Reading reading = reading(dataset);
    return reading == null ? 0 : Math.toIntExact(reading.rows());
  }

  private @Nullable Reading reading(Dataset dataset) {
    if (!declared.contains(dataset)) {
      throw new IllegalArgumentException(dataset + " is used, and not declared as needed");
    }
    return readings.get(dataset);
  }
}
