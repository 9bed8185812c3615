package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDemoTest {

  /** But for when and by which port of this machine it was answered. */
  @Test
  void the_embedded_snapshot_is_a_fresh_collection_of_its_scenario(@TempDir Path folder) {
    assertThat(contents(EmbeddedDemo.FILE))
        .as("collected anew by EmbeddedDemo's main method")
        .isEqualTo(contents(EmbeddedDemo.collect(folder)));
  }

  private static Map<String, List<String>> contents(Path file) {
    Map<String, List<String>> contents = new TreeMap<>();
    try (Snapshot snapshot = Snapshots.open(file)) {
      for (DatasetEntry entry : snapshot.manifest().datasets()) {
        List<String> said = new ArrayList<>();
        said.add(
            "%s %s %d %s of %s, %s, without %s"
                .formatted(
                    entry.status(),
                    entry.reason(),
                    entry.rows(),
                    entry.covered(),
                    entry.total(),
                    entry.origin(),
                    entry.withheld()));
        if (entry.sha256() != null) {
          try (Snapshot.Lines lines = snapshot.lines(entry.name())) {
            lines.forEachRemaining(line -> said.add(line(line)));
          }
        }
        contents.put(entry.name(), said);
      }
    }
    return contents;
  }

  private static String line(Line line) {
    ObjectNode row = line.row();
    if (row == null) {
      return line.key() + " " + line.error();
    }
    return line.key() + " " + row.deepCopy().without(List.of("time", "server"));
  }
}
