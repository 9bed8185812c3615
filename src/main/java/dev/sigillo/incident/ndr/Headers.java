package dev.sigillo.incident.ndr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Header fields by name, unfolded, in their order. */
final class Headers {
  private static final int MOST_FIELDS = 2_000;
  private static final int LONGEST = 8_192;
  private static final Pattern FIELD =
      Pattern.compile("^([!-9;-~]{1,80})[ \\t]?:(?!//)[ \\t]*(.*)$");

  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private int count;

  void add(String name, String value) {
    if (count++ < MOST_FIELDS) {
      String line = Lines.joined(value, LONGEST);
      fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>()).add(line);
    }
  }

  @Nullable String first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? null : all.get(0);
  }

  List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Reads fields up to the first empty line; lines that are no field are passed over. */
  static Headers parse(List<String> lines) {
    Headers headers = new Headers();
    String name = "";
    StringBuilder value = new StringBuilder();
    for (String line : lines) {
      if (line.isBlank()) {
        if (name.isEmpty()) {
          continue;
        }
        break;
      }
      boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      if (folded && !name.isEmpty()) {
        value.append(' ').append(line.strip());
        continue;
      }
      Matcher field = FIELD.matcher(line.stripLeading());
      if (field.matches()) {
        if (!name.isEmpty()) {
          headers.add(name, value.toString());
        }
        name = field.group(1);
        value = new StringBuilder(field.group(2));
      }
    }
    if (!name.isEmpty()) {
      headers.add(name, value.toString());
    }
    return headers;
  }
}
