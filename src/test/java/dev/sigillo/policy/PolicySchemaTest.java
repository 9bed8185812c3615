package dev.sigillo.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.control.Control;
import dev.sigillo.control.Severity;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the loader say the same. */
class PolicySchemaTest {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final Path EXAMPLE = Path.of("policies/example.yaml");
  private static final List<Control> CATALOGUE =
      CatalogueLoader.folder(Path.of("rules")).controls();
  private static final JsonNode TEXT =
      read(Path.of("src/main/resources/schema/policy.v1.schema.json"));
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(TEXT);

  /** What only the loader can know: files, zones, the catalogue's severities and parameters. */
  private static final Set<String> LOADER_ONLY =
      Set.of("/extends", "/timeZone", "/inventory", "/controls/DELEGATION-03/reason");

  private static JsonNode read(Path file) {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Path> policies() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("policies"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("policies")
  void every_policy_is_valid(Path policy) {
    assertThat(SCHEMA.validate(read(policy))).isEmpty();
  }

  @Test
  void the_loader_and_the_schema_have_the_same_keys() throws IllegalAccessException {
    for (Field field : Keys.class.getDeclaredFields()) {
      if (field.isSynthetic() || field.getName().equals("IDENTITIES")) {
        continue;
      }
      String name = camel(field.getName());
      JsonNode place = name.equals("policy") ? TEXT : TEXT.at("/$defs/" + name);
      assertThat(names(place.path("properties"))).as(name).isEqualTo(field.get(null));
    }
    assertThat(
            StreamSupport.stream(TEXT.at("/$defs/sender/anyOf").spliterator(), false)
                .map(one -> one.at("/required/0").textValue()))
        .isEqualTo(Keys.IDENTITIES);
  }

  private static String camel(String constant) {
    StringBuilder camel = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
      camel.append(
          camel.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void the_loader_and_the_schema_have_the_same_words() {
    assertWords("/$defs/settings/properties/severity", Words.all(Severity.class));
    assertWords("/$defs/sender/properties/kind", Words.all(InventoryEntry.Kind.class));
    assertWords("/$defs/engagement/properties/type", Words.all(Engagement.Type.class));
    assertWords("/$defs/engagement/properties/status", Words.all(Engagement.DocumentStatus.class));
    assertWords("/$defs/response/properties/decision", Words.all(Response.Decision.class));
    assertWords("/$defs/response/properties/status", Words.all(Response.ActionStatus.class));
    assertWords("/properties/extends/anyOf/0", PolicyFile.BUNDLED);
    List<String> levels = new ArrayList<>(Words.all(Severity.class));
    levels.add("never");
    assertWords("/properties/failLevel", levels);
  }

  private static void assertWords(String place, List<String> words) {
    assertThat(TEXT.at(place + "/enum"))
        .as(place)
        .extracting(JsonNode::textValue)
        .containsExactlyElementsOf(words);
  }

  @Test
  void the_example_shows_every_key() {
    Set<String> shown = new TreeSet<>();
    collect(read(EXAMPLE), shown);
    for (JsonNode properties : TEXT.findValues("properties")) {
      assertThat(shown).containsAll(names(properties));
    }
  }

  private static void collect(JsonNode node, Set<String> names) {
    names.addAll(names(node));
    node.forEach(child -> collect(child, names));
  }

  /** Spoils the example in one place after the other: both must refuse, or neither. */
  @Test
  void the_loader_and_the_schema_refuse_the_same() {
    List<String> differences = new ArrayList<>();
    JsonNode example = read(EXAMPLE);
    for (JsonPointer place : places(example, JsonPointer.empty(), new ArrayList<>())) {
      for (Spoilt spoilt : spoil(example, place)) {
        boolean schema = SCHEMA.validate(spoilt.policy()).isEmpty();
        String loader = refusal(spoilt.policy());
        if (schema != (loader == null)) {
          differences.add(
              "%s %s: schema %s, loader: %s".formatted(place, spoilt.how(), schema, loader));
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private record Spoilt(String how, JsonNode policy) {}

  private static List<JsonPointer> places(JsonNode node, JsonPointer here, List<JsonPointer> all) {
    if (here.toString().contains("/parameters/") || LOADER_ONLY.contains(here.toString())) {
      return all;
    }
    all.add(here);
    for (String name : names(node)) {
      places(node.get(name), here.appendProperty(name), all);
    }
    for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
      places(node.get(i), here.appendIndex(i), all);
    }
    return all;
  }

  private static List<Spoilt> spoil(JsonNode example, JsonPointer place) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    List<Spoilt> all = new ArrayList<>();
    boolean named = place.toString().matches("/controls(/[^/]+/parameters)?");
    if (example.at(place).isObject() && !named) { // the catalogue says which names there are
      JsonNode copy = example.deepCopy();
      ((ObjectNode) copy.at(place)).put("colour", "red");
      all.add(new Spoilt("with one more key", copy));
    }
    if (place.matches()) {
      return all;
    }
    all.add(new Spoilt("left out", with(example, place, null)));
    for (JsonNode other :
        List.of(
            json.textNode("text"),
            json.textNode(" "),
            json.textNode("2026-13-01"),
            json.numberNode(5),
            json.numberNode(-1),
            json.numberNode(0.5),
            json.booleanNode(true),
            json.arrayNode(),
            json.arrayNode().add(true),
            json.objectNode())) {
      all.add(new Spoilt("as " + other, with(example, place, other)));
    }
    return all;
  }

  private static JsonNode with(JsonNode example, JsonPointer place, @Nullable JsonNode value) {
    JsonNode copy = example.deepCopy();
    JsonNode parent = copy.at(place.head());
    String last = place.last().getMatchingProperty();
    if (parent instanceof ObjectNode object) {
      if (value == null) {
        object.remove(last);
      } else {
        object.set(last, value);
      }
    } else if (parent instanceof ArrayNode array) {
      int index = Integer.parseInt(last);
      if (value == null) {
        array.remove(index);
      } else {
        array.set(index, value);
      }
    }
    return copy;
  }

  private static @Nullable String refusal(JsonNode policy) {
    try {
      PolicyLoader.parse("p.yaml", YAML.writeValueAsString(policy), CATALOGUE);
      return null;
    } catch (PolicyException e) {
      return e.getMessage();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
