package dev.sigillo.assessment;

import java.util.function.BiConsumer;

/** All findings of an assessment in order, however many there are. */
@FunctionalInterface
public interface FindingSource {
  /** Hands every finding over, with the result of its control (whose own list is empty here). */
  void forEach(BiConsumer<ControlResult, Finding> each);
}
