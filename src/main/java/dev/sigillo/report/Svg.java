package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Score;
import dev.sigillo.control.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report's drawings: vector, in the report's own typeface. */
final class Svg {
  private static final List<Outcome> ORDER =
      List.of(
          Outcome.PASS,
          Outcome.ACCEPTED,
          Outcome.FAIL,
          Outcome.NOT_ASSESSED,
          Outcome.NOT_APPLICABLE);

  private final StringBuilder svg = new StringBuilder();
  private final Words words;

  Svg(Words words, int width, int height) {
    this.words = words;
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"Inter\">"
            .formatted(width, height, width, height));
  }

  /** The score as a gauge, the grade, and the outcomes counted. */
  static String gauge(Assessment assessment, Words words) {
    Svg svg = new Svg(words, 511, 150);
    svg.rect(0, 0, 220, 150, "#F1F4F9", 6);
    Score score = assessment.score();
    svg.arc(100, "#DDE3EC");
    if (score.value() != null) {
      String grade = score.grade();
      Tone tone = grade == null ? Tone.NEUTRAL : Tone.ofGrade(grade);
      svg.arc(score.value().doubleValue(), tone.solid());
      svg.text(110, 92, 34, "bold", "#0B2545", "middle", words.decimal(score.value()));
    } else {
      svg.text(110, 92, 34, "bold", "#0B2545", "middle", "–");
    }
    svg.text(110, 108, 9, "normal", "#4B5563", "middle", words.say("of-100"));
    svg.text(110, 131, 12, "bold", "#0B2545", "middle", Verdict.grade(score, words));
    int x = 236;
    int y = 0;
    for (Outcome outcome : ORDER) {
      Tone tone = Tone.of(outcome);
      svg.rect(x, y, 275, 26, tone.paper(), 4);
      svg.text(x + 12, y + 17, 9.5, "normal", tone.ink(), "start", words.marked(outcome));
      svg.text(
          x + 263, y + 18, 13, "bold", tone.ink(), "end", words.number(count(assessment, outcome)));
      y += 31;
    }
    return svg.end();
  }

  /** Height of {@link #areas}, in points. */
  static int areasHeight(Assessment assessment, int pitch) {
    return 16
        + pitch * (int) assessment.controls().stream().map(ControlResult::area).distinct().count();
  }

  /**
   * Outcomes per area, as bars whose parts carry their number.
   *
   * @param pitch from one bar to the next, in points; 11 at least
   */
  static String areas(Assessment assessment, Words words, int pitch) {
    List<Area> areas = new ArrayList<>();
    for (Area area : Area.values()) {
      if (assessment.controls().stream().anyMatch(c -> c.area() == area)) {
        areas.add(area);
      }
    }
    Svg svg = new Svg(words, 511, areasHeight(assessment, pitch));
    double legend = 130;
    for (Outcome outcome : ORDER) {
      svg.rect(legend, 1, 8, 8, Tone.of(outcome).solid(), 2);
      svg.text(legend + 11, 8.5, 7, "normal", "#374151", "start", words.outcome(outcome));
      legend += 22 + 4.1 * words.outcome(outcome).length();
    }
    double y = 16;
    double size = pitch < 14 ? 7 : 8;
    double base = (pitch - 2) / 2.0 + size * 0.37;
    for (Area area : areas) {
      svg.text(
          0, y + base, Math.min(8.5, pitch - 3), "normal", "#111827", "start", words.area(area));
      List<ControlResult> own =
          assessment.controls().stream().filter(c -> c.area() == area).toList();
      double x = 130;
      for (Outcome outcome : ORDER) {
        long count = own.stream().filter(c -> c.outcome() == outcome).count();
        if (count > 0) {
          double width = 381.0 * count / own.size();
          svg.rect(x, y, width - 1.2, pitch - 2, Tone.of(outcome).solid(), 2);
          svg.text(
              x + (width - 1.2) / 2,
              y + base,
              size,
              "bold",
              "#FFFFFF",
              "middle",
              words.say("mark." + outcome) + " " + count);
          x += width;
        }
      }
      y += pitch;
    }
    return svg.end();
  }

  static long count(Assessment assessment, Outcome outcome) {
    return assessment.controls().stream().filter(c -> c.outcome() == outcome).count();
  }

  private void arc(double value, String colour) {
    double angle = Math.PI * (1 - Math.min(100, Math.max(0, value)) / 100);
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M 40 96 A 70 70 0 0 1 %.3f %.3f\" fill=\"none\" stroke=\"%s\" stroke-width=\"15\"/>",
            110 + 70 * Math.cos(angle),
            96 - 70 * Math.sin(angle),
            colour));
  }

  void rect(double x, double y, double w, double h, String fill, int radius) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" rx=\"%d\" fill=\"%s\"/>",
            x,
            y,
            w,
            h,
            radius,
            fill));
  }

  void text(
      double x, double y, double size, String weight, String fill, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.1f\" font-weight=\"%s\" fill=\"%s\" text-anchor=\"%s\">%s</text>",
            x,
            y,
            size,
            weight,
            fill,
            anchor,
            text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
  }

  String end() {
    return svg.append("</svg>").toString();
  }

  Words words() {
    return words;
  }
}
