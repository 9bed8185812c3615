package dev.sigillo.simulator.tenant;

import java.math.BigInteger;

/** A stretch of places, numbered once more in an order that looks like chance. */
final class Spread {
  /** Any stretch is spread evenly by a step near its golden section. */
  private static final double GOLDEN = 0.6180339887;

  private final long first;
  private final long count;
  private final long step;
  private final long back;

  Spread(long first, long count) {
    this.first = first;
    this.count = count;
    long candidate = Math.max(1, Math.round(count * GOLDEN));
    while (count > 0
        && BigInteger.valueOf(candidate).gcd(BigInteger.valueOf(count)).intValue() != 1) {
      candidate++;
    }
    step = candidate;
    back =
        count < 2
            ? 1
            : BigInteger.valueOf(candidate).modInverse(BigInteger.valueOf(count)).longValue();
  }

  long count() {
    return count;
  }

  boolean holds(long ordinal) {
    return ordinal >= first && ordinal < first + count;
  }

  /** The place of a number. */
  long ordinal(long slot) {
    return first + slot * step % count;
  }

  /** The number of a place. */
  long slot(long ordinal) {
    return (ordinal - first) * back % count;
  }
}
