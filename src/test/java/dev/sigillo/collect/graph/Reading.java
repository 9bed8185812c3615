package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.Collection;
import dev.sigillo.collect.run.Question;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of datasets that were collected. */
record Reading(List<DatasetEntry> entries, Map<Dataset, List<Line>> lines) {
  static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");

  /** Collects some of Graph's datasets. */
  static Reading of(Path folder, GraphClient graph, GraphOptions options, Dataset... some)
      throws InterruptedException {
    List<Question> questions =
        GraphDatasets.questions(graph, options).stream()
            .filter(question -> List.of(some).contains(question.dataset()))
            .toList();
    return of(folder, questions, false);
  }

  static Reading of(Path folder, List<Question> questions, boolean resume)
      throws InterruptedException {
    return of(folder, questions, resume, new Silent());
  }

  static Reading of(
      Path folder, List<Question> questions, boolean resume, Collection.Watcher watcher)
      throws InterruptedException {
    Path target = folder.resolve("graph.zip");
    Collection.Options options =
        new Collection.Options(target, resume, Origin.SIMULATED, Set.of(), Map.of());
    new Collection(options, Clock.fixed(NOW, ZoneOffset.UTC), watcher)
        .run(
            questions,
            Map.of(),
            (writer, collected) -> {},
            (start, end) -> new ManifestHeader("test", null, null, null, null, start, end));
    try (Snapshot snapshot = Snapshots.open(target)) {
      Map<Dataset, List<Line>> lines = new EnumMap<>(Dataset.class);
      for (Question question : questions) {
        lines.put(question.dataset(), lines(snapshot, question.dataset()));
      }
      return new Reading(snapshot.manifest().datasets(), lines);
    }
  }

  DatasetEntry entry(Dataset dataset) {
    return entries.stream().filter(e -> e.name().equals(dataset.id())).findFirst().orElseThrow();
  }

  List<ObjectNode> rows(Dataset dataset) {
    return Objects.requireNonNull(lines.get(dataset)).stream()
        .map(Line::row)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static List<Line> lines(Snapshot snapshot, Dataset dataset) {
    List<Line> all = new ArrayList<>();
    try (Snapshot.Lines lines = snapshot.lines(dataset.id())) {
      lines.forEachRemaining(all::add);
    }
    return all;
  }

  /** Hears nothing. */
  static class Silent implements Collection.Watcher {
    @Override
    public void at(Dataset dataset, long done, long total) {}

    @Override
    public void ended(Dataset dataset, Status status, @Nullable String reason) {}
  }
}
