package dev.sigillo.redact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of people that are known from fields, to find them in free text again: {@code Anna De
 * Luca}, {@code DE LUCA Anna}, {@code anna.deluca}. Remembered as numbers, for there may be a
 * million.
 */
final class NameBook {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’]{1,40}");

  /** What stands between the words of a name. */
  private static final String BETWEEN = " ._-\u00a0";

  private static final int MOST_WORDS = 4;

  private final Set<Long> known = new HashSet<>();
  private final Pseudonyms names;

  NameBook(Pseudonyms names) {
    this.names = names;
  }

  /** A name, or an address whose local part is one; what is a single word is not looked for. */
  void learn(String name) {
    int end = name.indexOf('@') < 0 ? name.indexOf(',') : name.indexOf('@');
    String only = end < 0 ? name : name.substring(0, end);
    List<MatchResult> words = WORD.matcher(only).results().toList();
    if (words.size() > 1 && words.size() <= MOST_WORDS && joined(only, words)) {
      known.add(number(words));
      List<MatchResult> turned = new ArrayList<>(words.subList(1, words.size()));
      turned.add(words.get(0));
      known.add(number(turned));
    }
  }

  /** The text with every known name replaced. */
  String in(String text) {
    Matcher m = WORD.matcher(text);
    List<MatchResult> words = m.results().toList();
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (int i = 0; i < words.size(); i++) {
      int length = nameAt(text, words, i);
      if (length > 0) {
        int end = words.get(i + length - 1).end();
        out.append(text, done, words.get(i).start());
        out.append(names.person(text.substring(words.get(i).start(), end)));
        done = end;
        i += length - 1;
      }
    }
    return out.append(text.substring(done)).toString();
  }

  /** How many words a known name has that begins with one; none when there is no such name. */
  private int nameAt(String text, List<MatchResult> words, int from) {
    for (int length = Math.min(MOST_WORDS, words.size() - from); length > 1; length--) {
      List<MatchResult> name = words.subList(from, from + length);
      if (joined(text, name) && known.contains(number(name))) {
        return length;
      }
    }
    return 0;
  }

  private static boolean joined(String text, List<MatchResult> words) {
    for (int i = 1; i < words.size(); i++) {
      int end = words.get(i - 1).end();
      if (words.get(i).start() != end + 1 || BETWEEN.indexOf(text.charAt(end)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static long number(List<MatchResult> words) {
    long number = 1_125_899_906_842_597L;
    for (MatchResult word : words) {
      String plain = Pseudonyms.plain(word.group());
      for (int i = 0; i < plain.length(); i++) {
        number = 31 * number + plain.charAt(i);
      }
    }
    return number;
  }
}
