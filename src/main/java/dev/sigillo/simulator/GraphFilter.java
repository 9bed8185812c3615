package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@code $filter} that is understood: {@code eq}, {@code ge}, {@code gt}, {@code le},
 * {@code lt}, {@code in}, joined by {@code and}.
 */
final class GraphFilter {
  private static final String VALUE = "('(?:[^']|'')*'|[^\\s(),']+)";
  private static final Pattern COMPARISON =
      Pattern.compile("\\s*([\\w/]+)\\s+(eq|ge|gt|le|lt)\\s+" + VALUE + "\\s*");
  private static final Pattern MEMBER =
      Pattern.compile("\\s*([\\w/]+)\\s+in\\s*\\(([^()]*)\\)\\s*");
  private static final Pattern AND = Pattern.compile("and\\s");

  /** One condition. */
  record Term(String property, String operator, List<String> values) {
    boolean holds(JsonNode row) {
      JsonNode value = row;
      for (String step : property.split("/", -1)) {
        value = value.path(step);
      }
      JsonNode found = value;
      return values.stream().anyMatch(wanted -> holds(found, wanted));
    }

    private boolean holds(JsonNode found, String wanted) {
      if (wanted.equals("null")) {
        return operator.equals("eq") && (found.isNull() || found.isMissingNode());
      }
      if (found.isNull() || found.isMissingNode()) {
        return false;
      }
      String text = found.asText();
      Instant then = instant(text);
      Instant limit = instant(wanted);
      int order =
          then != null && limit != null ? then.compareTo(limit) : text.compareToIgnoreCase(wanted);
      return switch (operator) {
        case "ge" -> order >= 0;
        case "gt" -> order > 0;
        case "le" -> order <= 0;
        case "lt" -> order < 0;
        default -> order == 0;
      };
    }

    static @Nullable Instant instant(String text) {
      if (text.length() < 20 || text.charAt(10) != 'T') {
        return null;
      }
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        return null;
      }
    }
  }

  private final List<Term> terms;

  private GraphFilter(List<Term> terms) {
    this.terms = terms;
  }

  /** The filter, or nothing when it is more than is understood. */
  static Optional<GraphFilter> parse(@Nullable String text) {
    List<Term> terms = new ArrayList<>();
    int at = 0;
    while (text != null && at < text.length()) {
      if (!terms.isEmpty()) {
        Matcher and = AND.matcher(text).region(at, text.length());
        if (!and.lookingAt()) {
          return Optional.empty();
        }
        at = and.end();
      }
      Matcher comparison = COMPARISON.matcher(text).region(at, text.length());
      Matcher member = MEMBER.matcher(text).region(at, text.length());
      if (comparison.lookingAt()) {
        terms.add(
            new Term(
                comparison.group(1), comparison.group(2), List.of(literal(comparison.group(3)))));
        at = comparison.end();
      } else if (member.lookingAt()) {
        List<String> values = new ArrayList<>();
        Matcher value = Pattern.compile(VALUE).matcher(member.group(2));
        while (value.find()) {
          values.add(literal(value.group()));
        }
        terms.add(new Term(member.group(1), "in", values));
        at = member.end();
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new GraphFilter(terms));
  }

  List<Term> terms() {
    return terms;
  }

  boolean holds(JsonNode row) {
    for (Term term : terms) {
      if (!term.holds(row)) {
        return false;
      }
    }
    return true;
  }

  private static String literal(String text) {
    return text.startsWith("'") ? text.substring(1, text.length() - 1).replace("''", "'") : text;
  }
}
