package dev.sigillo.snapshot;

import static dev.sigillo.snapshot.Json.HEADER;
import static dev.sigillo.snapshot.Json.complete;
import static dev.sigillo.snapshot.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SnapshotWriterTest {
  @TempDir Path folder;

  private Path write(String name) {
    Path file = folder.resolve(name);
    try (SnapshotWriter writer = SnapshotWriter.create(file)) {
      DatasetWriter rules = writer.dataset("exchange/Get-InboxRule");
      rules.row("b", object("{'Name':'second'}"));
      rules.error("C", "403 Forbidden");
      rules.empty("a");
      rules.row("B", object("{'Name':'third'}"));
      DatasetWriter config = writer.dataset("exchange/Get-TransportConfig");
      config.row(object("{'SmtpClientAuthenticationDisabled':true,'Limit':1.50}"));
      rules.end(complete(Origin.LIVE));
      config.end(complete(Origin.LIVE));
      writer.without(DatasetEntry.skipped("graph/users", Origin.LIVE, "not asked for"));
      writer.finish(HEADER);
    }
    return file;
  }

  private static List<Line> lines(Snapshot snapshot, String dataset) {
    List<Line> all = new ArrayList<>();
    try (Snapshot.Lines lines = snapshot.lines(dataset)) {
      lines.forEachRemaining(all::add);
    }
    return all;
  }

  @Test
  void what_was_written_is_read_back_sorted_by_key() {
    try (Snapshot snapshot = Snapshots.open(write("s.zip"))) {
      assertThat(lines(snapshot, "exchange/Get-InboxRule"))
          .containsExactly(
              new Line(1, "a", null, null),
              new Line(2, "b", object("{'Name':'second'}"), null),
              new Line(3, "b", object("{'Name':'third'}"), null),
              new Line(4, "c", null, "403 Forbidden"));
      assertThat(lines(snapshot, "exchange/Get-TransportConfig"))
          .extracting(line -> String.valueOf(line.row()))
          .containsExactly("{\"SmtpClientAuthenticationDisabled\":true,\"Limit\":1.50}");
      assertThat(lines(snapshot, "graph/users")).isEmpty();
      DatasetEntry rules = snapshot.manifest().dataset("exchange/Get-InboxRule").orElseThrow();
      assertThat(rules.rows()).isEqualTo(2);
      assertThat(rules.covered()).isEqualTo(2);
      assertThat(rules.sha256()).hasSize(64);
      assertThat(snapshot.manifest().dataset("graph/users"))
          .map(DatasetEntry::status)
          .contains(Status.SKIPPED);
    }
  }

  @Test
  void equal_content_gives_equal_bytes_and_an_equal_digest() throws IOException {
    Path one = write("one.zip");
    Path two = write("two.zip");
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
    try (Snapshot a = Snapshots.open(one);
        Snapshot b = Snapshots.open(two)) {
      assertThat(a.digest()).isEqualTo(b.digest());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void only_its_owner_can_read_it() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(write("s.zip"))))
        .isEqualTo("rw-------");
  }

  @Test
  void nothing_is_left_when_it_is_not_finished() throws IOException {
    Path file = folder.resolve("s.zip");
    try (SnapshotWriter writer = SnapshotWriter.create(file)) {
      DatasetWriter config = writer.dataset("exchange/Get-TransportConfig");
      config.row(object("{'SmtpClientAuthenticationDisabled':true}"));
      assertThatThrownBy(() -> writer.finish(HEADER)).isInstanceOf(IllegalStateException.class);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void a_finished_snapshot_stands_alone() throws IOException {
    write("s.zip");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("s.zip"));
    }
  }
}
