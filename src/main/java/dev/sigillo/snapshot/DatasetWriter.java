package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of one dataset, in any order; keyed lines are sorted by key on disk. Not safe
 * for use by several threads at once.
 */
public final class DatasetWriter {
  /** Longest line, in bytes. */
  static final int MAX_LINE = 4 << 20;

  private static final long SORT_BUFFER = 8L << 20;

  private final SnapshotWriter snapshot;
  private final String name;
  private final boolean keyed;
  private final SortedSpool spool;
  private final DigestOutputStream out;
  private long rows;
  private long keys;
  private long unanswered;
  private @Nullable String lastKey;
  private boolean lastFailed;

  DatasetWriter(SnapshotWriter snapshot, String name, boolean keyed, Path file) throws IOException {
    this.snapshot = snapshot;
    this.name = name;
    this.keyed = keyed;
    this.spool = new SortedSpool(file.resolveSibling(file.getFileName() + ".run"), SORT_BUFFER);
    OutputStream buffered = new BufferedOutputStream(OwnerOnly.newOutputStream(file), 1 << 16);
    this.out = new DigestOutputStream(buffered, Sha256.start());
  }

  /** A row of a tenant-wide dataset. */
  public void row(ObjectNode row) {
    require(!keyed, "row without a key");
    rows++;
    snapshot.io(() -> writeLine(checked(SnapshotJson.line(null, row, null))));
  }

  /** A row about a mailbox or group. */
  public void row(String key, ObjectNode row) {
    rows++;
    add(key, row, null);
  }

  /** Asked about this key, and there was nothing. */
  public void empty(String key) {
    add(key, null, null);
  }

  /** Asked about this key, and not answered: status and reason. */
  public void error(String key, String reason) {
    add(key, null, reason);
  }

  /**
   * Ends the dataset. Name, rows, covered and digest are filled in here, and the total where the
   * entry has none and the dataset is the list of mailboxes.
   */
  public void end(DatasetEntry entry) {
    snapshot.io(
        () -> {
          spool.drain(
              (key, failed, line) -> {
                count(key, failed);
                writeLine(line);
              });
          out.close();
        });
    long answered = keys - unanswered;
    Long total = entry.total();
    if (total == null && name.equals(Dataset.MAILBOX.id())) {
      total = keys;
    }
    snapshot.ended(
        new DatasetEntry(
            name,
            entry.origin(),
            entry.source(),
            entry.request(),
            entry.status(),
            entry.reason(),
            rows,
            keyed ? (Long) answered : null,
            keyed ? total : null,
            entry.window(),
            entry.withheld(),
            entry.requestIds(),
            entry.serviceDate(),
            Sha256.hex(out.getMessageDigest().digest()),
            entry.start(),
            entry.end()));
  }

  /** Lets go of the file, whose content is of no use any more. */
  void abandon() throws IOException {
    out.close();
  }

  private void add(String key, @Nullable ObjectNode row, @Nullable String error) {
    require(keyed, "key");
    String lower = key.strip().toLowerCase(Locale.ROOT);
    require(!lower.isEmpty(), "empty key");
    byte[] line = checked(SnapshotJson.line(lower, row, error));
    snapshot.io(() -> spool.add(lower, error != null, line));
  }

  private void writeLine(byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  /** Counts keys and those that failed; keys come in order. */
  private void count(String key, boolean failed) {
    if (Unplaced.is(key)) {
      return;
    }
    if (!key.equals(lastKey)) {
      lastKey = key;
      lastFailed = false;
      keys++;
    }
    if (failed && !lastFailed) {
      lastFailed = true;
      unanswered++;
    }
  }

  private byte[] checked(byte[] line) {
    if (line.length > MAX_LINE) {
      throw new SnapshotException(
          "%s: a row of %d bytes is longer than the %d that a line may have."
              .formatted(name, line.length, MAX_LINE));
    }
    return line;
  }

  private void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalArgumentException(name + " does not take a " + what);
    }
  }
}
