package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentReadTest {
  private static final Path DATA = Path.of("src/test/resources");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path trace;
  private Path target;

  @BeforeEach
  void write_a_trace() throws IOException {
    target = folder.resolve("incident.zip");
    trace =
        Files.writeString(
            folder.resolve("trace.csv"),
            String.join(
                "\r\n",
                "Received,SenderAddress,RecipientAddress,Status,Subject",
                "2026-11-21T14:12:34Z,a@contoso.com,x@example.net,Failed,private",
                ""));
  }

  private int run(Object... args) {
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = String.valueOf(args[i]);
    }
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
  }

  private static DatasetEntry entry(Snapshot snapshot, Dataset dataset) {
    return snapshot.manifest().dataset(dataset.id()).orElseThrow();
  }

  @Test
  void reports_traces_and_reports_of_others_become_datasets() {
    assertThat(
            run(
                "incident",
                "read",
                DATA.resolve("ndr/synthetic"),
                "--trace",
                trace,
                "--dmarc",
                DATA.resolve("dmarc-reports"),
                "-o",
                target))
        .isZero();
    assertThat(out.toString())
        .contains("Message trace: 1 rows", "DMARC: 17 reports, 2,304 records");
    assertThat(out.toString()).contains("example.com: ", "of the mail passes DMARC");
    assertThat(err.toString()).contains("invalid_xml.xml is no well-formed XML");
    try (Snapshot snapshot = Snapshots.open(target)) {
      assertThat(entry(snapshot, Dataset.NDR).rows()).isPositive();
      assertThat(entry(snapshot, Dataset.READ_TRACE).window())
          .extracting(LogWindow::servedTo)
          .isEqualTo(Instant.parse("2026-11-21T14:12:34Z"));
      assertThat(entry(snapshot, Dataset.DMARC_AGGREGATE).reason())
          .isEqualTo("sigillo:files-unread|5");
      assertThat(entry(snapshot, Dataset.TLS_REPORT).rows()).isEqualTo(4);
      assertThat(entry(snapshot, Dataset.TRANSPORT_CONFIG).status()).isEqualTo(Status.SKIPPED);
      assertThat(snapshot.manifest().datasets()).hasSize(Dataset.values().length);
      try (Snapshot.Lines lines = snapshot.lines(Dataset.READ_TRACE.id())) {
        assertThat(String.valueOf(lines.next().row())).doesNotContain("private");
      }
    }
  }

  @Test
  void beside_a_tenant_everything_of_it_stays() {
    assertThat(run("incident", "read", "--trace", trace, "-o", target)).isZero();
    Path both = folder.resolve("both.zip");
    Path ndrs = DATA.resolve("ndr/synthetic");
    assertThat(run("incident", "read", ndrs, "--beside", target, "-o", both)).isZero();
    try (Snapshot snapshot = Snapshots.open(both)) {
      assertThat(entry(snapshot, Dataset.READ_TRACE).rows()).isEqualTo(1);
      assertThat(entry(snapshot, Dataset.NDR).rows()).isPositive();
      assertThat(snapshot.manifest().datasets()).hasSize(Dataset.values().length);
    }
    assertThat(run("incident", "read", ndrs, "--beside", both, "-o", both)).isEqualTo(2);
    assertThat(err.toString()).contains("a snapshot is never changed");
  }

  @Test
  void what_cannot_be_read_is_said_and_the_exit_code_says_so() {
    assertThat(run("incident", "read", "-o", target)).isEqualTo(2);
    assertThat(err.toString()).contains("nothing to read");
    assertThat(run("incident", "read", folder.resolve("none"), "-o", target)).isEqualTo(2);
    assertThat(err.toString()).contains("does not exist");
    Path broken = DATA.resolve("dmarc-reports/aggregate/invalid_xml.xml");
    assertThat(run("incident", "read", "--dmarc", broken, "-o", target)).isEqualTo(2);
    try (Snapshot snapshot = Snapshots.open(target)) {
      assertThat(entry(snapshot, Dataset.DMARC_AGGREGATE).status()).isEqualTo(Status.FAILED);
    }
  }
}
