package dev.sigillo.collect.exchange;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Splits a list of recipients by how their aliases begin, for lists that cannot be read past their
 * first page. All parts together are the whole, whatever characters aliases have.
 */
final class Partitions {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** Longer beginnings are not tried. */
  static final int DEEPEST = 6;

  private Partitions() {}

  /** Beginnings that are one letter longer. */
  static List<String> longer(String beginning) {
    return LETTERS.chars().mapToObj(c -> beginning + (char) c).toList();
  }

  /** Those whose aliases begin so. */
  static String filter(String beginning) {
    return "Alias -like '" + beginning + "*'";
  }

  /** Those whose aliases begin so, and go on with none of the letters. */
  static String rest(String beginning) {
    String others =
        longer(beginning).stream().map(Partitions::filter).collect(Collectors.joining(" -or "));
    String not = "-not (" + others + ")";
    return beginning.isEmpty() ? not : filter(beginning) + " -and " + not;
  }
}
