package dev.sigillo.snapshot;

import static dev.sigillo.snapshot.Json.HEADER;
import static dev.sigillo.snapshot.Json.complete;
import static dev.sigillo.snapshot.Json.object;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not a whole, unchanged snapshot is refused with one sentence. */
class BrokenSnapshotTest {
  private static final String CONFIG = "exchange/Get-TransportConfig.ndjson";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("s.zip");
    try (SnapshotWriter writer = SnapshotWriter.create(file)) {
      DatasetWriter config = writer.dataset("exchange/Get-TransportConfig");
      config.row(object("{'SmtpClientAuthenticationDisabled':true}"));
      config.end(complete(Origin.LIVE));
      DatasetWriter rules = writer.dataset("exchange/Get-InboxRule");
      rules.empty("a");
      rules.row("b", object("{'Name':'b'}"));
      rules.end(complete(Origin.LIVE));
      writer.finish(HEADER);
    }
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        files.put(e.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private void pack(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> one : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(one.getKey()));
        zip.write(one.getValue());
      }
    }
    Files.write(file, out.toByteArray());
  }

  private void refused(String sentence) {
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("%s", sentence.replace("FILE", file.toString()));
  }

  private static int readAll(Path file) {
    int lines = 0;
    try (Snapshot snapshot = Snapshots.open(file)) {
      for (DatasetEntry entry : snapshot.manifest().datasets()) {
        try (Snapshot.Lines all = snapshot.lines(entry.name())) {
          while (all.hasNext()) {
            all.next();
            lines++;
          }
        }
      }
    }
    return lines;
  }

  private void manifest(String from, String to) throws IOException {
    Map<String, byte[]> files = files();
    String json = new String(files.get("manifest.json"), UTF_8);
    assertThat(json).contains(from);
    files.put("manifest.json", json.replace(from, to).getBytes(UTF_8));
    pack(files);
  }

  /** Changes a dataset and makes the manifest agree. */
  private void dataset(String name, String content) throws IOException {
    Map<String, byte[]> files = files();
    byte[] changed = content.getBytes(UTF_8);
    String old = Sha256.of(Objects.requireNonNull(files.put(name, changed)));
    String json = new String(files.get("manifest.json"), UTF_8);
    json = json.replace(old, Sha256.of(changed));
    files.put("manifest.json", json.getBytes(UTF_8));
    pack(files);
  }

  @Test
  void no_file() throws IOException {
    Files.delete(file);
    refused("FILE: there is no such file.");
  }

  @Test
  void a_file_cut_short_at_any_place() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> readAll(file))
          .isInstanceOf(SnapshotException.class)
          .hasMessageContaining("is not a whole ZIP file");
    }
  }

  @Test
  void any_changed_byte_is_refused_or_changes_nothing() throws IOException {
    String digest;
    try (Snapshot snapshot = Snapshots.open(file)) {
      digest = snapshot.digest();
    }
    byte[] whole = Files.readAllBytes(file);
    int refused = 0;
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x10;
      Files.write(file, changed);
      Throwable thrown = catchThrowable(() -> readAll(file));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(SnapshotException.class);
        refused++;
      } else {
        try (Snapshot snapshot = Snapshots.open(file)) {
          assertThat(snapshot.digest()).isEqualTo(digest);
        }
      }
    }
    assertThat(refused).isGreaterThan(whole.length / 2);
  }

  @Test
  void a_changed_dataset() throws IOException {
    Map<String, byte[]> files = files();
    files.put(CONFIG, "{\"SmtpClientAuthenticationDisabled\":null}\n".getBytes(UTF_8));
    pack(files);
    refused(
        "FILE: "
            + CONFIG
            + " was changed after it was written (its SHA-256 is not the"
            + " manifest's).");
  }

  @Test
  void a_missing_dataset() throws IOException {
    Map<String, byte[]> files = files();
    files.remove(CONFIG);
    pack(files);
    refused("FILE: " + CONFIG + " is missing, though the manifest names it.");
  }

  @Test
  void a_foreign_file() throws IOException {
    Map<String, byte[]> files = files();
    files.put("../../etc/cron.d/x", new byte[0]);
    pack(files);
    refused(
        "FILE holds ../../etc/cron.d/x, which its manifest does not name; a snapshot holds nothing"
            + " else.");
  }

  @Test
  void a_path_that_leaves_the_snapshot() throws IOException {
    manifest("exchange/Get-TransportConfig", "../exchange/Get-TransportConfig");
    refused(
        "FILE: manifest.json names a dataset ../exchange/Get-TransportConfig; a name looks like"
            + " exchange/Get-TransportConfig.");
  }

  @Test
  void a_file_that_is_there_twice() throws IOException {
    Map<String, byte[]> files = files();
    String twin = CONFIG.replace("Transport", "Trensport");
    files.put(twin, "{}".getBytes(UTF_8));
    pack(files);
    String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
    Files.write(file, bytes.replace(twin, CONFIG).getBytes(ISO_8859_1));
    refused("FILE holds " + CONFIG + " twice; a snapshot holds each file once.");
  }

  @Test
  void a_dataset_that_the_manifest_names_twice() throws IOException {
    manifest("exchange/Get-InboxRule", "exchange/Get-TransportConfig");
    refused(
        "FILE: exchange/Get-TransportConfig.ndjson was changed after it was written (its"
            + " SHA-256 is not the manifest's).");
  }

  @Test
  void no_manifest() throws IOException {
    Map<String, byte[]> files = files();
    files.remove("manifest.json");
    pack(files);
    refused("FILE holds no manifest.json; this is not a snapshot.");
  }

  @Test
  void another_schema_version() throws IOException {
    manifest("\"schemaVersion\" : 1", "\"schemaVersion\" : 2");
    refused("FILE: manifest.json has schema version 2; this version of Sigillo reads 1.");
  }

  @Test
  void no_schema_version() throws IOException {
    manifest("schemaVersion", "version");
    refused("FILE: manifest.json has no schemaVersion; this is not a Sigillo snapshot.");
  }

  @Test
  void an_unknown_key_in_the_manifest() throws IOException {
    manifest("\"tenantName\"", "\"tenantNme\"");
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("manifest.json cannot be read: Unrecognized field \"tenantNme\"");
  }

  @Test
  void an_unknown_status() throws IOException {
    manifest("COMPLETE", "PERFECT");
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("PERFECT");
  }

  @Test
  void a_complete_dataset_without_a_digest() throws IOException {
    manifest("\"sha256\"", "\"reason\"");
    refused(
        "FILE: manifest.json calls exchange/Get-InboxRule COMPLETE and gives no SHA-256 for it.");
  }

  @Test
  void a_manifest_that_is_not_json() throws IOException {
    manifest("{", "<");
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(SnapshotException.class)
        .hasMessageStartingWith(file + ": manifest.json cannot be read: Unexpected character");
  }

  @Test
  void rows_that_the_manifest_does_not_count() throws IOException {
    dataset(CONFIG, "{}\n{}\n");
    refused("FILE: exchange/Get-TransportConfig has 2 rows where the manifest says 1.");
  }

  @Test
  void keys_out_of_order() throws IOException {
    dataset(
        "exchange/Get-InboxRule.ndjson",
        "{\"key\":\"b\",\"row\":{}}\n{\"key\":\"a\",\"empty\":true}\n");
    refused("FILE: exchange/Get-InboxRule line 2: key a comes after b; keys must be in order.");
  }

  @Test
  void a_line_of_no_known_kind() throws IOException {
    dataset("exchange/Get-InboxRule.ndjson", "{\"key\":\"b\",\"rows\":{}}\n");
    refused(
        "FILE: exchange/Get-InboxRule line 1 is none of {key, row}, {key, empty: true} and"
            + " {key, error: text}.");
  }

  @Test
  void a_property_that_stands_twice_in_a_row() throws IOException {
    dataset(CONFIG, "{\"A\":true,\"A\":false}\n");
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("line 1 cannot be read: Duplicate field 'A'");
  }

  @Test
  void a_line_without_end() throws IOException {
    byte[] noise = new byte[DatasetWriter.MAX_LINE * 2];
    new java.util.Random(1).nextBytes(noise);
    dataset(CONFIG, new String(noise, ISO_8859_1).replace('\n', 'x'));
    refused(
        "FILE: exchange/Get-TransportConfig line 1 is longer than the 4194304 bytes that a line may"
            + " have.");
  }

  @Test
  void a_bomb() throws IOException {
    dataset(CONFIG, "{}\n".repeat(10_000_000));
    refused(
        "FILE: "
            + CONFIG
            + " unpacks to more than 250 times its size; this is no evidence, but a"
            + " ZIP bomb.");
  }

  @Test
  void nesting_without_end() throws IOException {
    dataset(CONFIG, "{\"a\":".repeat(100_000));
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("nesting depth");
  }
}
