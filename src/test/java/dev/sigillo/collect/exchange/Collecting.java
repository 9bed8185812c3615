package dev.sigillo.collect.exchange;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects into a snapshot, and reads it back. */
record Collecting(Path target) {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T18:00:00Z"), ZoneOffset.UTC);
  private static final Collection.Watcher QUIET =
      new Collection.Watcher() {
        @Override
        public void at(Dataset dataset, long done, long total) {}

        @Override
        public void ended(Dataset dataset, Status status, @Nullable String reason) {}
      };

  /** Collects these datasets of the questions. */
  Collecting run(List<Question> questions, Dataset... datasets) throws InterruptedException {
    List<Question> some =
        questions.stream().filter(q -> List.of(datasets).contains(q.dataset())).toList();
    return run(some);
  }

  Collecting run(List<Question> questions) throws InterruptedException {
    return run(questions, QUIET);
  }

  Collecting run(List<Question> questions, Collection.Watcher watcher) throws InterruptedException {
    new Collection(
            new Collection.Options(target, true, Origin.SIMULATED, Set.of(), Map.of()),
            CLOCK,
            watcher)
        .run(
            questions,
            Map.of(),
            (writer, collected) -> {},
            (start, end) ->
                new ManifestHeader("test", FakeExchange.TENANT, "Contoso", null, null, start, end));
    return this;
  }

  DatasetEntry entry(Dataset dataset) {
    try (Snapshot snapshot = Snapshots.open(target)) {
      return snapshot.manifest().dataset(dataset.id()).orElseThrow();
    }
  }

  List<Line> lines(Dataset dataset) {
    List<Line> all = new ArrayList<>();
    try (Snapshot snapshot = Snapshots.open(target);
        Snapshot.Lines lines = snapshot.lines(dataset.id())) {
      lines.forEachRemaining(all::add);
    }
    return all;
  }

  /** One property of every row. */
  List<String> values(Dataset dataset, String property) {
    return lines(dataset).stream()
        .flatMap(line -> java.util.stream.Stream.ofNullable(line.row()))
        .map(row -> row.path(property).asText())
        .toList();
  }
}
