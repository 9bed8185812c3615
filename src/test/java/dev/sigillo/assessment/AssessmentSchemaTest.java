package dev.sigillo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The published schema of {@code assessment.json} is generated from the records. */
class AssessmentSchemaTest {
  private static final Path PUBLISHED =
      Path.of("src/main/resources/schema/assessment.v1.schema.json");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Test
  void the_published_schema_is_fresh() throws IOException {
    String fresh = JSON.writeValueAsString(schema()) + "\n";
    if (Boolean.getBoolean("sigillo.update")) {
      Files.createDirectories(PUBLISHED.getParent());
      Files.writeString(PUBLISHED, fresh);
    }
    assertThat(Files.readString(PUBLISHED))
        .as("run mvn test -Dtest=AssessmentSchemaTest -Dsigillo.update=true")
        .isEqualTo(fresh);
  }

  static JsonNode schema() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                new JacksonModule(
                    JacksonOption.RESPECT_JSONPROPERTY_REQUIRED,
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
            .with(Option.EXTRA_OPEN_API_FORMAT_VALUES)
            .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
    config
        .forFields()
        .withRequiredCheck(field -> true)
        .withNullableCheck(
            field -> field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
    ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(Assessment.class);
    schema.put("title", "Sigillo assessment, version " + Assessment.SCHEMA_VERSION);
    ObjectNode properties = (ObjectNode) schema.get("properties");
    properties
        .putObject(AssessmentJson.DOCUMENT_DIGEST)
        .put("type", "string")
        .put("description", "SHA-256 of every byte before this member")
        .put("pattern", "^[0-9a-f]{64}$");
    return schema;
  }
}
