package dev.sigillo.collect.run;

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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A collection into a file of a folder, and what became of it. */
final class Run {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T18:00:00Z"), ZoneOffset.UTC);

  private final Path target;

  Run(Path folder) {
    target = folder.resolve("tenant.zip");
  }

  Path target() {
    return target;
  }

  void from(boolean resume, Question... questions) throws InterruptedException {
    of("contoso", resume, questions);
  }

  void of(String tenant, boolean resume, Question... questions) throws InterruptedException {
    new Collection(
            new Collection.Options(
                target, resume, Origin.LIVE, Set.of(), Map.of("--tenant", tenant)),
            CLOCK,
            QUIET)
        .run(List.of(questions), Map.of(), (writer, all) -> {}, Run::header);
  }

  private static final Collection.Watcher QUIET =
      new Collection.Watcher() {
        @Override
        public void at(Dataset dataset, long done, long total) {}

        @Override
        public void ended(Dataset dataset, Status status, @Nullable String reason) {}
      };

  private static ManifestHeader header(Instant start, Instant end) {
    return new ManifestHeader("0.1.0", null, null, null, null, start, end);
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

  List<String> names(Dataset dataset) {
    return lines(dataset).stream()
        .map(line -> Objects.requireNonNull(line.row()).get("Identity").asText())
        .toList();
  }
}
