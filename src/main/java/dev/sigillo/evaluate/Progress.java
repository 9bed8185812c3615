package dev.sigillo.evaluate;

/** Told how far a long evaluation is. */
@FunctionalInterface
public interface Progress {
  /** Says nothing. */
  Progress NONE = (done, total) -> {};

  /**
   * Called from time to time.
   *
   * @param done mailboxes judged so far
   * @param total mailboxes in the snapshot
   */
  void mailboxes(long done, long total);
}
