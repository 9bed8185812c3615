package dev.sigillo.control;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a control's YAML strictly: unknown keys, missing text and wrong types are errors. */
final class ControlReader {
  private static final Pattern ID = Pattern.compile("[A-Z]+-\\d{2,}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
  private static final List<String> PLACEHOLDERS = List.of("subject", "observed", "expected");
  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ControlReader() {}

  /**
   * Reads one file.
   *
   * @param file its name, for messages and for the id it must carry
   * @param text its content
   */
  static Control read(String file, String text) {
    Control control;
    try {
      control = YAML.readValue(text, Control.class);
    } catch (JsonProcessingException e) {
      throw new CatalogueException(place(file, e) + ": " + say(e), e);
    }
    List<String> problems = problems(file, control);
    if (!problems.isEmpty()) {
      throw new CatalogueException(file + ": " + String.join("; ", problems));
    }
    return control;
  }

  private static String place(String file, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? file : file + ":" + at.getLineNr();
  }

  private static String say(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown key '%s'; allowed: %s"
          .formatted(
              unknown.getPropertyName(),
              unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", ")));
    }
    if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
      return "'%s' is not one of %s"
          .formatted(
              wrong.getValue(),
              Arrays.stream(wrong.getTargetType().getEnumConstants())
                  .map(constant -> YAML.convertValue(constant, String.class))
                  .collect(Collectors.joining(", ")));
    }
    if (e instanceof JsonMappingException mapping && mapping.getCause() != null) {
      return "an obligatory key is missing near " + mapping.getPathReference();
    }
    return e.getOriginalMessage().lines().findFirst().orElse("not YAML");
  }

  private static List<String> problems(String file, Control control) {
    List<String> problems = new ArrayList<>();
    String stem = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
    if (control.id() == null || !ID.matcher(control.id()).matches()) {
      return List.of("id '%s' is not AREA-NN".formatted(control.id()));
    }
    if (!control.id().equals(stem)) {
      problems.add("id %s differs from the file's name %s".formatted(control.id(), stem));
    }
    if (Arrays.stream(Area.values())
        .noneMatch(area -> control.id().startsWith(area.name() + "-"))) {
      problems.add(
          "id %s has no known area; allowed: %s"
              .formatted(control.id(), Arrays.toString(Area.values())));
      return problems;
    }
    if (control.severity() == null || control.scope() == null || control.subjects() == null) {
      problems.add("severity, scope and subjects are obligatory");
      return problems;
    }
    if (control.subjects().scope() != control.scope()) {
      problems.add(
          "subjects %s belong to scope %s, not %s"
              .formatted(
                  control.subjects().id(), control.subjects().scope().id(), control.scope().id()));
    }
    text(problems, "title", control.title());
    text(problems, "rationale", control.rationale());
    text(problems, "effect", control.effect());
    if (control.remediation() == null) {
      problems.add("remediation is missing");
    } else {
      text(problems, "remediation.steps", control.remediation().steps());
      text(problems, "remediation.note", control.remediation().note());
    }
    if (control.findings().isEmpty()) {
      problems.add("findings is empty");
    }
    control.findings().forEach((code, text) -> findingText(problems, code, text));
    control
        .parameters()
        .forEach(
            (name, parameter) -> {
              text(problems, "parameters." + name + ".why", parameter.why());
              if (parameter.type() == null
                  || parameter.defaultValue() == null
                  || !parameter.type().accepts(parameter.defaultValue())) {
                problems.add("parameters.%s: the default is not of its type".formatted(name));
              }
            });
    if (control.mappings() == null) {
      problems.add("mappings is missing");
    }
    return problems;
  }

  private static void findingText(List<String> problems, String code, Text text) {
    text(problems, "findings." + code, text);
    if (text == null || text.en() == null || text.it() == null) {
      return;
    }
    for (String sentence : List.of(text.en(), text.it())) {
      Matcher matcher = PLACEHOLDER.matcher(sentence);
      while (matcher.find()) {
        if (!PLACEHOLDERS.contains(matcher.group(1))) {
          problems.add(
              "findings.%s: unknown placeholder {%s}; allowed: %s"
                  .formatted(code, matcher.group(1), PLACEHOLDERS));
        }
      }
    }
  }

  private static void text(List<String> problems, String where, Text text) {
    if (text == null
        || text.en() == null
        || text.it() == null
        || text.en().isBlank()
        || text.it().isBlank()) {
      problems.add(where + " needs 'en' and 'it'");
    }
  }
}
