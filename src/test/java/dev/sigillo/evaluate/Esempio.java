package dev.sigillo.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.policy.Policy;
import dev.sigillo.policy.PolicyLoader;
import dev.sigillo.snapshot.HandmadeSnapshot;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Snapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The demo's tenant and policy, which somebody tries to make look better than they are. */
final class Esempio {
  private static final String DEMO = "src/main/resources/demo/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final Catalogue CATALOGUE = CatalogueLoader.bundled();
  private static final Evaluator EVALUATOR = Evaluator.of(CATALOGUE, CATALOGUE);
  private static final Set<String> ABOUT = Set.of("status", "reason", "window", "total");

  private final Map<String, JsonNode> datasets = new LinkedHashMap<>();
  private final ManifestHeader header;
  private final ObjectNode policy;
  private @Nullable Instant asOf;

  Esempio() {
    try (ZipFile zip = new ZipFile(DEMO + "esempio.zip")) {
      JsonNode manifest = JSON.readTree(zip.getInputStream(zip.getEntry("manifest.json")));
      for (JsonNode entry : manifest.get("datasets")) {
        ObjectNode about = ((ObjectNode) entry.deepCopy()).retain(ABOUT);
        String name = entry.get("name").asText();
        if (zip.getEntry(name + ".ndjson") != null) {
          about.set("rows", rows(zip, name));
        }
        datasets.put(name, about);
      }
      header =
          new ManifestHeader(
              "",
              manifest.get("tenantId").asText(),
              manifest.get("tenantName").asText(),
              manifest.get("initialDomain").asText(),
              null,
              Instant.parse(manifest.get("start").asText()),
              Instant.parse(manifest.get("end").asText()));
      policy = (ObjectNode) YAML.readTree(Path.of(DEMO, "policy.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ArrayNode rows(ZipFile zip, String name) throws IOException {
    ArrayNode rows = JSON.createArrayNode();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                zip.getInputStream(zip.getEntry(name + ".ndjson")), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(JSON.readTree(line));
      }
    }
    return rows;
  }

  Set<String> datasets() {
    return datasets.keySet();
  }

  private ObjectNode dataset(String name) {
    return (ObjectNode) Objects.requireNonNull(datasets.get(name), name);
  }

  Esempio deny(String dataset) {
    datasets.put(dataset, JSON.createObjectNode().put("status", "FORBIDDEN").put("reason", "403"));
    return this;
  }

  /** Says that only part of a dataset came, though all of it is there. */
  Esempio cutShort(String dataset) {
    dataset(dataset).put("status", "TRUNCATED");
    return this;
  }

  /** Takes mailboxes out of a dataset; it still says that it is complete. */
  Esempio without(String dataset, Predicate<String> key) {
    return replace(dataset, key, null);
  }

  /** Lets mailboxes fail to answer in a dataset. */
  Esempio fail(String dataset, Predicate<String> key) {
    return replace(dataset, key, "403 Forbidden");
  }

  private Esempio replace(String name, Predicate<String> key, @Nullable String error) {
    ArrayNode lines = JSON.createArrayNode();
    for (JsonNode line : dataset(name).get("rows")) {
      if (!key.test(line.get("key").asText())) {
        lines.add(line);
      } else if (error != null) {
        lines.addObject().put("key", line.get("key").asText()).put("error", error);
      }
    }
    dataset(name).remove("total");
    dataset(name).set("rows", lines);
    return this;
  }

  Esempio waive(String control) {
    ObjectNode waiver = policy.withArray("waivers").addObject();
    waiver.put("control", control).put("subject", "*").put("reason", "r").put("owner", "o");
    waiver.put("approver", "a").put("approvedOn", "2026-11-01").put("expires", "2027-10-31");
    return this;
  }

  Esempio deselect(String control) {
    policy.withObject("/controls/" + control).put("enabled", false).put("reason", "not for us");
    return this;
  }

  Esempio lower(String control) {
    policy.withObject("/controls/" + control).put("severity", "low").put("reason", "not for us");
    return this;
  }

  Esempio asOf(String instant) {
    asOf = Instant.parse(instant);
    return this;
  }

  Assessment judge(Path file) {
    try (Snapshot snapshot = HandmadeSnapshot.of(header, datasets)) {
      Policy parsed =
          PolicyLoader.parse("test", YAML.writeValueAsString(policy), CATALOGUE.controls());
      EVALUATOR.evaluate(new Request(snapshot, parsed, asOf, 1, "test", Progress.NONE), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AssessmentReader.open(file).read(1_000);
  }
}
