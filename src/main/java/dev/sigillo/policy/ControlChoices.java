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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The choices of a chain of policies, the nearest one last: each adds to what it extends, and every
 * place where it leaves a control out, lowers a severity or changes a value is written down.
 */
final class ControlChoices {
  private final Map<String, Control> catalogue;
  private final Declarations declarations;
  private final Map<String, ControlSettings> settings = new TreeMap<>();
  private final List<Weakening> weakenings = new ArrayList<>();

  ControlChoices(Collection<Control> catalogue, Declarations declarations) {
    this.catalogue = catalogue.stream().collect(Collectors.toMap(Control::id, Function.identity()));
    this.declarations = declarations;
  }

  Map<String, ControlSettings> settings() {
    return Map.copyOf(settings);
  }

  List<Weakening> weakenings() {
    return List.copyOf(weakenings);
  }

  /** Takes in what a policy's {@code controls} says. */
  void add(@Nullable YamlValue controls) {
    if (controls == null) {
      return;
    }
    for (YamlValue entry : controls.entries()) {
      String id = declarations.control(entry, entry.name());
      Control control = catalogue.get(id);
      if (control != null) {
        settings.put(id, merge(control, entry));
      }
    }
  }

  private ControlSettings merge(Control control, YamlValue entry) {
    entry.keys("enabled", "severity", "reason", "parameters");
    ControlSettings before =
        settings.getOrDefault(control.id(), new ControlSettings(true, null, Map.of(), null));
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
    Map<String, JsonNode> parameters = new HashMap<>(before.parameters());
    YamlValue changed = entry.get("parameters");
    if (changed != null) {
      changed.keys(control.parameters().keySet(), "parameter of " + control.id());
      for (YamlValue parameter : changed.entries()) {
        change(control, parameter, parameters, reason);
      }
    }
    return new ControlSettings(
        now,
        severity == null ? before.severity() : severity,
        Map.copyOf(parameters),
        reason == null ? before.reason() : reason);
  }

  private void weaken(
      Control control,
      YamlValue entry,
      String what,
      String from,
      String to,
      @Nullable String reason) {
    if (reason == null) {
      throw entry.error(
          "%s is made weaker (%s: %s instead of %s) and needs a 'reason'",
          control.id(), what, to, from);
    }
    weakenings.add(new Weakening(control.id(), what, from, to, reason));
  }

  /** Whether another value is weaker depends on the control; every change is written down. */
  private void change(
      Control control, YamlValue value, Map<String, JsonNode> parameters, @Nullable String reason) {
    Parameter parameter = control.parameters().get(value.name());
    if (parameter == null) {
      return;
    }
    JsonNode before = parameters.getOrDefault(value.name(), parameter.defaultValue());
    JsonNode after = read(parameter.type(), value);
    if (!before.equals(after)) {
      weakenings.add(
          new Weakening(
              control.id(), value.name(), show(before), show(after), reason == null ? "" : reason));
    }
    parameters.put(value.name(), after);
  }

  private static JsonNode read(Parameter.Type type, YamlValue value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (type) {
      case INTEGER -> json.numberNode((int) value.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
      case BOOLEAN -> json.booleanNode(value.bool());
      case STRING -> json.textNode(value.text());
      case STRINGS -> {
        ArrayNode array = json.arrayNode();
        value.texts().forEach(array::add);
        yield array;
      }
    };
  }

  private static String show(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
