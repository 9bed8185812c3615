package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Filter} parameter (OPATH): comparisons with {@code -eq}, {@code -ne}, {@code -like},
 * {@code -notlike}, {@code -gt}, {@code -ge}, {@code -lt}, {@code -le}, joined by {@code -and},
 * {@code -or}, {@code -not} and parentheses.
 */
final class RecipientFilter {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\\(|\\)|-[a-z]+|'(?:[^']|'')*'|\"[^\"]*\"|[^\\s()'\"]+)", Pattern.CASE_INSENSITIVE);

  private final Matcher tokens;
  private final int end;
  private String token = "";

  private RecipientFilter(String text) {
    tokens = TOKEN.matcher(text.strip());
    end = text.strip().length();
    advance();
  }

  /** The filter as a question to a row. */
  static Predicate<ObjectNode> parse(String text) {
    RecipientFilter filter = new RecipientFilter(text);
    Predicate<ObjectNode> whole = filter.any();
    if (!filter.token.isEmpty()) {
      throw filter.wrong();
    }
    return whole;
  }

  private Predicate<ObjectNode> any() {
    Predicate<ObjectNode> left = all();
    while (is("-or")) {
      left = left.or(all());
    }
    return left;
  }

  private Predicate<ObjectNode> all() {
    Predicate<ObjectNode> left = one();
    while (is("-and")) {
      left = left.and(one());
    }
    return left;
  }

  private Predicate<ObjectNode> one() {
    if (is("-not")) {
      return one().negate();
    }
    if (is("(")) {
      Predicate<ObjectNode> inner = any();
      if (!is(")")) {
        throw wrong();
      }
      return inner;
    }
    String property = next();
    String operator = next().toLowerCase(Locale.ROOT);
    String value = next();
    Predicate<JsonNode> question = question(operator, value);
    return row -> question.test(column(row, property));
  }

  private Predicate<JsonNode> question(String operator, String literal) {
    if (literal.equalsIgnoreCase("$null")) {
      return switch (operator) {
        case "-eq" -> RecipientFilter::missing;
        case "-ne" -> found -> !missing(found);
        default -> throw wrong();
      };
    }
    String value = bare(literal);
    return switch (operator) {
      case "-eq" -> found -> order(found, value) == 0;
      case "-ne" -> found -> missing(found) || order(found, value) != 0;
      case "-gt" -> found -> !missing(found) && order(found, value) > 0;
      case "-ge" -> found -> !missing(found) && order(found, value) >= 0;
      case "-lt" -> found -> !missing(found) && order(found, value) < 0;
      case "-le" -> found -> !missing(found) && order(found, value) <= 0;
      case "-like" -> like(value);
      case "-notlike" -> like(value).negate();
      default -> throw wrong();
    };
  }

  private static Predicate<JsonNode> like(String wildcard) {
    String expression = Pattern.quote(wildcard).replace("*", "\\E.*\\Q");
    Predicate<String> matches =
        Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL).asMatchPredicate();
    return found -> !missing(found) && matches.test(found.asText());
  }

  private static JsonNode column(ObjectNode row, String property) {
    JsonNode exact = row.get(property);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      if (field.getKey().equalsIgnoreCase(property)) {
        return field.getValue();
      }
    }
    return row.path(property);
  }

  private static boolean missing(JsonNode found) {
    return found.isNull() || found.isMissingNode();
  }

  private static int order(JsonNode found, String value) {
    return missing(found) ? 1 : found.asText().compareToIgnoreCase(value);
  }

  private static String bare(String literal) {
    if (literal.startsWith("'") || literal.startsWith("\"")) {
      return literal.substring(1, literal.length() - 1).replace("''", "'");
    }
    return literal.startsWith("$") ? literal.substring(1) : literal;
  }

  private boolean is(String expected) {
    if (token.equalsIgnoreCase(expected)) {
      advance();
      return true;
    }
    return false;
  }

  private String next() {
    String now = token;
    if (now.isEmpty() || now.equals("(") || now.equals(")")) {
      throw wrong();
    }
    advance();
    return now;
  }

  private void advance() {
    if (tokens.regionStart() >= end) {
      token = "";
    } else if (tokens.lookingAt()) {
      token = tokens.group(1);
      tokens.region(tokens.end(), end);
    } else {
      throw wrong();
    }
  }

  private ServiceRefusal wrong() {
    return new ServiceRefusal(
        400,
        "System.Management.Automation.ParameterBindingException",
        "Cannot bind parameter 'Filter' to the target. Exception setting \"Filter\": \"The filter"
            + " is not valid near '"
            + token
            + "'.\"");
  }
}
