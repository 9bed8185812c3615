package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of an exported file, read one at a time. */
interface Rows extends Closeable {

  /** The next row; null at the end. */
  @Nullable ObjectNode next() throws IOException;

  /** Whether the file says itself that there is more than it holds. Known at the end. */
  default boolean cutShort() {
    return false;
  }
}
