package dev.sigillo.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists that PowerShell or CSV flattened to one text. */
final class Texts {
  private Texts() {}

  /**
   * The elements of a flattened list: {@code {a, b}} or {@code a, b}. Commas in quotes, in brackets
   * and inside a distinguished name do not separate.
   *
   * @return empty when the list was cut short by an ellipsis
   */
  static Optional<List<String>> split(String text) {
    String inner = text.strip();
    if (inner.startsWith("{") && inner.endsWith("}")) {
      inner = inner.substring(1, inner.length() - 1).strip();
      if (inner.endsWith("...") || inner.endsWith("…")) {
        return Optional.empty();
      }
    }
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '[' || c == '(')) {
        depth++;
      } else if (!quoted && (c == ']' || c == ')')) {
        depth = Math.max(0, depth - 1);
      } else if (c == ',' && !quoted && depth == 0 && separates(inner, start, i)) {
        add(parts, inner.substring(start, i));
        start = i + 1;
      }
    }
    add(parts, inner.substring(start));
    return Optional.of(parts);
  }

  /** A comma within {@code CN=a,OU=b,DC=c} does not separate; the one after its last DC does. */
  private static boolean separates(String text, int start, int comma) {
    String before = text.substring(start, comma).strip();
    if (!before.regionMatches(true, 0, "CN=", 0, 3)) {
      return true;
    }
    String after = text.substring(comma + 1).stripLeading();
    return !after.regionMatches(true, 0, "OU=", 0, 3)
        && !after.regionMatches(true, 0, "DC=", 0, 3)
        && !(after.regionMatches(true, 0, "CN=", 0, 3)
            && !before.toUpperCase(java.util.Locale.ROOT).contains(",DC="));
  }

  private static void add(List<String> parts, String part) {
    String stripped = part.strip();
    if (!stripped.isEmpty()) {
      parts.add(stripped);
    }
  }
}
