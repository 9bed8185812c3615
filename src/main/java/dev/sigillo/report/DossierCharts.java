package dev.sigillo.report;

import dev.sigillo.incident.dossier.Hour;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The drawings of a dossier: refusals over time, and by name. */
final class DossierCharts {
  /** Height of {@link #over}, in points. */
  static final int TIME_HEIGHT = 150;

  /** Bars at most; with more hours than that, a bar is a day, or several. */
  private static final int BARS = 96;

  private static final int PITCH = 18;
  private static final String BLOCKED = "#B91C1C";
  private static final String OTHER = "#6B7280";
  private static final String INK = "#374151";

  private DossierCharts() {}

  /**
   * A bar of a drawing.
   *
   * @param name its label
   * @param failed its length
   * @param blocked part of it
   */
  record Bar(String name, long failed, long blocked) {}

  /** How many hours a bar stands for: 1, 24, or days enough. */
  static int step(List<Hour> hours) {
    if (hours.isEmpty()) {
      return 1;
    }
    Instant first = hours.get(0).start();
    long span = Duration.between(first, hours.get(hours.size() - 1).start()).toHours() + 1;
    if (span <= BARS) {
      return 1;
    }
    long days = (span + 24L * BARS - 1) / (24L * BARS);
    return (int) Math.max(24, days * 24);
  }

  /** Bars of one step each, those without refusals among them. */
  static List<Bar> bars(List<Hour> hours) {
    int step = step(hours);
    TreeMap<Instant, long[]> sums = new TreeMap<>();
    for (Hour hour : hours) {
      Instant start = start(hours, hour.start(), step);
      long[] sum = sums.computeIfAbsent(start, s -> new long[2]);
      sum[0] += hour.failed();
      sum[1] += hour.blocked();
    }
    List<Bar> bars = new ArrayList<>();
    if (!sums.isEmpty()) {
      for (Instant at = sums.firstKey();
          !at.isAfter(sums.lastKey());
          at = at.plus(step, ChronoUnit.HOURS)) {
        long[] sum = sums.getOrDefault(at, new long[2]);
        bars.add(new Bar(label(at, step), sum[0], sum[1]));
      }
    }
    return bars;
  }

  private static Instant start(List<Hour> hours, Instant hour, int step) {
    if (step == 1) {
      return hour;
    }
    Instant first = hours.get(0).start().truncatedTo(ChronoUnit.DAYS);
    long steps = Duration.between(first, hour).toHours() / step;
    return first.plus(steps * step, ChronoUnit.HOURS);
  }

  private static String label(Instant at, int step) {
    String text = at.toString();
    return step == 1 ? text.substring(0, 10) + " " + text.substring(11, 16) : text.substring(0, 10);
  }

  /**
   * Refusals over time.
   *
   * @param rest names what was not refused for the address
   */
  static String over(List<Bar> bars, String rest, Words words) {
    Svg svg = new Svg(words, 511, TIME_HEIGHT);
    legend(svg, rest, words);
    long most = Math.max(1, bars.stream().mapToLong(Bar::failed).max().orElse(1));
    double base = 128;
    double high = 96;
    for (int part = 0; part <= 2; part++) {
      double y = base - high * part / 2;
      svg.rect(34, y, 477, 0.6, "#D7DEE8", 0);
      svg.text(29, y + 2.5, 7, "normal", INK, "end", words.number(Math.round(most * part / 2.0)));
    }
    double pitch = 477.0 / Math.max(bars.size(), 1);
    double width = Math.min(26, Math.max(1.2, pitch - 1.5));
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double x = 34 + pitch * i + (pitch - width) / 2;
      double blocked = high * bar.blocked() / most;
      double other = high * (bar.failed() - bar.blocked()) / most;
      if (bar.blocked() > 0) {
        svg.rect(x, base - blocked, width, blocked, BLOCKED, 0);
      }
      if (other > 0) {
        svg.rect(x, base - blocked - other, width, other, OTHER, 0);
      }
    }
    int every = Math.max(1, (int) Math.ceil(bars.size() / 5.0));
    for (int i = 0; i < bars.size(); i += every) {
      double x = Math.min(480, Math.max(62, 34 + pitch * (i + 0.5)));
      svg.text(x, base + 12, 7, "normal", INK, "middle", bars.get(i).name());
    }
    return svg.end();
  }

  /** Height of {@link #named}, in points. */
  static int height(int bars) {
    return 16 + PITCH * bars;
  }

  /** One bar for each name, with its numbers in words beside it. */
  static String named(List<Bar> bars, String rest, Words words) {
    Svg svg = new Svg(words, 511, height(bars.size()));
    legend(svg, rest, words);
    long most = Math.max(1, bars.stream().mapToLong(Bar::failed).max().orElse(1));
    double y = 18;
    for (Bar bar : bars) {
      String name = Lines.single(Visible.text(bar.name()), Typeface.TEXT, 8.5, 168);
      svg.text(0, y + 9.5, 8.5, "normal", "#111827", "start", name);
      double blocked = 270.0 * bar.blocked() / most;
      double other = 270.0 * (bar.failed() - bar.blocked()) / most;
      if (bar.blocked() > 0) {
        svg.rect(176, y, Math.max(blocked, 1), 13, BLOCKED, 1);
      }
      if (other > 0) {
        svg.rect(176 + blocked, y, Math.max(other, 1), 13, OTHER, 1);
      }
      String count = words.number(bar.failed());
      String part = words.number(bar.blocked());
      String said = bar.blocked() == bar.failed() ? count : count + " (" + part + ")";
      svg.text(180 + blocked + other, y + 9.5, 8, "bold", INK, "start", said);
      y += PITCH;
    }
    return svg.end();
  }

  private static void legend(Svg svg, String rest, Words words) {
    String blocked = words.say("dossier.legend.blocked");
    svg.rect(176, 1, 8, 8, BLOCKED, 1);
    svg.text(187, 8, 7, "normal", INK, "start", blocked);
    double x = 200 + Typeface.TEXT.width(blocked, 7);
    svg.rect(x, 1, 8, 8, OTHER, 1);
    svg.text(x + 11, 8, 7, "normal", INK, "start", rest);
  }

  /** What bars show, in words; the first ones of many. */
  static String inWords(List<Bar> bars, Words words) {
    return String.join(
        "; ",
        bars.stream()
            .limit(12)
            .map(bar -> words.say("dossier.bar", bar.name(), bar.failed(), bar.blocked()))
            .toList());
  }
}
