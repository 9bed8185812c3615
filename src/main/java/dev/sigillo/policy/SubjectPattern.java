package dev.sigillo.policy;

import java.util.Locale;

/**
 * A subject as people write it: {@code *} matches any characters, case does not matter, everything
 * else is literal.
 */
public final class SubjectPattern {
  private final String pattern;

  private SubjectPattern(String pattern) {
    this.pattern = pattern;
  }

  /** The pattern in a text. */
  public static SubjectPattern of(String text) {
    return new SubjectPattern(text.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether it matches everything there is. */
  public boolean matchesEverything() {
    return !pattern.isEmpty() && pattern.chars().allMatch(c -> c == '*');
  }

  /** Whether it matches the whole of a text; time grows with the two lengths only. */
  public boolean matches(String text) {
    String subject = text.toLowerCase(Locale.ROOT);
    int at = 0;
    int star = -1;
    int resume = 0;
    int p = 0;
    while (at < subject.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = at;
      } else if (p < pattern.length() && pattern.charAt(p) == subject.charAt(at)) {
        p++;
        at++;
      } else if (star >= 0) {
        p = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
