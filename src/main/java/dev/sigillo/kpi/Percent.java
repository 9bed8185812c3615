package dev.sigillo.kpi;

/** Shares as people read them, exact where they are compared. */
final class Percent {
  private static final int TENTHS = 1_000;

  private Percent() {}

  /** Such as {@code 86.5 % (43/50)}: rounded down to a tenth, which .0 is left out of. */
  static String of(long part, long whole) {
    long tenths = whole == 0 ? 0 : part * TENTHS / whole;
    String value = tenths % 10 == 0 ? String.valueOf(tenths / 10) : tenths / 10 + "." + tenths % 10;
    return "%s %% (%d/%d)".formatted(value, part, whole);
  }

  /** Whether part is more than so many percent of whole. */
  static boolean above(long part, long whole, long percent) {
    return part * 100 > whole * percent;
  }
}
