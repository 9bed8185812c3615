package dev.sigillo.collect.tenant;

import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.Snapshot;
import java.util.Objects;

/** What an administrator exported, for what no service would answer. */
final class ImportedDataset implements Source {
  private final Snapshot export;
  private final DatasetEntry entry;

  ImportedDataset(Snapshot export, DatasetEntry entry) {
    this.export = export;
    this.entry = entry;
  }

  @Override
  public String service() {
    return Objects.requireNonNullElse(entry.source(), "export");
  }

  @Override
  public String request() {
    return Objects.requireNonNullElse(entry.request(), entry.name());
  }

  @Override
  public boolean documented() {
    return true;
  }

  @Override
  public Origin origin(Origin ofRun) {
    return Origin.IMPORTED;
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) {
    try (Snapshot.Lines lines = export.lines(entry.name())) {
      while (lines.hasNext()) {
        take(answers, lines.next());
      }
    }
    return new Ending(
        entry.status(),
        entry.reason(),
        entry.total(),
        entry.window(),
        entry.requestIds(),
        entry.serviceDate());
  }

  private static void take(Answers answers, Line line) {
    if (line.key() == null) {
      answers.row(Objects.requireNonNull(line.row()));
    } else if (line.row() != null) {
      answers.row(line.key(), line.row());
    } else if (line.error() != null) {
      answers.error(line.key(), line.error());
    } else {
      answers.empty(line.key());
    }
  }
}
