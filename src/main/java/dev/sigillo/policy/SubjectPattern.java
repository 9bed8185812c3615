package dev.sigillo.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * A subject as people write it: {@code *} matches any characters, case does not matter, everything
 * else is literal. Matching takes time in proportion to the text, whatever the pattern.
 */
public final class SubjectPattern {
  private final String written;
  private final List<Literal> literals = new ArrayList<>();

  private SubjectPattern(String written) {
    this.written = written;
    for (String part : fold(written).split("\\*", -1)) {
      literals.add(new Literal(part));
    }
  }

  /** The pattern in a text. */
  public static SubjectPattern of(String text) {
    return new SubjectPattern(text.strip());
  }

  /** Whether it names nothing: only stars and signs, such as {@code *} or {@code *@*}. */
  public boolean matchesEverything() {
    return written.indexOf('*') >= 0 && written.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** Whether it matches the whole of a text. */
  public boolean matches(String text) {
    String subject = fold(text);
    Literal first = literals.get(0);
    if (literals.size() == 1) {
      return subject.equals(first.text());
    }
    Literal last = literals.get(literals.size() - 1);
    int end = subject.length() - last.text().length();
    if (!subject.startsWith(first.text()) || !subject.endsWith(last.text())) {
      return false;
    }
    int at = first.text().length();
    for (Literal middle : literals.subList(1, literals.size() - 1)) {
      at = middle.endIn(subject, at);
      if (at < 0) {
        return false;
      }
    }
    return at <= end;
  }

  /** One letter at a time, as {@link String#equalsIgnoreCase} does. */
  private static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
    }
    return folded.toString();
  }

  /** A text to look for, with what Knuth, Morris and Pratt need to find it in one pass. */
  private static final class Literal {
    private final String text;
    private final int[] borders;

    Literal(String text) {
      this.text = text;
      this.borders = new int[text.length() + 1];
      borders[0] = -1;
      int border = -1;
      for (int i = 0; i < text.length(); i++) {
        border = extend(border, text.charAt(i));
        borders[i + 1] = border;
      }
    }

    String text() {
      return text;
    }

    /** Where its first occurrence ends; -1 when there is none. */
    int endIn(String subject, int from) {
      int matched = 0;
      int at = from;
      while (matched < text.length()) {
        if (at == subject.length()) {
          return -1;
        }
        matched = extend(matched, subject.charAt(at++));
      }
      return at;
    }

    /** The longest beginning of the text that ends with this letter, after one that matched. */
    private int extend(int matched, char letter) {
      int length = matched;
      while (length >= 0 && text.charAt(length) != letter) {
        length = borders[length];
      }
      return length + 1;
    }
  }
}
