package dev.sigillo.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps together what belongs together, a heading with what it heads above all. JasperReports can
 * start a page for a group of a fixed height only, so the template has a group for each of some
 * heights, the highest outermost, and a run of blocks that needs so much room changes that one.
 */
final class Room {
  /** The template's groups {@code room…}, in points. */
  private static final int[] STEPS = {500, 430, 360, 300, 250, 205, 170, 140, 115, 95, 75, 60, 40};

  private final List<Double> needed = new ArrayList<>();
  private int run;
  private boolean open;

  /**
   * Adds a block.
   *
   * @param height what has to be on one page of it, in points
   * @param glued whether it must stand on the same page as the next one
   */
  void add(double height, boolean glued) {
    needed.add(0.0);
    needed.set(run, needed.get(run) + height);
    if (!glued && !open) {
      run = needed.size();
    }
  }

  /** Everything until {@link #end} belongs together. */
  void begin() {
    open = true;
  }

  /** The end of what belongs together. */
  void end() {
    open = false;
    run = needed.size();
  }

  /** For each block, in order, the values of the template's groups. */
  List<List<Integer>> rooms() {
    List<List<Integer>> rooms = new ArrayList<>();
    Integer[] now = new Integer[STEPS.length];
    Arrays.fill(now, 0);
    for (double height : needed) {
      if (height > 0) {
        now[step(height)]++;
      }
      rooms.add(List.of(now));
    }
    return rooms;
  }

  private static int step(double height) {
    int step = 0;
    while (step + 1 < STEPS.length && STEPS[step + 1] >= height) {
      step++;
    }
    return step;
  }
}
