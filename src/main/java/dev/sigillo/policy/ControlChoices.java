package dev.sigillo.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sigillo.control.Control;
import dev.sigillo.control.Parameter;
import dev.sigillo.control.Severity;
import dev.sigillo.policy.Policy.ControlSettings;
import dev.sigillo.policy.Policy.Weakening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The choices of a chain of policies, the nearest one last: each adds to what it extends, and every
 * place where it leaves a control out, lowers a severity or may loosen a value is written down.
 */
final class ControlChoices {
  private final Map<String, Control> catalogue;
  private final Declarations declarations;
  private final List<Weakening> weakenings;
  private final Map<String, ControlSettings> settings = new TreeMap<>();

  ControlChoices(
      Collection<Control> catalogue, Declarations declarations, List<Weakening> weakenings) {
    this.catalogue = catalogue.stream().collect(Collectors.toMap(Control::id, Function.identity()));
    this.declarations = declarations;
    this.weakenings = weakenings;
  }

  Map<String, ControlSettings> settings() {
    return Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** Takes in what a policy's {@code controls} says. */
  void add(@Nullable YamlValue controls) {
    if (controls == null) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (YamlValue entry : controls.entries()) {
      String id = declarations.control(entry.place(), entry.name());
      if (!seen.add(id)) {
        throw entry.place().error("control %s stands twice; allowed: once", id);
      }
      settings.put(id, merge(Objects.requireNonNull(catalogue.get(id)), entry));
    }
  }

  private ControlSettings merge(Control control, YamlValue entry) {
    entry.keys(Keys.SETTINGS);
    ControlSettings before = settings.getOrDefault(control.id(), ControlSettings.AS_IT_IS);
    Boolean enabled = entry.optional("enabled", YamlValue::bool);
    Severity severity = entry.optional("severity", v -> v.oneOf(Severity.class));
    String reason = entry.optional("reason", YamlValue::text);
    boolean now = enabled == null ? before.enabled() : enabled;
    if (before.enabled() && !now) {
      weaken(control, entry, "enabled", "true", "false", reason);
    }
    Severity was = before.severity() == null ? control.severity() : before.severity();
    if (severity != null && severity.compareTo(was) > 0) {
      weaken(control, entry, "severity", was.id(), severity.id(), reason);
    }
    Map<String, JsonNode> parameters = new TreeMap<>(before.parameters());
    YamlValue changed = entry.get("parameters");
    if (changed != null) {
      for (YamlValue value : changed.entries()) {
        change(control, value, parameters, reason);
      }
    }
    boolean takenBack = now && !before.enabled();
    return new ControlSettings(
        now,
        severity == null ? before.severity() : severity,
        Collections.unmodifiableMap(parameters),
        reason == null && !takenBack ? before.reason() : reason);
  }

  private void weaken(
      Control control,
      YamlValue entry,
      String what,
      String from,
      String to,
      @Nullable String reason) {
    if (reason == null) {
      throw entry
          .place()
          .error(
              "%s has '%s: %s' instead of %s and does not say why; allowed: with a 'reason'",
              control.id(), what, to, from);
    }
    weakenings.add(new Weakening(control.id(), what, from, to, reason));
  }

  private void change(
      Control control, YamlValue value, Map<String, JsonNode> parameters, @Nullable String reason) {
    Parameter parameter = control.parameters().get(value.name());
    if (parameter == null) {
      throw value
          .place()
          .error(
              "unknown parameter '%s' of %s%s; allowed: %s",
              value.name(),
              control.id(),
              Spelling.suggest(value.name(), control.parameters().keySet()),
              control.parameters().isEmpty() ? "none" : control.parameters().keySet());
    }
    JsonNode before = parameters.getOrDefault(value.name(), parameter.defaultValue());
    JsonNode after = read(parameter.type(), value);
    if (!parameter.tightens(before, after)) {
      weakenings.add(new Weakening(control.id(), value.name(), show(before), show(after), reason));
    }
    parameters.put(value.name(), after);
  }

  private static JsonNode read(Parameter.Type type, YamlValue value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (type) {
      case INTEGER -> json.numberNode(value.integer(0, Integer.MAX_VALUE));
      case BOOLEAN -> json.booleanNode(value.bool());
      case STRING -> json.textNode(value.text());
      case STRINGS -> {
        ArrayNode array = json.arrayNode();
        value.items().forEach(item -> array.add(item.text()));
        yield array;
      }
    };
  }

  private static String show(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> words = new ArrayList<>();
    value.forEach(word -> words.add(word.asText()));
    return words.isEmpty() ? "-" : String.join(", ", words);
  }
}
