package dev.sigillo.incident.ndr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A report in words, whatever system and language wrote it. Recipients stand at the start of a
 * line; what follows up to the next one is about them; the message that came back begins with its
 * header fields.
 */
final class TextReport {
  private static final int MOST_LINES = 4_000;
  private static final int MOST_RECIPIENTS = 1_000;
  private static final int LINES_OF_ONE = 40;
  private static final int LONGEST_LINE = 2_000;

  private static final Pattern BEGINS_WITH =
      Pattern.compile(
          "^[\\s*>•-]{0,20}(?:(?:failed )?recipient(?: address)?\\s?:\\s?)?[<\"'\\[]{0,3}(?<who>"
              + Patterns.ADDRESS
              + ")[>\"'\\]]{0,3}(?:<mailto:[^>]{1,200}>)?(?<rest>.*)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAMES =
      Pattern.compile(
          "(?:<(?<a>"
              + Patterns.ADDRESS
              + ")>|(?:\\bto:?|recipients?:?|user:?|rcpt to:|errors:|delivered to|failed:) {0,3}<?(?<b>"
              + Patterns.ADDRESS
              + ")|\\((?<c>"
              + Patterns.ADDRESS
              + ")\\))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ORIGINAL_FIELD =
      Pattern.compile(
          "^(?:received|return-path|message-id|dkim-signature|x-[\\w-]{1,60}|from|to|date|subject"
              + "|mime-version|content-type|delivered-to|authentication-results|arc-seal|reply-to):.*",
          Pattern.CASE_INSENSITIVE);

  private final List<String> report;
  private final Headers original;

  private TextReport(List<String> report, Headers original) {
    this.report = report;
    this.original = original;
  }

  static TextReport of(String words) {
    List<String> lines = words.lines().limit(MOST_LINES).toList();
    int start = originalStart(lines);
    List<String> report =
        lines.subList(0, start).stream()
            .map(l -> l.length() > LONGEST_LINE ? l.substring(0, LONGEST_LINE) : l)
            .toList();
    return new TextReport(report, Headers.parse(lines.subList(start, lines.size())));
  }

  /** Three header fields in a row, or two of which one only a message has. */
  private static int originalStart(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (ORIGINAL_FIELD.matcher(lines.get(i)).matches()) {
        int fields = 0;
        boolean sure = false;
        for (int j = i; j < lines.size() && j < i + 60 && !lines.get(j).isBlank(); j++) {
          String line = lines.get(j);
          if (ORIGINAL_FIELD.matcher(line).matches()) {
            fields++;
            String lower = line.toLowerCase(Locale.ROOT);
            sure |= lower.startsWith("received:") || lower.startsWith("message-id:");
          }
        }
        if (fields >= 3 || (fields == 2 && sure)) {
          return i;
        }
      }
    }
    return lines.size();
  }

  Headers original() {
    return original;
  }

  String text() {
    return String.join("\n", report);
  }

  /** What is said of each recipient: the lines that follow it. */
  Map<String, String> recipients(List<String> failed, Set<String> senders) {
    Map<String, StringBuilder> found = atLineStarts();
    drop(found, senders);
    boolean known = failed.stream().anyMatch(who -> found.containsKey(key(found, who)));
    if (!failed.isEmpty() && (known || !answered(found))) {
      Map<String, StringBuilder> named = new LinkedHashMap<>();
      failed.stream()
          .limit(MOST_RECIPIENTS)
          .forEach(who -> named.put(who, found.getOrDefault(key(found, who), new StringBuilder())));
      return whole(named);
    }
    if (found.isEmpty()) {
      found.putAll(named());
      drop(found, senders);
    }
    return whole(found);
  }

  private static boolean answered(Map<String, StringBuilder> found) {
    return found.values().stream().anyMatch(text -> !Diagnostics.line(text.toString()).isEmpty());
  }

  private static String key(Map<String, StringBuilder> found, String who) {
    return found.keySet().stream().filter(who::equalsIgnoreCase).findFirst().orElse(who);
  }

  private Map<String, StringBuilder> atLineStarts() {
    Map<String, StringBuilder> found = new LinkedHashMap<>();
    StringBuilder current = null;
    int left = 0;
    for (String line : report) {
      Matcher m = line.indexOf('@') < 0 ? null : BEGINS_WITH.matcher(line);
      if (m != null && m.matches() && found.size() < MOST_RECIPIENTS) {
        String who = Patterns.trimmed(String.valueOf(m.group("who")));
        current = found.computeIfAbsent(key(found, who), k -> new StringBuilder());
        current.append(String.valueOf(m.group("rest")).replaceFirst("^[:.\\s]{1,5}", ""));
        current.append('\n');
        left = LINES_OF_ONE;
      } else if (current != null && left-- > 0) {
        current.append(line).append('\n');
      }
    }
    return found;
  }

  private Map<String, StringBuilder> named() {
    Map<String, StringBuilder> found = new LinkedHashMap<>();
    for (String line : report) {
      Matcher m = NAMES.matcher(line);
      while (line.indexOf('@') >= 0 && m.find() && found.size() < MOST_RECIPIENTS) {
        String who = m.group("a") != null ? m.group("a") : or(m.group("b"), m.group("c"));
        found.computeIfAbsent(Patterns.trimmed(who), k -> new StringBuilder());
      }
    }
    return found;
  }

  private static String or(@Nullable String one, @Nullable String other) {
    return one != null ? one : String.valueOf(other);
  }

  /** The sender is no recipient, unless nobody else is named. */
  private static void drop(Map<String, StringBuilder> found, Set<String> senders) {
    List<String> own = new ArrayList<>(found.keySet());
    own.removeIf(who -> !senders.contains(who.toLowerCase(Locale.ROOT)));
    if (own.size() < found.size()) {
      own.forEach(found::remove);
    }
  }

  /** A recipient of whom nothing is said gets what the report says of all. */
  private Map<String, String> whole(Map<String, StringBuilder> found) {
    Map<String, String> said = new LinkedHashMap<>();
    found.forEach((who, text) -> said.put(who, whole(text.toString(), found.size() == 1)));
    return said;
  }

  private String whole(String text, boolean only) {
    boolean nothing = text.isBlank() || (only && Diagnostics.line(text).isEmpty());
    return nothing ? text() : text;
  }
}
