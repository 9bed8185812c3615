package dev.sigillo.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one keyed dataset says, key by key, in step with other datasets. */
final class KeyedPart implements AutoCloseable {
  /** More lines than any mailbox or group has: a bound for memory. */
  static final int MAX_LINES = 100_000;

  private final Dataset dataset;
  private final Snapshot.Lines lines;
  private @Nullable Line head;
  private long passed;

  KeyedPart(Snapshot snapshot, Dataset dataset) {
    this.dataset = dataset;
    this.lines = snapshot.lines(dataset.id());
    advance();
  }

  Dataset dataset() {
    return dataset;
  }

  /** The key of the next line; null at the end. */
  @Nullable String key() {
    return head == null ? null : head.key();
  }

  /** Keys that nobody took, but for rows that several may own. */
  long passed() {
    return passed;
  }

  /** All lines of a key; those of smaller keys are passed over and counted. */
  List<Line> take(String key) {
    passWhile(key);
    List<Line> taken = new ArrayList<>();
    while (head != null && key.equals(head.key())) {
      if (taken.size() == MAX_LINES) {
        throw new SnapshotException(
            "%s: %s has more than %d lines; this is no evidence."
                .formatted(dataset.id(), Printable.of(key), MAX_LINES));
      }
      taken.add(head);
      advance();
    }
    return taken;
  }

  /** Passes over what is left. */
  void exhaust() {
    passWhile(null);
  }

  /** Passes over keys below the bound, or over all. */
  private void passWhile(@Nullable String bound) {
    String last = null;
    for (String key = key(); key != null; key = key()) {
      if (bound != null && KeyOrder.BY_CODE_POINT.compare(key, bound) >= 0) {
        return;
      }
      if (!key.equals(last) && !Unplaced.isAmbiguous(key)) {
        passed++;
      }
      last = key;
      advance();
    }
  }

  private void advance() {
    head = lines.hasNext() ? lines.next() : null;
  }

  @Override
  public void close() {
    lines.close();
  }
}
