package dev.sigillo.report;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {name}} in a text in one pass, so that a value with braces stays a value. */
final class Placeholders {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private Placeholders() {}

  /** The text with every name that has a value filled in; other braces stay. */
  static String fill(String text, Map<String, String> values) {
    return NAME.matcher(text)
        .replaceAll(
            (MatchResult found) ->
                Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}
