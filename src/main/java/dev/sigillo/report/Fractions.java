package dev.sigillo.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact points, written as a whole number or a fraction, as people read them. */
final class Fractions {
  private Fractions() {}

  /** Rounded down to a tenth. */
  static BigDecimal tenth(String exact) {
    int slash = exact.indexOf('/');
    if (slash < 0) {
      return new BigDecimal(exact).setScale(1, RoundingMode.DOWN);
    }
    return new BigDecimal(exact.substring(0, slash))
        .divide(new BigDecimal(exact.substring(slash + 1)), 1, RoundingMode.DOWN);
  }
}
