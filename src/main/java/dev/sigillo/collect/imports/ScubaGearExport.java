package dev.sigillo.collect.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.SnapshotException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What of ScubaGear's export is of use. */
final class ScubaGearExport {
  private static final String SUCCESS = "_successful_commands";
  private static final String FAILURE = "_unsuccessful_commands";

  private final Path source;
  private final Map<String, JsonNode> values;

  private ScubaGearExport(Path source, Map<String, JsonNode> values) {
    this.source = source;
    this.values = values;
  }

  /** Reads the keys that are of use; the others are passed over. */
  static ScubaGearExport read(Path source) throws IOException {
    Set<String> wanted =
        new HashSet<>(Set.of("timestamp_zulu", "tenant_details", "module_version"));
    ScubaGearKey.ALL.forEach(key -> wanted.add(key.key()));
    wanted.addAll(ScubaGearDns.KEYS);
    Map<String, JsonNode> values = new HashMap<>();
    try (JsonParser parser = JsonRows.MAPPER.createParser(TextFile.open(source))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw notAnExport(source);
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (!wanted.contains(name) && !name.endsWith(SUCCESS) && !name.endsWith(FAILURE)) {
          parser.skipChildren();
        } else if (values.put(name, JsonRows.MAPPER.readTree(parser)) != null) {
          throw new SnapshotException("%s has %s twice.".formatted(source, name));
        }
      }
    } catch (JsonProcessingException e) {
      throw JsonRows.notJson(source, e);
    }
    if (values.keySet().stream().noneMatch(name -> name.endsWith(SUCCESS))) {
      throw notAnExport(source);
    }
    return new ScubaGearExport(source, values);
  }

  private static SnapshotException notAnExport(Path source) {
    return new SnapshotException(
        source
            + " is not ScubaGear's export: it names no commands that succeeded; take"
            + " ProviderSettingsExport.json.");
  }

  /** When ScubaGear ran. */
  Instant time() {
    String text = value("timestamp_zulu").asText();
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new SnapshotException(
          "%s: timestamp_zulu \"%s\" is no time such as 2026-05-04T17:15:48Z."
              .formatted(source, text.length() > 40 ? text.substring(0, 40) : text),
          e);
    }
  }

  String version() {
    return value("module_version").asText();
  }

  /** A detail of the tenant; null where ScubaGear wrote that it could not be had. */
  @Nullable String tenant(String property) {
    String text = value("tenant_details").path(0).path(property).textValue();
    return text == null || text.isBlank() || text.startsWith("Error retrieving") ? null : text;
  }

  @Nullable String initialDomain() {
    for (JsonNode domain : value("accepted_domains")) {
      if (domain.path("InitialDomain").asBoolean()) {
        return domain.path("DomainName").textValue();
      }
    }
    return tenant("DomainName");
  }

  boolean has(ScubaGearKey key) {
    return values.containsKey(key.key());
  }

  boolean succeeded(ScubaGearKey key) {
    return listed(key, SUCCESS);
  }

  boolean failed(ScubaGearKey key) {
    return listed(key, FAILURE);
  }

  private boolean listed(ScubaGearKey key, String list) {
    return key.product().stream()
        .flatMap(product -> stream(value(product + list)))
        .anyMatch(command -> key.commands().contains(command.asText()));
  }

  /** Whether ScubaGear put questions to DNS, and every command that does so succeeded. */
  boolean askedDns() {
    Set<String> succeeded =
        stream(value("exo" + SUCCESS)).map(JsonNode::asText).collect(Collectors.toSet());
    return succeeded.containsAll(ScubaGearDns.COMMANDS);
  }

  /** Whether there is a log of questions to DNS. */
  boolean hasDns() {
    return ScubaGearDns.KEYS.stream().anyMatch(values::containsKey);
  }

  /** What ScubaGear put to DNS and heard. */
  List<ObjectNode> dnsRows() {
    return ScubaGearDns.rows(
        ScubaGearDns.KEYS.stream()
            .map(this::value)
            .flatMap(value -> value.isArray() ? stream(value) : Stream.of(value))
            .toList(),
        time());
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** The rows of a key: a list, one row that PowerShell made of a list of one, or none. */
  List<ObjectNode> rows(ScubaGearKey key) {
    JsonNode value = value(key.key());
    List<ObjectNode> rows = new ArrayList<>();
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      if (one instanceof ObjectNode row) {
        rows.add(key.dataset() == Dataset.APP_REGISTRATION ? RiskyApplication.row(row) : row);
      } else if (!one.isNull()) {
        throw new SnapshotException(
            "%s: %s holds something that is no row.".formatted(source, key.key()));
      }
    }
    return rows;
  }

  private JsonNode value(String key) {
    JsonNode value = values.get(key);
    return value == null ? JsonRows.MAPPER.missingNode() : value;
  }
}
