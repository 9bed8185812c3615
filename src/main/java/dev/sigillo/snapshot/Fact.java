package dev.sigillo.snapshot;

/** A typed row of a dataset. Its record components are named after Microsoft's properties. */
public interface Fact {
  /** Where the row stands in the snapshot. */
  RowRef row();
}
