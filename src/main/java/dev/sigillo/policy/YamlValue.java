package dev.sigillo.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file, read strictly: every question either has its answer or ends with one
 * sentence that names file, line, what is wrong and what is allowed. Words keep their spelling:
 * what YAML 1.1 takes for a switch ({@code on}, {@code no}) or a date is text until it is asked for
 * as one.
 */
final class YamlValue {
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");

  private final Place place;
  private final String name;
  private final String label;
  private final @Nullable Node node;
  private final Map<String, YamlValue> members = new LinkedHashMap<>();

  private YamlValue(Place place, String name, String label, @Nullable Node node) {
    this.place = place;
    this.name = name;
    this.label = label;
    this.node = node;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::member);
    }
  }

  /** The whole of a file. */
  static YamlValue root(String file, @Nullable Node node) {
    return new YamlValue(new Place(file, 1), "", "the policy", node);
  }

  private static Place at(String file, Node node) {
    return new Place(file, node.getStartMark().getLine() + 1);
  }

  private void member(NodeTuple tuple) {
    Place key = at(place.file(), tuple.getKeyNode());
    if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
      throw key.error("%s has a key that is a list or a mapping; allowed: words", label);
    }
    String word = scalar.getValue();
    YamlValue value = new YamlValue(key, word, "'" + word + "'", tuple.getValueNode());
    if (members.putIfAbsent(word, value) != null) {
      throw key.error("key '%s' stands twice; allowed: once", word);
    }
  }

  Place place() {
    return place;
  }

  String name() {
    return name;
  }

  /** What is wrong with it, and what is allowed. */
  private PolicyException wrong(String allowed) {
    return place.error("%s is %s; allowed: %s", label, shown(), List.of(allowed));
  }

  private PolicyException wrong(Collection<String> allowed) {
    return place.error(
        "%s is %s%s; allowed: %s",
        label, shown(), Spelling.suggest(Objects.requireNonNullElse(word(), ""), allowed), allowed);
  }

  private String shown() {
    if (isNull()) {
      return "empty";
    }
    if (node instanceof ScalarNode scalar) {
      return "'" + Place.printable(scalar.getValue(), 60) + "'";
    }
    return node instanceof SequenceNode ? "a list" : "a mapping";
  }

  boolean isNull() {
    return node == null || Tag.NULL.equals(node.getTag());
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Takes this for a mapping with these keys and no others. */
  YamlValue keys(List<String> allowed) {
    for (YamlValue member : entries()) {
      if (!allowed.contains(member.name)) {
        throw member.place.error(
            "unknown key '%s'%s; allowed: %s",
            member.name, Spelling.suggest(member.name, allowed), allowed);
      }
    }
    return this;
  }

  /** Every member of a mapping, in the file's order. */
  Collection<YamlValue> entries() {
    if (!isNull() && !(node instanceof MappingNode)) {
      throw wrong("a mapping, 'key: value' on each line");
    }
    return members.values();
  }

  /** A member that is there and not null. */
  @Nullable YamlValue get(String key) {
    YamlValue member = members.get(key);
    return member == null || member.isNull() ? null : member;
  }

  <T> @Nullable T optional(String key, Function<YamlValue, T> as) {
    YamlValue member = get(key);
    return member == null ? null : as.apply(member);
  }

  <T> T required(String key, Function<YamlValue, T> as) {
    YamlValue member = get(key);
    if (member == null) {
      throw place.error("%s has no '%s'; it is obligatory", label, key);
    }
    return as.apply(member);
  }

  <T> List<T> list(String key, Function<YamlValue, T> as) {
    YamlValue member = get(key);
    return member == null ? List.of() : member.items().stream().map(as).toList();
  }

  /** The items of a list. */
  List<YamlValue> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("a list, '- item' on each line");
    }
    List<YamlValue> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new YamlValue(at(place.file(), item), name, "an entry of '" + name + "'", item));
    }
    return items;
  }

  /** A text that is not blank, as it is spelt. */
  String text() {
    String word = word();
    if (word == null
        || word.isEmpty()
        || (isPlain() && (word.equals("true") || word.equals("false")))) {
      throw wrong("a text");
    }
    return word;
  }

  private boolean isPlain() {
    return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
  }

  /** A number or a switch: in quotes it would be a text. */
  private String plain(String allowed) {
    String word = word();
    if (word == null || !isPlain()) {
      throw wrong(word == null ? allowed : allowed + ", without quotes");
    }
    return word;
  }

  int integer(int low, int high) {
    String allowed = String.format(Locale.ROOT, "a whole number from %d to %d", low, high);
    String word = plain(allowed);
    if (!INTEGER.matcher(word).matches()
        || Long.parseLong(word) < low
        || Long.parseLong(word) > high) {
      throw wrong(allowed);
    }
    return Integer.parseInt(word);
  }

  boolean bool() {
    return switch (plain("true or false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("true or false");
    };
  }

  LocalDate date() {
    String word = word();
    LocalDate date = word == null ? null : Words.date(word);
    if (date == null) {
      throw wrong(Words.A_DATE);
    }
    return date;
  }

  ZoneId zone() {
    String word = text();
    try {
      return ZoneId.of(word);
    } catch (DateTimeException e) {
      throw place.error(
          "%s is '%s'%s; allowed: a time zone such as Europe/Rome or UTC",
          label, word, Spelling.suggest(word, ZoneId.getAvailableZoneIds()));
    }
  }

  /** One of an enum's constants, written in lower case. */
  <E extends Enum<E>> E oneOf(Class<E> type) {
    E constant = Words.constant(type, word());
    if (constant == null) {
      throw wrong(Words.all(type));
    }
    return constant;
  }

  /** The same, or null for another word. */
  <E extends Enum<E>> @Nullable E oneOfOr(Class<E> type, String other) {
    E constant = Words.constant(type, word());
    if (constant == null && !other.equals(word())) {
      List<String> allowed = new ArrayList<>(Words.all(type));
      allowed.add(other);
      throw wrong(allowed);
    }
    return constant;
  }

  private @Nullable String word() {
    return node instanceof ScalarNode scalar && !isNull() ? scalar.getValue().strip() : null;
  }
}
