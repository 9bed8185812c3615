package dev.sigillo.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sigillo.control.Control;
import dev.sigillo.control.Severity;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads policies. */
public final class PolicyLoader {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  private PolicyLoader() {}

  /** Reads a policy by file or bundled name. */
  public static Policy load(String name, Collection<Control> catalogue) {
    return parse(name, "{}", catalogue);
  }

  /** Reads a policy's text. */
  public static Policy parse(String name, String text, Collection<Control> catalogue) {
    JsonNode root;
    try {
      root = YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new PolicyException(name + ": is not YAML: " + e.getOriginalMessage());
    }
    Map<String, Policy.ControlSettings> controls = new HashMap<>();
    root.path("controls")
        .properties()
        .forEach(control -> controls.put(control.getKey(), settings(control.getValue())));
    return new Policy(
        name,
        List.of(),
        "",
        Severity.HIGH,
        80,
        ZoneId.of("UTC"),
        controls,
        Map.of(),
        all(root, "waivers", Waiver.class),
        all(root, "inventory", InventoryEntry.class),
        all(root, "attestations", Attestation.class),
        all(root, "emergencyAccounts", Policy.EmergencyAccount.class),
        root.has("engagement")
            ? YAML.convertValue(root.get("engagement"), Engagement.class)
            : Engagement.NONE,
        root.has("engagement"),
        List.of(),
        null,
        List.of());
  }

  private static Policy.ControlSettings settings(JsonNode node) {
    Map<String, JsonNode> parameters = new HashMap<>();
    node.path("parameters").properties().forEach(p -> parameters.put(p.getKey(), p.getValue()));
    return new Policy.ControlSettings(
        node.path("enabled").asBoolean(true),
        node.has("severity") ? YAML.convertValue(node.get("severity"), Severity.class) : null,
        parameters,
        node.has("reason") ? node.get("reason").asText() : null);
  }

  private static <T> List<T> all(JsonNode root, String key, Class<T> type) {
    List<T> all = new ArrayList<>();
    root.path(key).forEach(one -> all.add(YAML.convertValue(one, type)));
    return all;
  }
}
