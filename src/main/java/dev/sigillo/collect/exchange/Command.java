package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A command with its parameters.
 *
 * @param cmdlet one of those that only read
 * @param parameters a value each: a boolean, a number, a text or texts
 */
record Command(Cmdlet cmdlet, Map<Parameter, Object> parameters) {
  private static final String ALL = "Unlimited";

  Command {
    parameters.forEach(
        (parameter, value) -> {
          if (!cmdlet.parameters().contains(parameter)) {
            throw new IllegalArgumentException(cmdlet.sent() + " takes no " + parameter.sent());
          }
          boolean plain =
              value instanceof Boolean || value instanceof Integer || value instanceof String;
          if (!plain && !(value instanceof List)) {
            throw new IllegalArgumentException(parameter.sent() + " cannot be " + value);
          }
        });
    parameters = Map.copyOf(parameters);
  }

  /** All rows that it has. */
  static Command all(Cmdlet cmdlet) {
    return new Command(cmdlet, cmdlet.takesAll() ? Map.of(Parameter.RESULT_SIZE, ALL) : Map.of());
  }

  /** The same with one more parameter. */
  Command with(Parameter parameter, Object value) {
    Map<Parameter, Object> more = new EnumMap<>(Parameter.class);
    more.putAll(parameters);
    more.put(parameter, value);
    return new Command(cmdlet, more);
  }

  /** What goes over the wire. */
  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode input = body.putObject("CmdletInput").put("CmdletName", cmdlet.sent());
    ObjectNode given = input.putObject("Parameters");
    new EnumMap<>(parametersOrEmpty())
        .forEach(
            (parameter, value) -> {
              if (value instanceof List<?> texts) {
                texts.forEach(given.withArray(parameter.sent())::addPOJO);
              } else {
                given.putPOJO(parameter.sent(), value);
              }
            });
    return body;
  }

  private Map<Parameter, Object> parametersOrEmpty() {
    Map<Parameter, Object> ordered = new EnumMap<>(Parameter.class);
    ordered.putAll(parameters);
    return ordered;
  }

  /** As people write it, for the manifest. */
  @Override
  public String toString() {
    return parametersOrEmpty().entrySet().stream()
        .map(one -> " -" + one.getKey().sent() + " " + one.getValue())
        .collect(Collectors.joining("", cmdlet.sent(), ""));
  }
}
