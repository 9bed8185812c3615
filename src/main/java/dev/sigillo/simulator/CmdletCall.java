package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cmdlet and its parameters, as the body of an {@code InvokeCommand} has them.
 *
 * @param parameters without the null ones
 */
record CmdletCall(String cmdlet, ObjectNode parameters) {
  private static final Set<String> READING = Set.of("get", "search", "test");

  /** Reads a body; empty when it is not as it has to be ({@code Parameters} null among that). */
  static Optional<CmdletCall> read(byte[] body) {
    JsonNode input;
    try {
      input = Json.MAPPER.readTree(body).path("CmdletInput");
    } catch (IOException e) {
      return Optional.empty();
    }
    if (!input.path("CmdletName").isTextual()
        || !(input.path("Parameters") instanceof ObjectNode given)) {
      return Optional.empty();
    }
    ObjectNode parameters = Json.object();
    given
        .properties()
        .forEach(
            one -> {
              if (!one.getValue().isNull()) {
                parameters.set(one.getKey(), one.getValue());
              }
            });
    return Optional.of(new CmdletCall(input.path("CmdletName").asText(), parameters));
  }

  /** Whether its verb is one that changes nothing. */
  boolean reads() {
    int dash = cmdlet.indexOf('-');
    return dash > 0 && READING.contains(cmdlet.substring(0, dash).toLowerCase(Locale.ROOT));
  }

  /** A parameter that the server honours itself: it is taken out. */
  Optional<JsonNode> take(String name) {
    return Optional.ofNullable(parameters.remove(name));
  }

  /** Changes when the cmdlet or a parameter does. */
  String print() {
    return Integer.toHexString((cmdlet.toLowerCase(Locale.ROOT) + parameters).hashCode());
  }

  /** Columns that {@code $select} names; empty when all are wanted. */
  static Set<String> columns(Call call) {
    return Arrays.stream(call.query().getOrDefault("$select", "").split(",", -1))
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
