package dev.sigillo.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a YAML file, read strictly: every question either has its answer or ends with one
 * sentence that names file, line, what is wrong and what is allowed. Words keep their spelling:
 * what YAML 1.1 takes for a switch or a date is text until it is asked for as one.
 */
final class YamlValue {
  private final String file;
  private final String name;
  private final @Nullable Node node;
  private final Map<String, YamlValue> members = new LinkedHashMap<>();

  YamlValue(String file, String name, @Nullable Node node) {
    this.file = file;
    this.name = name;
    this.node = node;
  }

  String file() {
    return file;
  }

  /** What is wrong, at this place. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would need one more library
  PolicyException error(String what, Object... values) {
    int line = node == null ? 1 : node.getStartMark().getLine() + 1;
    return new PolicyException("%s:%d: %s".formatted(file, line, what.formatted(values)));
  }

  /** Takes this for a mapping with these keys and no others; asked before its members. */
  YamlValue keys(String... allowed) {
    return keys(Arrays.asList(allowed), "key");
  }

  YamlValue keys(Collection<String> allowed, String kind) {
    for (YamlValue member : entries()) {
      if (!allowed.contains(member.name)) {
        throw member.error(
            "unknown %s '%s'%s; allowed: %s",
            kind, member.name, suggest(member.name, allowed), String.join(", ", allowed));
      }
    }
    return this;
  }

  /** Every member of a mapping, in the file's order. */
  List<YamlValue> entries() {
    if (members.isEmpty() && node != null && !isNull()) {
      if (!(node instanceof MappingNode mapping)) {
        throw error("%s is not a mapping; allowed: 'key: value' pairs", name);
      }
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw error("%s has a key that is not a word", name);
        }
        YamlValue member = new YamlValue(file, key.getValue(), tuple.getValueNode());
        if (members.putIfAbsent(key.getValue(), member) != null) {
          throw new YamlValue(file, name, key).error("key '%s' stands twice", key.getValue());
        }
      }
    }
    return List.copyOf(members.values());
  }

  String name() {
    return name;
  }

  private boolean isNull() {
    return node == null || Tag.NULL.equals(node.getTag());
  }

  /** A member that is there and not null. */
  @Nullable YamlValue get(String key) {
    entries();
    YamlValue member = members.get(key);
    return member == null || member.isNull() ? null : member;
  }

  private YamlValue need(String key) {
    YamlValue member = get(key);
    if (member == null) {
      throw error("%s needs '%s'", name, key);
    }
    return member;
  }

  <T> @Nullable T optional(String key, Function<YamlValue, T> as) {
    YamlValue member = get(key);
    return member == null ? null : as.apply(member);
  }

  <T> T required(String key, Function<YamlValue, T> as) {
    return as.apply(need(key));
  }

  <T> List<T> list(String key, Function<YamlValue, T> as) {
    YamlValue member = get(key);
    return member == null ? List.of() : member.items().stream().map(as).toList();
  }

  /** The items of a list. */
  List<YamlValue> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw error("'%s' is not a list; allowed: one '- item' a line, or [a, b]", name);
    }
    List<YamlValue> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new YamlValue(file, "an entry of '" + name + "'", item));
    }
    return items;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** A text that is not blank. */
  String text() {
    if (!(node instanceof ScalarNode scalar) || isNull() || scalar.getValue().isBlank()) {
      throw error("'%s' is not a text", name);
    }
    return scalar.getValue().strip();
  }

  List<String> texts() {
    return items().stream().map(YamlValue::text).toList();
  }

  long integer() {
    try {
      return Long.parseLong(text());
    } catch (NumberFormatException e) {
      throw error("'%s' is '%s'; allowed: a whole number", name, text());
    }
  }

  long integer(long low, long high) {
    long value = integer();
    if (value < low || value > high) {
      throw error("'%s' is %d; allowed: %d to %d", name, value, low, high);
    }
    return value;
  }

  boolean bool() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw error("'%s' is '%s'; allowed: true, false", name, text());
    };
  }

  LocalDate date() {
    try {
      return LocalDate.parse(text());
    } catch (DateTimeException e) {
      throw error("'%s' is '%s'; allowed: a date such as 2026-11-24", name, text());
    }
  }

  ZoneId zone() {
    try {
      return ZoneId.of(text());
    } catch (DateTimeException e) {
      throw error("'%s' is '%s'; allowed: a time zone such as Europe/Rome or UTC", name, text());
    }
  }

  /** One of an enum's constants, written in lower case, {@code _} as {@code -}. */
  <E extends Enum<E>> E oneOf(Class<E> type) {
    String word = text();
    for (E constant : Objects.requireNonNull(type.getEnumConstants())) {
      if (written(constant).equals(word)) {
        return constant;
      }
    }
    throw error(
        "'%s' is '%s'; allowed: %s",
        name,
        word,
        Arrays.stream(type.getEnumConstants())
            .map(YamlValue::written)
            .collect(Collectors.joining(", ")));
  }

  static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A hint at what was probably meant; empty when nothing is near. */
  static String suggest(String word, Collection<String> allowed) {
    LevenshteinDistance distance = new LevenshteinDistance(3);
    return new TreeSet<>(allowed)
        .stream()
            .filter(
                candidate -> {
                  int d =
                      distance.apply(
                          word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
                  return d >= 0 && d < Math.max(2, candidate.length() / 2);
                })
            .min(
                java.util.Comparator.comparingInt(
                    candidate ->
                        distance.apply(
                            word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT))))
            .map(candidate -> " (did you mean '" + candidate + "'?)")
            .orElse("");
  }
}
