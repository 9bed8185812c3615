package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Rows that can be counted and reached by their place, so that paging keeps no state. Safe for use
 * by several threads; each call gives a row of the caller's own.
 */
public interface Rows {

  /** How many there are. */
  long size();

  /**
   * The row at a place.
   *
   * @param index from 0, below {@link #size}
   */
  ObjectNode get(long index);

  /** Rows made one by one when asked for. */
  static Rows of(long size, LongFunction<ObjectNode> row) {
    return new Rows() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public ObjectNode get(long index) {
        return row.apply(index);
      }
    };
  }

  /** A few rows that are at hand. */
  static Rows of(List<ObjectNode> rows) {
    List<ObjectNode> all = List.copyOf(rows);
    return of(all.size(), index -> all.get(Math.toIntExact(index)).deepCopy());
  }

  /** No rows. */
  static Rows none() {
    return of(List.of());
  }
}
