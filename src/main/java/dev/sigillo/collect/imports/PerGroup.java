package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.DatasetWriter;
import dev.sigillo.snapshot.Projection;
import dev.sigillo.snapshot.SnapshotException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives members to their groups, which the export script names in every row. */
final class PerGroup implements Placing {
  private final Path file;
  private final DatasetWriter writer;
  private final Projection projection;
  private final ExportLog.@Nullable Asked log;
  private final Set<String> answered = new HashSet<>();

  PerGroup(Path file, DatasetWriter writer, Projection projection, ExportLog.@Nullable Asked log) {
    this.file = file;
    this.writer = writer;
    this.projection = projection;
    this.log = log;
  }

  @Override
  public void row(ObjectNode row) {
    String group = Names.text(row, Owners.GROUP_KEY);
    if (group == null) {
      throw new SnapshotException(
          "%s: a row has no %s, so that it is not known whose member it is."
              .formatted(file, Owners.GROUP_KEY));
    }
    answered.add(Names.fold(group));
    writer.row(group, projection.keep(row));
  }

  @Override
  public @Nullable String finish() {
    if (log == null) {
      return null;
    }
    for (ExportLog.Failure failure : log.failed()) {
      answered.add(Names.fold(failure.mailbox()));
      writer.error(failure.mailbox(), failure.error());
    }
    if (log.asked() != null && log.asked().isArray()) {
      for (JsonNode group : log.asked()) {
        if (answered.add(Names.fold(group.asText()))) {
          writer.empty(group.asText());
        }
      }
    }
    return null;
  }
}
