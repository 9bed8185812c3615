package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * The rows of one page.
 *
 * @param next where the following page begins; empty after the last one
 */
record PageRows(List<ObjectNode> rows, Optional<Long> next) {

  /** Rows from a place on that hold, at most so many. */
  static PageRows of(Rows all, long from, int most, Predicate<ObjectNode> holds) {
    List<ObjectNode> page = new ArrayList<>();
    long size = all.size();
    for (long i = from; i < size; i++) {
      ObjectNode row = all.get(i);
      if (holds.test(row)) {
        if (page.size() == most) {
          return new PageRows(page, Optional.of(i));
        }
        page.add(row);
      }
    }
    return new PageRows(page, Optional.empty());
  }

  /** The same page as a fault leaves it. */
  PageRows after(Optional<Fault> fault) {
    if (fault.isEmpty()) {
      return this;
    }
    List<ObjectNode> other = new ArrayList<>();
    switch (fault.get().kind()) {
      case DUPLICATE_ROWS -> {
        for (int i = 0; i < rows.size(); i++) {
          other.add(rows.get(i));
          if (i % 10 == 0) {
            other.add(rows.get(i));
          }
        }
      }
      case SHUFFLED_ROWS -> {
        other.addAll(rows);
        Collections.shuffle(other, new Random(rows.hashCode()));
      }
      case EMPTY -> {
        return new PageRows(List.of(), Optional.empty());
      }
      case TRUNCATED_ROWS -> {
        return new PageRows(rows.subList(0, rows.size() / 2), Optional.empty());
      }
      default -> {
        return this;
      }
    }
    return new PageRows(other, next);
  }

  /** An opaque token for a place. */
  static String token(String... parts) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("|", parts).getBytes(StandardCharsets.UTF_8));
  }

  /** The parts of a token; empty when it is none. */
  static List<String> parts(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      return List.of(text.split("\\|", -1));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
