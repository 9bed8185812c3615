package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Reason;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeCommandTest {
  private static final Path DEMO = Path.of("src/main/resources/demo/esempio.zip");
  private static final String SIGN_INS = "graph/signIns";
  private static final String EVENTS = "exchange/Search-UnifiedAuditLog";

  private static final String LOGS =
      EVENTS + ", graph/messageTraceDetails, graph/messageTraces, " + SIGN_INS;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path snapshot;

  @BeforeEach
  void copy() throws IOException {
    snapshot = Files.copy(DEMO, folder.resolve("tenant.zip"));
  }

  @Test
  void logs_go_and_their_lines_in_the_manifest_stay() throws IOException {
    assertThat(run("purge", snapshot.toString(), "--logs")).as("%s", err).isZero();
    assertThat(err.toString()).contains("Removed: " + LOGS);
    try (ZipFile zip = new ZipFile(snapshot.toFile())) {
      assertThat(zip.getEntry(SIGN_INS + ".ndjson")).isNull();
      assertThat(zip.getEntry(EVENTS + ".ndjson")).isNull();
    }
    try (Snapshot before = Snapshots.open(DEMO);
        Snapshot after = Snapshots.open(snapshot)) {
      var was = before.manifest().dataset(SIGN_INS).orElseThrow();
      var is = after.manifest().dataset(SIGN_INS).orElseThrow();
      assertThat(is.status()).isEqualTo(Status.PURGED);
      assertThat(is.sha256()).isEqualTo(was.sha256());
      assertThat(is.reason()).startsWith("sigillo:purged|20");
      assertThat(after.lines(SIGN_INS).hasNext()).isFalse();
      assertThat(after.manifest().datasets()).hasSameSizeAs(before.manifest().datasets());
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.purging");
  }

  @Test
  void verify_says_that_they_were_removed_and_not_that_somebody_tampered() {
    assertThat(run("purge", snapshot.toString(), "--logs")).isZero();
    err.getBuffer().setLength(0);
    assertThat(run("verify", snapshot.toString())).isZero();
    assertThat(err.toString())
        .contains("Removed on purpose since it was collected: " + LOGS)
        .contains("Unchanged snapshot");
  }

  @Test
  void a_new_evaluation_says_unknown_with_that_reason() {
    Path purged = folder.resolve("purged.zip");
    Path json = folder.resolve("assessment.json");
    assertThat(run("purge", snapshot.toString(), "--logs", "-o", purged.toString())).isZero();
    assertThat(snapshot).hasSameBinaryContentAs(DEMO);
    run("evaluate", purged.toString(), "--quiet", "-o", json.toString());
    Assessment assessment = AssessmentReader.open(json).read(1);
    assertThat(assessment.controls())
        .filteredOn(control -> control.id().equals("FORWARDING-08"))
        .singleElement()
        .satisfies(
            control -> {
              assertThat(control.outcome()).isEqualTo(Outcome.NOT_ASSESSED);
              assertThat(control.reasons()).extracting(Reason::status).contains("PURGED");
            });
  }

  @Test
  void nothing_is_written_when_there_are_no_logs() throws IOException {
    assertThat(run("purge", snapshot.toString(), "--logs")).isZero();
    byte[] once = Files.readAllBytes(snapshot);
    assertThat(run("purge", snapshot.toString(), "--logs")).isZero();
    assertThat(err.toString()).contains("holds no logs; nothing was written");
    assertThat(Files.readAllBytes(snapshot)).isEqualTo(once);
  }

  @Test
  void lines_that_come_back_are_refused() throws IOException {
    assertThat(run("purge", snapshot.toString(), "--logs")).isZero();
    URI zip = URI.create("jar:" + snapshot.toUri());
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of())) {
      Files.writeString(files.getPath(SIGN_INS + ".ndjson"), "{}\n");
    }
    assertThat(run("verify", snapshot.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is there, though the manifest says that it was removed");
  }

  @Test
  void a_folder_is_left_to_its_owner() {
    assertThat(run("purge", folder.toString(), "--logs")).isEqualTo(2);
    assertThat(err.toString()).contains("is a folder");
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
