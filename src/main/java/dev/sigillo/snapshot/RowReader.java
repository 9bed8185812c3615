package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Binds rows to facts by name, without regard to case; keys that hold an {@code @} are annotations
 * of the transport and are ignored. A property that is not there is absent, null is null, and what
 * cannot be read as the type the fact has is unreadable.
 */
public final class RowReader {
  private RowReader() {}

  /** Reads a row. */
  public static <T extends Fact> T read(Class<T> type, RowRef row, ObjectNode node) {
    return type.cast(RecordBinding.of(type).read(row, node));
  }

  /** A fact that says nothing: every setting is absent. */
  public static <T extends Fact> T absent(Class<T> type, RowRef row) {
    return type.cast(RecordBinding.of(type).read(row, null));
  }
}
