package dev.sigillo.snapshot;

import static dev.sigillo.snapshot.Json.HEADER;
import static dev.sigillo.snapshot.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandmadeSnapshotTest {
  @TempDir Path folder;

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-01T10:00:00.5Z")));
  }

  private void refused(String sentence) {
    assertThatThrownBy(() -> Snapshots.open(folder))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("%s", sentence.replace("FOLDER", folder.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'Name':1}] | exchange/Get-Nothing | exchange/Get-Nothing is no dataset",
        "[1] | exchange/Get-TransportConfig | row 1 is not a JSON object.",
        "3 | exchange/Get-TransportConfig | is neither a list of rows nor an object",
        "[{'Name':'x'}] | exchange/Get-InboxRule | row 1 is none of {key, row}",
        "[{'key':'a','row':{},'x':1}] | exchange/Get-InboxRule | row 1 is none of {key, row}",
        "{'status':'BROKEN'} | exchange/Get-InboxRule | status \"BROKEN\" is none of [COMPLETE,",
        "{'status':'COMPLETE'} | exchange/Get-InboxRule | is COMPLETE and has no rows",
        "{'statsu':'FAILED'} | exchange/Get-InboxRule | has a key statsu; allowed are end, reason,",
      })
  void mistakes_are_errors(String text, String dataset, String sentence) {
    assertThatThrownBy(() -> HandmadeSnapshot.of(HEADER, Map.of(dataset, json(text))))
        .isInstanceOf(SnapshotException.class)
        .hasMessageStartingWith("hand-made snapshot: " + dataset)
        .hasMessageContaining(sentence);
  }

  @Test
  void a_dataset_may_say_why_it_could_not_be_read() {
    Snapshot snapshot =
        HandmadeSnapshot.of(
            HEADER,
            Map.of(
                "exchange/Get-TransportConfig",
                json("{'status':'FORBIDDEN','reason':'403'}"),
                "exchange/Search-UnifiedAuditLog",
                json(
                    "{'rows':[],'window':{'askedFrom':'2026-01-01T00:00:00Z',"
                        + "'servedFrom':'2026-02-01T00:00:00Z'}}"),
                "exchange/Get-Mailbox",
                json("{'status':'TRUNCATED','total':9,'rows':[{'key':'a','row':{}}]}")));
    DatasetEntry config = snapshot.manifest().dataset("exchange/Get-TransportConfig").orElseThrow();
    assertThat(config.status()).isEqualTo(Status.FORBIDDEN);
    assertThat(config.reason()).isEqualTo("403");
    assertThat(config.origin()).isEqualTo(Origin.HANDMADE);
    assertThat(snapshot.manifest().dataset("exchange/Search-UnifiedAuditLog").orElseThrow())
        .satisfies(log -> assertThat(log.window()).isNotNull())
        .satisfies(log -> assertThat(log.status()).isEqualTo(Status.COMPLETE));
    assertThat(snapshot.manifest().dataset("exchange/Get-Mailbox").orElseThrow())
        .satisfies(list -> assertThat(list.total()).isEqualTo(9))
        .satisfies(list -> assertThat(list.covered()).isEqualTo(1));
    assertThat(snapshot.manifest().origin()).isEqualTo(Origin.HANDMADE);
  }

  @Test
  void its_digest_changes_with_its_rows() {
    Snapshot a = HandmadeSnapshot.of(HEADER, Map.of("graph/applications", json("[{'id':'a'}]")));
    Snapshot b = HandmadeSnapshot.of(HEADER, Map.of("graph/applications", json("[{'id':'b'}]")));
    assertThat(a.digest()).hasSize(64).isNotEqualTo(b.digest());
  }

  @Test
  void a_folder_holds_yaml_json_or_ndjson_and_needs_no_manifest() throws IOException {
    file(
        "exchange/Get-TransportConfig.yaml",
        "\uFEFF- SmtpClientAuthenticationDisabled: true\r\n  WhenCreated: 2026-01-01T00:00:00Z\r\n");
    file("exchange/Get-AcceptedDomain.json", "[{\"DomainName\":\"a.it\"}]");
    file("exchange/Get-InboxRule.ndjson", "{\"key\":\"b\",\"row\":{}}\n{\"key\":\"a\",\"row\":{}}");
    file(".DS_Store", "x");
    try (Snapshot snapshot = Snapshots.open(folder)) {
      assertThat(snapshot.manifest().end()).isEqualTo(Instant.parse("2026-10-01T10:00:00Z"));
      TenantFacts facts = TenantFactsReader.read(snapshot);
      assertThat(facts.all(TransportConfig.class))
          .singleElement()
          .satisfies(c -> assertThat(c.smtpClientAuthenticationDisabled().is(true)).isTrue());
      assertThat(facts.all(AcceptedDomain.class)).hasSize(1);
      assertThat(snapshot.lines("exchange/Get-InboxRule").next().key()).isEqualTo("a");
    }
  }

  @Test
  void a_folder_may_say_whose_it_is() throws IOException {
    file("manifest.yaml", "tenantId: t1\nend: 2026-11-01T00:00:00Z\n");
    file("graph/applications.yaml", "[]");
    try (Snapshot snapshot = Snapshots.open(folder)) {
      assertThat(snapshot.manifest().tenantId()).isEqualTo("t1");
      assertThat(snapshot.manifest().end()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    }
    file("manifest.yaml", "tennantId: t1\n");
    assertThatThrownBy(() -> Snapshots.open(folder))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("Unrecognized field \"tennantId\"");
  }

  @Test
  void an_unpacked_snapshot_is_checked_and_is_hand_made() throws IOException {
    Path zip = folder.resolve("s.zip");
    try (SnapshotWriter writer = SnapshotWriter.create(zip)) {
      DatasetWriter config = writer.dataset("exchange/Get-TransportConfig");
      config.row(Json.object("{'SmtpClientAuthenticationDisabled':true}"));
      config.end(Json.complete(Origin.LIVE));
      writer.finish(HEADER);
    }
    try (ZipFile packed = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : packed.stream().toList()) {
        try (InputStream in = packed.getInputStream(entry)) {
          file(
              entry.getName(),
              new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    }
    String digest;
    try (Snapshot snapshot = Snapshots.open(zip)) {
      digest = snapshot.digest();
      assertThat(snapshot.manifest().origin()).isEqualTo(Origin.LIVE);
    }
    Files.delete(zip);
    try (Snapshot snapshot = Snapshots.open(folder)) {
      assertThat(snapshot.digest()).isEqualTo(digest);
      assertThat(snapshot.manifest().origin()).isEqualTo(Origin.HANDMADE);
    }
    file("exchange/Get-TransportConfig.ndjson", "{}\n");
    refused(
        "FOLDER: exchange/Get-TransportConfig.ndjson was changed after it was written (its SHA-256"
            + " is not the manifest's).");
  }

  @Test
  void an_empty_folder_is_no_snapshot() {
    refused(
        "FOLDER holds no dataset; a snapshot folder has files such as"
            + " exchange/Get-TransportConfig.yaml.");
  }

  @Test
  void a_dataset_in_two_files_is_refused() throws IOException {
    file("graph/applications.yaml", "[]");
    file("graph/applications.json", "[]");
    refused("FOLDER holds both graph/applications.json and graph/applications.yaml; keep one.");
  }

  @Test
  void a_file_of_another_kind_is_refused() throws IOException {
    file("graph/applications.xml", "<a/>");
    refused(
        "FOLDER holds graph/applications.xml; a snapshot folder holds only files ending in .ndjson,"
            + " .json, .yaml, .yml.");
  }

  @Test
  void aliases_and_repeated_keys_in_yaml_are_refused() throws IOException {
    file("graph/applications.yaml", "- &a {id: x}\n- *a\n");
    refused("FOLDER: graph/applications.yaml: line 2: YAML aliases (*name) are not allowed here.");
    file("graph/applications.yaml", "- {id: x, id: y}\n");
    assertThatThrownBy(() -> Snapshots.open(folder))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("Duplicate field 'id'");
    file("graph/applications.yaml", "- {id: x\n");
    assertThatThrownBy(() -> Snapshots.open(folder))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("graph/applications.yaml cannot be read");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_link_is_refused() throws IOException {
    Files.createSymbolicLink(folder.resolve("manifest.yaml"), folder.resolve("elsewhere"));
    refused("FOLDER: manifest.yaml is a link or no regular file; a snapshot holds files only.");
  }
}
