package dev.sigillo.effective;

import java.util.Collection;
import java.util.function.Function;

/**
 * An answer that may be out of reach. Ordered, so that "and" is the least and "or" the greatest.
 */
public enum Match {
  NO,
  MAYBE,
  YES;

  static Match of(boolean yes) {
    return yes ? YES : NO;
  }

  Match and(Match other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Match or(Match other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Match not() {
    return switch (this) {
      case NO -> YES;
      case MAYBE -> MAYBE;
      case YES -> NO;
    };
  }

  static <T> Match any(Collection<T> all, Function<T, Match> test) {
    Match match = NO;
    for (T one : all) {
      match = match.or(test.apply(one));
    }
    return match;
  }
}
