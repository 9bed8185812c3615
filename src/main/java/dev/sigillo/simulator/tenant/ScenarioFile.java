package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sigillo.simulator.Fault;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as it is written down.
 *
 * @param name what it is called
 * @param about what it shows, in a sentence
 * @param seed what its GUIDs and names depend on
 * @param organisation name of the organisation
 * @param domains the main one first; the others send as well
 * @param size how large it is
 * @param tenant what it starts from
 * @param policy a bundled policy, or a file beside the scenario
 * @param at the moment at which it plays
 * @param misconfigurations how many of each
 * @param refused cmdlets and Graph permissions that the collecting application lacks
 * @param faults how the services misbehave
 * @param limits whether Microsoft's documented limits are enforced
 */
record ScenarioFile(
    String name,
    @Nullable String about,
    String seed,
    String organisation,
    List<String> domains,
    Size size,
    Start tenant,
    String policy,
    Instant at,
    Map<String, Integer> misconfigurations,
    Set<String> refused,
    List<Fault> faults,
    Limits limits) {

  private static final Instant EVENING = Instant.parse("2026-11-19T19:00:00Z");

  /**
   * How large.
   *
   * @param mailboxes at least those that every tenant has
   */
  record Size(long mailboxes) {
    Size {
      if (mailboxes < 1 || mailboxes > 10_000_000) {
        throw new IllegalArgumentException("mailboxes: 1 to 10000000 are allowed");
      }
    }
  }

  /** What a scenario starts from. */
  enum Start {
    /** A tenant in which everything is right. */
    CLEAN,
    /** Esempio S.p.A., whose story is told elsewhere. */
    ESEMPIO;

    Content make(Org org, long mailboxes) {
      return this == CLEAN ? CleanTenant.of(org, mailboxes) : EsempioTenant.of(org);
    }
  }

  /** Whether limits are enforced. */
  enum Limits {
    REAL,
    OFF;

    /** YAML reads a bare {@code off} as a boolean. */
    @JsonCreator
    static Limits of(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "real" -> REAL;
        case "off", "false" -> OFF;
        default ->
            throw new IllegalArgumentException("limits " + text + ": real or off is allowed");
      };
    }
  }

  ScenarioFile {
    if (name == null || size == null) {
      throw new IllegalArgumentException("name and size are needed");
    }
    seed = seed == null ? name : seed;
    organisation = organisation == null ? name : organisation;
    domains =
        domains == null || domains.isEmpty() ? List.of(name + ".example") : List.copyOf(domains);
    for (String domain : domains) {
      if (domain.indexOf('.') < 1) {
        throw new IllegalArgumentException(
            "domains: " + domain + " is no domain; allowed: such as " + domain + ".example");
      }
    }
    tenant = tenant == null ? Start.CLEAN : tenant;
    policy = policy == null ? "default" : policy;
    at = at == null ? EVENING : at;
    misconfigurations = misconfigurations == null ? Map.of() : misconfigurations;
    refused = refused == null ? Set.of() : Set.copyOf(refused);
    faults = faults == null ? List.of() : List.copyOf(faults);
    limits = limits == null ? Limits.OFF : limits;
  }

  boolean realLimits() {
    return limits == Limits.REAL;
  }

  Org org() {
    String main = domains.get(0);
    String prefix = main.substring(0, main.indexOf('.')).replaceAll("[^a-z0-9]", "");
    return new Org(seed, organisation, prefix + ".onmicrosoft.com", main, at);
  }

  ScenarioFile withMailboxes(long mailboxes) {
    return new ScenarioFile(
        name,
        about,
        seed,
        organisation,
        domains,
        new Size(mailboxes),
        tenant,
        policy,
        at,
        misconfigurations,
        refused,
        faults,
        limits);
  }

  /** Reads the text of a file. */
  static ScenarioFile read(String file, String text) {
    if (text.isBlank()) {
      throw new ScenarioException(file + " is empty; needed: name and size");
    }
    YAMLMapper yaml =
        YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .addModule(InstantText.MODULE)
            .build();
    try {
      ScenarioFile read = yaml.readValue(text, ScenarioFile.class);
      Misconfigurations.check(file, text, read);
      return read;
    } catch (JsonProcessingException e) {
      throw new ScenarioException(sentence(file, e));
    }
  }

  private static String sentence(String file, JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    String place = location == null ? file : file + ":" + location.getLineNr();
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "%s: there is no key %s; allowed: %s"
          .formatted(
              place,
              unknown.getPropertyName(),
              new TreeSet<>(unknown.getKnownPropertyIds().stream().map(String::valueOf).toList()));
    }
    if (e instanceof ValueInstantiationException && e.getCause() != null) {
      return place + ": " + e.getCause().getMessage();
    }
    String path =
        e instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(one -> one.getFieldName() == null ? "" + one.getIndex() : one.getFieldName())
                .reduce((a, b) -> a + "." + b)
                .map(p -> p + ": ")
                .orElse("")
            : "";
    if (e instanceof InvalidFormatException bad) {
      return "%s: %s%s cannot be used; allowed: %s"
          .formatted(place, path, bad.getValue(), allowed(bad.getTargetType()));
    }
    return place + ": " + path + e.getOriginalMessage().lines().findFirst().orElse("");
  }

  private static String allowed(Class<?> type) {
    if (type.isEnum()) {
      return new TreeSet<>(
              Arrays.stream(type.getEnumConstants())
                  .map(one -> String.valueOf(one).toLowerCase(Locale.ROOT))
                  .toList())
          .toString();
    }
    return type == Instant.class ? "a moment such as 2026-11-19T19:00:00Z" : "a number";
  }
}
