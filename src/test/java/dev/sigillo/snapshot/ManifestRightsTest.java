package dev.sigillo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestRightsTest {
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void a_snapshot_says_with_which_rights_it_was_read_and_who_answered() {
    List<Host> hosts = List.of(new Host("graph.microsoft.com", "CN=Contoso Proxy CA"));
    List<String> rights = List.of("Domain.Read.All", "Exchange.ManageAsApp");
    ManifestHeader header =
        new ManifestHeader("0.1.0", "t", null, null, "application x", AT, AT, hosts, rights);

    Manifest read = written(header);

    assertThat(read.hosts()).isEqualTo(hosts);
    assertThat(read.rights()).isEqualTo(rights);
    assertThat(ManifestHeader.of(read)).isEqualTo(header);
  }

  @Test
  void a_snapshot_that_does_not_say_is_read_all_the_same() {
    Manifest read = written(new ManifestHeader("0.1.0", null, null, null, null, AT, AT));

    assertThat(read.hosts()).isEmpty();
    assertThat(read.rights()).isEmpty();
  }

  @Test
  void a_header_grows_with_what_is_read_later() {
    ManifestHeader header =
        new ManifestHeader(
            "0.1.0", "t", "n", "d", "by", AT, AT.plusSeconds(9), List.of(), List.of("r"));

    ManifestHeader extended = header.extended("0.2.0", AT.plusSeconds(5), AT.plusSeconds(20));

    assertThat(extended.toolVersion()).isEqualTo("0.2.0");
    assertThat(extended.start()).isEqualTo(AT);
    assertThat(extended.end()).isEqualTo(AT.plusSeconds(20));
    assertThat(extended.rights()).containsExactly("r");
  }

  private Manifest written(ManifestHeader header) {
    Path file = folder.resolve("s.zip");
    try (SnapshotWriter writer = SnapshotWriter.create(file)) {
      writer.finish(header);
    }
    try (Snapshot snapshot = Snapshots.open(file)) {
      return snapshot.manifest();
    }
  }
}
