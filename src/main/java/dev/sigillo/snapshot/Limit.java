package dev.sigillo.snapshot;

/**
 * A count that Exchange writes as {@code "500"} or {@code "Unlimited"}.
 *
 * @param count the bound; meaningless when unlimited
 * @param unlimited whether there is no bound
 */
public record Limit(long count, boolean unlimited) {

  /** No bound at all. */
  public static final Limit UNLIMITED = new Limit(0, true);

  /** A bound. */
  public static Limit of(long count) {
    return new Limit(count, false);
  }

  @Override
  public String toString() {
    return unlimited ? "Unlimited" : Long.toString(count);
  }
}
