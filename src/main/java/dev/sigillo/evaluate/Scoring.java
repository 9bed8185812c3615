package dev.sigillo.evaluate;

import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Score;
import dev.sigillo.control.Area;
import dev.sigillo.control.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The score, version 1: a pure function of what was judged, in exact arithmetic.
 *
 * <p>Known limits are on purpose: in the lowest score a control that was not assessed earns
 * nothing, and in the score without waivers everything a policy waives, leaves out or lowers counts
 * as the catalogue has it. A control on mail traffic that nobody asked to be read is no part of the
 * coverage nor of the range: there is always an incident that was not looked into.
 */
final class Scoring {
  /** Version of the formula. */
  static final int VERSION = 1;

  private static final BigFraction HUNDRED = BigFraction.of(100);

  private final Map<Severity, Integer> weights;

  Scoring(Map<Severity, Integer> weights) {
    this.weights = Map.copyOf(weights);
  }

  int weight(Severity severity) {
    return weights.getOrDefault(severity, severity.weight());
  }

  /** Points a control earns of its weight; zero for one that has no outcome to score. */
  BigFraction earned(Judged control) {
    return earned(weight(control.severity()), control.good() + control.waived(), control.bad());
  }

  /** The same as text: a whole number or a fraction such as {@code 7/2}; 0 without an outcome. */
  String earnedText(Judged control) {
    return text(scored(control) ? earned(control) : BigFraction.ZERO);
  }

  private static String text(BigFraction value) {
    return value.toString().replace(" ", "");
  }

  private static BigFraction earned(int weight, long good, long bad) {
    if (bad == 0) {
      return BigFraction.of(weight);
    }
    if (good + bad == 1) {
      return BigFraction.ZERO;
    }
    return BigFraction.of(weight, 2).multiply(share(good, good + bad));
  }

  private static BigFraction share(long part, long whole) {
    return BigFraction.of(java.math.BigInteger.valueOf(part), java.math.BigInteger.valueOf(whole));
  }

  /** What mending a failing control would add to the score, rounded down to a tenth. */
  BigDecimal gain(Judged control, List<Judged> all) {
    BigFraction possible = possible(all);
    if (control.outcome() != Outcome.FAIL || possible.equals(BigFraction.ZERO)) {
      return tenth(BigFraction.ZERO);
    }
    BigFraction missing = BigFraction.of(weight(control.severity())).subtract(earned(control));
    return tenth(missing.multiply(HUNDRED).divide(possible));
  }

  /** The score of all controls of a catalogue, deselected ones among them. */
  Score score(List<Judged> all) {
    List<Judged> selected = all.stream().filter(Judged::selected).toList();
    BigFraction earned = sum(selected, Scoring::scored, this::earned);
    BigFraction possible = possible(selected);
    BigDecimal coverage = percent(coverage(selected));
    BigDecimal value = ratio(earned, possible);
    BigDecimal low = low(selected);
    Score.Cap cap = cap(all);
    String grade = value == null ? null : capped(grade(value), cap);
    boolean graded = grade != null && coverage.compareTo(BigDecimal.valueOf(50)) >= 0;
    boolean provisional =
        graded
            && grade != null
            && low != null
            && (!capped(grade(low), cap).equals(grade) || mayBeCapped(all, grade));
    return new Score(
        VERSION,
        value,
        value == null ? null : low,
        value == null ? null : high(selected),
        withoutWaivers(all),
        graded ? grade : null,
        provisional,
        coverage,
        graded ? cap : null,
        text(earned),
        text(possible),
        text(
            sum(
                selected.stream().filter(Judged::declared).toList(),
                Scoring::scored,
                this::earned)),
        areas(selected));
  }

  private List<Score.AreaScore> areas(List<Judged> selected) {
    List<Score.AreaScore> areas = new ArrayList<>();
    for (Area area : Area.values()) {
      List<Judged> own = selected.stream().filter(c -> c.area() == area).toList();
      BigFraction earned = sum(own, Scoring::scored, this::earned);
      BigFraction possible = possible(own);
      boolean applies = own.stream().anyMatch(Judged::counts);
      if (!own.isEmpty()) {
        areas.add(
            new Score.AreaScore(
                area,
                ratio(earned, possible),
                text(earned),
                text(possible),
                applies ? percent(coverage(own)) : null));
      }
    }
    return areas;
  }

  /** Share of the applicable weight that is known. */
  BigFraction coverage(List<Judged> controls) {
    BigFraction known = BigFraction.ZERO;
    BigFraction whole = BigFraction.ZERO;
    for (Judged control : controls) {
      if (!control.counts()) {
        continue;
      }
      BigFraction weight = BigFraction.of(weight(control.severity()));
      whole = whole.add(weight);
      long all = control.known() + control.unknown();
      if (!control.listIncomplete() && all > 0) {
        known = known.add(weight.multiply(share(control.known(), all)));
      }
    }
    return whole.equals(BigFraction.ZERO) ? BigFraction.ZERO : known.divide(whole);
  }

