package dev.sigillo.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The score, every figure rounded down to a tenth; null where nothing was assessed.
 *
 * @param scoring version of the formula
 * @param value points earned of points possible, out of 100
 * @param low if everything unknown failed
 * @param high if everything unknown passed
 * @param withoutWaivers if waived findings counted as open
 * @param grade A to E; null below 50 % coverage
 * @param provisional whether what is unknown could change the grade
 * @param coverage share of the applicable weight that was assessed, in percent
 * @param cap grade the score is capped at and why; null when not capped
 * @param earned points earned, exact
 * @param possible points possible
 * @param declaredPoints points earned that rest on declarations, exact
 * @param areas the same per area
 */
public record Score(
    int scoring,
    @Nullable BigDecimal value,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    @Nullable BigDecimal withoutWaivers,
    @Nullable String grade,
    boolean provisional,
    BigDecimal coverage,
    @Nullable Cap cap,
    String earned,
    String possible,
    String declaredPoints,
    List<AreaScore> areas) {

  /**
   * Why a grade is lower than its points.
   *
   * @param grade best grade allowed
   * @param reason {@code OPEN_CRITICAL} or {@code WAIVED_CRITICAL}
   * @param controls the controls that cap it
   */
  public record Cap(String grade, Reason reason, List<String> controls) {
    /** What caps. */
    public enum Reason {
      OPEN_CRITICAL,
      WAIVED_CRITICAL
    }
  }

  /**
   * One area's points.
   *
   * @param area the area
   * @param value out of 100; null where nothing was assessed
   * @param earned exact
   * @param possible exact
   * @param coverage in percent; null where nothing applies
   */
  public record AreaScore(
      dev.sigillo.control.Area area,
      @Nullable BigDecimal value,
      String earned,
      String possible,
      @Nullable BigDecimal coverage) {}
}
