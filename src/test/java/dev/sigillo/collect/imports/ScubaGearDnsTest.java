package dev.sigillo.collect.imports;

import static dev.sigillo.collect.imports.Imports.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.mailauth.Txt;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DnsAnswer;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Status;
import dev.sigillo.snapshot.TenantFactsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScubaGearDnsTest {
  private static final Path SAMPLE =
      Path.of("src/test/resources/scubagear/ProviderSettingsExport.json");

  @TempDir private Path folder;

  @Test
  void the_log_of_a_real_export_becomes_answers() {
    Path target = folder.resolve("s.zip");
    ScubaGearImport.run(SAMPLE, target, OPTIONS);
    try (Snapshot snapshot = Snapshots.open(target)) {
      DatasetEntry entry = snapshot.manifest().dataset("dns/answers").orElseThrow();
      assertThat(entry.status()).isEqualTo(Status.COMPLETE);
      assertThat(entry.request()).contains("TTL not logged");
      List<DnsAnswer> rows = TenantFactsReader.read(snapshot).all(DnsAnswer.class);
      assertThat(rows)
          .extracting(row -> row.name().orElse("") + " " + row.status().orElse(""))
          .contains(
              "_dmarc.tqhjy.onmicrosoft.com NOERROR",
              "tqhjy.onmicrosoft.com NOERROR",
              "selector1._domainkey.tqhjy.onmicrosoft.com NXDOMAIN");
      assertThat(rows)
          .filteredOn(row -> row.name().is("tqhjy.onmicrosoft.com"))
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.answer().orElse(List.of()))
                    .hasSize(3)
                    .first()
                    .isEqualTo(
                        "tqhjy.onmicrosoft.com. 0 IN TXT"
                            + " \"v=spf1 include:spf.protection.outlook.com -all\"");
                assertThat(row.transport().known()).isFalse();
                assertThat(row.authenticated().known()).isFalse();
              });
    }
  }

  @Test
  void every_octet_is_kept_and_long_texts_are_cut() throws IOException {
    String text = "\u00e9\"\\" + "x".repeat(300);
    String line =
        ScubaGearDns.rows(List.of(record("Query returned 1 txt records", text)), Instant.EPOCH)
            .get(0)
            .path("answer")
            .path(0)
            .asText();
    Txt read = Txt.of(line.substring("a.example. 0 IN TXT ".length()));
    assertThat(read.text()).isEqualTo("\u00c3\u00a9\"\\" + "x".repeat(300));
    assertThat(read.strings()).extracting(String::length).containsExactly(255, 49);
  }

  @Test
  void what_is_no_answer_or_contradicts_itself_is_unknown() throws IOException {
    for (JsonNode record :
        List.of(
            record("Query resulted in exception, x", ""),
            record("Query returned 2 txt records", "one"),
            record("", "one"))) {
      assertThat(ScubaGearDns.rows(List.of(record), Instant.EPOCH))
          .singleElement()
          .satisfies(row -> assertThat(row.path("status").asText()).isEqualTo("UNKNOWN"));
    }
  }

  private static JsonNode record(String result, String answer) throws IOException {
    var entry = JsonRows.MAPPER.createObjectNode();
    entry.put("query_name", "A.example.").put("query_method", "DoH");
    entry.put("query_result", result).put("query_answers", answer);
    var record = JsonRows.MAPPER.createObjectNode();
    record.set("log", entry);
    return record;
  }
}