  private @Nullable BigDecimal low(List<Judged> selected) {
    return ratio(
        sum(
            selected,
            Scoring::scored,
            c ->
                c.listIncomplete() || c.blocked()
                    ? BigFraction.ZERO
                    : earned(weight(c.severity()), c.good() + c.waived(), c.bad() + c.unknown())),
        sum(selected, Judged::counts, c -> BigFraction.of(weight(c.severity()))));
  }

  private @Nullable BigDecimal high(List<Judged> selected) {
    return ratio(
        sum(
            selected,
            Judged::counts,
            c -> earned(weight(c.severity()), c.good() + c.waived() + c.unknown(), c.bad())),
        sum(selected, Judged::counts, c -> BigFraction.of(weight(c.severity()))));
  }

  private @Nullable BigDecimal withoutWaivers(List<Judged> all) {
    Predicate<Judged> scored = c -> scored(c) || c.waived() > 0;
    return ratio(
        sum(all, scored, c -> earned(strict(c), c.good(), c.bad() + c.waived())),
        sum(all, scored, c -> BigFraction.of(strict(c))));
  }

  private int strict(Judged control) {
    return Math.max(weight(control.severity()), weight(control.catalogueSeverity()));
  }

  private BigFraction possible(List<Judged> controls) {
    return sum(
        controls.stream().filter(Judged::selected).toList(),
        Scoring::scored,
        c -> BigFraction.of(weight(c.severity())));
  }

  private static boolean scored(Judged control) {
    return switch (control.outcome()) {
      case PASS, ACCEPTED, FAIL -> true;
      case NOT_ASSESSED, NOT_APPLICABLE -> false;
    };
  }

  /**
   * An open critical finding caps the grade at D; one that is waived, left out or lowered by the
   * policy caps it at B.
   */
  private static Score.@Nullable Cap cap(List<Judged> all) {
    List<String> open =
        all.stream()
            .filter(c -> c.selected() && c.severity() == Severity.CRITICAL)
            .filter(c -> c.outcome() == Outcome.FAIL)
            .map(Judged::id)
            .toList();
    if (!open.isEmpty()) {
      return new Score.Cap("D", Score.Cap.Reason.OPEN_CRITICAL, open);
    }
    List<String> hidden =
        all.stream()
            .filter(
                c ->
                    c.catalogueSeverity() == Severity.CRITICAL || c.severity() == Severity.CRITICAL)
            .filter(c -> c.bad() + c.waived() > 0)
            .map(Judged::id)
            .toList();
    return hidden.isEmpty() ? null : new Score.Cap("B", Score.Cap.Reason.WAIVED_CRITICAL, hidden);
  }

  /**
   * Whether a critical control was not assessed. One that the policy leaves out or lowers would cap
   * the grade at B.
   */
  private static boolean mayBeCapped(List<Judged> all, String grade) {
    return all.stream()
        .filter(c -> c.outcome() == Outcome.NOT_ASSESSED)
        .anyMatch(
            c ->
                (c.selected() && c.severity() == Severity.CRITICAL)
                    || (c.catalogueSeverity() == Severity.CRITICAL && grade.compareTo("B") < 0));
  }

  static String grade(BigDecimal value) {
    double points = value.doubleValue();
    if (points >= 90) {
      return "A";
    }
    if (points >= 80) {
      return "B";
    }
    if (points >= 65) {
      return "C";
    }
    return points >= 50 ? "D" : "E";
  }

  private static String capped(String grade, Score.@Nullable Cap cap) {
    return cap == null || grade.compareTo(cap.grade()) >= 0 ? grade : cap.grade();
  }

  private static BigFraction sum(
      List<Judged> controls, Predicate<Judged> which, Function<Judged, BigFraction> points) {
    return controls.stream().filter(which).map(points).reduce(BigFraction.ZERO, BigFraction::add);
  }

  private static @Nullable BigDecimal ratio(BigFraction part, BigFraction whole) {
    return whole.equals(BigFraction.ZERO) ? null : percent(part.divide(whole));
  }

  /** A share as a percentage, rounded down to a tenth. */
  static BigDecimal percent(BigFraction share) {
    return tenth(share.multiply(HUNDRED));
  }

  private static BigDecimal tenth(BigFraction value) {
    return new BigDecimal(value.getNumerator())
        .divide(new BigDecimal(value.getDenominator()), 1, RoundingMode.DOWN);
  }

  /** Every severity with the weight in force, for the report's working. */
  List<Integer> weights() {
    return Arrays.stream(Severity.values()).map(this::weight).toList();
  }
}
