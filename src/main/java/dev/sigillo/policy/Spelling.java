package dev.sigillo.policy;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** Guesses what a misspelt word was meant to be. */
final class Spelling {
  private static final int LONGEST = 60;

  private Spelling() {}

  /**
   * A hint such as {@code (did you mean 'controls'?)}.
   *
   * @return empty when nothing is near, or when several words are equally near
   */
  static String suggest(String word, Collection<String> allowed) {
    if (word.length() > LONGEST) {
      return "";
    }
    String nearest = "";
    int best = Integer.MAX_VALUE;
    boolean alone = false;
    for (String candidate : new TreeSet<>(allowed)) {
      int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance <= best) {
        alone = distance < best;
        best = distance;
        nearest = candidate;
      }
    }
    return alone && best <= Math.max(1, nearest.length() / 3)
        ? " (did you mean '" + nearest + "'?)"
        : "";
  }

  /** Letters to insert, leave out, change, or swap with their neighbour. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
