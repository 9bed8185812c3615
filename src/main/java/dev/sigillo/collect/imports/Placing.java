package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Where the rows of an exported file go. */
interface Placing {

  void row(ObjectNode row);

  /**
   * Called after the last row.
   *
   * @return the note on what could not be placed; null when all was
   */
  default @Nullable String finish() {
    return null;
  }
}
