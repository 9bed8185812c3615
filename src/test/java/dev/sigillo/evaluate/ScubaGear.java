package dev.sigillo.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.collect.imports.ImportOptions;
import dev.sigillo.collect.imports.ScubaGearImport;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.policy.PolicyLoader;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ScubaGear's sample report and unit tests, and the differences that we stand by. */
final class ScubaGear {
  static final ObjectMapper JSON = new ObjectMapper();
  static final Catalogue CATALOGUE = CatalogueLoader.bundled();
  private static final Path FOLDER = Path.of("src/test/resources/scubagear");
  private static final Path DIFFERENCES =
      Path.of("src/docs/decisions/0009-where-we-differ-from-scubagear.md");
  private static final Evaluator EVALUATOR = Evaluator.of(CATALOGUE, CATALOGUE);

  private ScubaGear() {}

  /**
   * A policy of SCuBA's and what of ours judges it.
   *
   * @param policy SCuBA's id
   * @param control our control's id
   */
  record Pair(String example, String policy, String control) {}

  /** The two outcomes of a pair. */
  record Outcomes(String scubaGear, String sigillo) {}

  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  static JsonNode read(String name) throws IOException {
    return JSON.readTree(file(name).toFile());
  }

  /** The controls that name a policy of SCuBA's among their mappings. */
  static List<String> controls(String policy) {
    return CATALOGUE.controls().stream()
        .filter(control -> control.mappings().scuba().contains(policy))
        .map(control -> control.id())
        .toList();
  }

  /** Imports an export and judges it. */
  static Assessment judge(Path export, Path folder, String policy) {
    Path target = folder.resolve("snapshot.zip");
    Path json = folder.resolve("assessment.json");
    ScubaGearImport.run(export, target, new ImportOptions("test", false));
    try (Snapshot snapshot = Snapshots.open(target)) {
      EVALUATOR.evaluate(
          new Request(
              snapshot,
              PolicyLoader.parse("test", policy, CATALOGUE.controls()),
              null,
              1,
              "test",
              Progress.NONE),
          json);
    }
    return AssessmentReader.open(json).read(100);
  }

  /** The table of the decision record. */
  static Map<Pair, Outcomes> differences() throws IOException {
    Map<Pair, Outcomes> all = new LinkedHashMap<>();
    for (String line : Files.readAllLines(DIFFERENCES)) {
      String[] cells = line.split("\\s*\\|\\s*", -1);
      if (cells.length == 8 && cells[2].startsWith("MS.")) {
        all.put(new Pair(cells[1], cells[2], cells[4]), new Outcomes(cells[3], cells[5]));
      }
    }
    return all;
  }
}
