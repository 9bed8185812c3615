package dev.sigillo.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads NDJSON line by line, with bounded lines, keys in order and rows counted. */
final class LineReader implements Snapshot.Lines {
  private final String place;
  private final InputStream in;
  private final boolean keyed;
  private final long expectedRows;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private boolean drained;
  private long number;
  private long rows;
  private @Nullable String lastKey;
  private @Nullable Line next;

  LineReader(String place, InputStream in, boolean keyed, long expectedRows) {
    this.place = place;
    this.in = in;
    this.keyed = keyed;
    this.expectedRows = expectedRows;
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = read();
    }
    return next != null;
  }

  @Override
  public Line next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException(place);
    }
    Line line = next;
    next = null;
    return line;
  }

  @Override
  public void close() {
    drained = true;
    start = end;
    try {
      in.close();
    } catch (IOException e) {
      throw new SnapshotException(
          "%s cannot be closed: %s.".formatted(place, SnapshotJson.brief(e)), e);
    }
  }

  private @Nullable Line read() {
    try {
      int length = lineLength();
      if (length < 0) {
        if (rows != expectedRows) {
          throw wrong("has %d rows where the manifest says %d".formatted(rows, expectedRows));
        }
        return null;
      }
      number++;
      Line line =
          SnapshotJson.line(keyed, number, SnapshotJson.MAPPER.readTree(buffer, start, length));
      start = Math.min(start + length + 1, end);
      inOrder(line.key());
      rows += line.row() == null ? 0 : 1;
      return line;
    } catch (IOException e) {
      throw wrong("line %d cannot be read: %s".formatted(number, SnapshotJson.brief(e)));
    } catch (IllegalArgumentException e) {
      throw wrong("line %d %s".formatted(number, e.getMessage()));
    }
  }

  private void inOrder(@Nullable String key) {
    if (key != null) {
      if (lastKey != null && KeyOrder.BY_CODE_POINT.compare(lastKey, key) > 0) {
        throw wrong(
            "line %d: key %s comes after %s; keys must be in order"
                .formatted(number, Printable.of(key), Printable.of(lastKey)));
      }
      lastKey = key;
    }
  }

  /** Makes one whole line available from {@code start}; -1 at the end of the file. */
  private int lineLength() throws IOException {
    int searched = start;
    while (true) {
      for (int i = searched; i < end; i++) {
        if (buffer[i] == '\n') {
          return i - start;
        }
      }
      searched = end;
      if (drained) {
        return start == end ? -1 : end - start;
      }
      if (end - start > DatasetWriter.MAX_LINE) {
        throw wrong(
            "line %d is longer than the %d bytes that a line may have"
                .formatted(number + 1, DatasetWriter.MAX_LINE));
      }
      searched -= makeRoom();
      int n = in.read(buffer, end, buffer.length - end);
      drained = n < 0;
      end += Math.max(n, 0);
    }
  }

  /** Moves the pending bytes to the front or grows the buffer; returns how far they moved. */
  private int makeRoom() {
    if (end < buffer.length) {
      return 0;
    }
    int moved = start;
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    } else {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    return moved;
  }

  private SnapshotException wrong(String what) {
    return new SnapshotException(place + " " + what + ".");
  }
}
