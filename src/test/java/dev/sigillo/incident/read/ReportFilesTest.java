package dev.sigillo.incident.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DmarcAggregate;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.TlsReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  private static final Path DATA = Path.of("src/test/resources/dmarc-reports");

  @TempDir Path folder;

  private final List<DmarcAggregate> records = new ArrayList<>();
  private final List<TlsReport> policies = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private ReportFiles.Tally read(Path... paths) {
    return ReportFiles.read(
        List.of(paths),
        row -> records.add(dmarc(row)),
        row -> policies.add(tls(row)),
        refused::add);
  }

  private static DmarcAggregate dmarc(ObjectNode row) {
    return RowReader.read(
        DmarcAggregate.class, new RowRef(Dataset.DMARC_AGGREGATE.id(), 1, "1"), row);
  }

  private static TlsReport tls(ObjectNode row) {
    return RowReader.read(TlsReport.class, new RowRef(Dataset.TLS_REPORT.id(), 1, "1"), row);
  }

  @Test
  void every_well_formed_report_is_read_and_every_broken_one_refused_with_a_sentence() {
    ReportFiles.Tally tally = read(DATA.resolve("aggregate"));
    assertThat(refused)
        .satisfiesExactly(
            ikea -> assertThat(ikea).contains("ikea.com", "its root is <schema>"),
            utf8 -> assertThat(utf8).contains("invalid_utf_8.xml is no well-formed XML"),
            xml -> assertThat(xml).contains("invalid_xml.xml is no well-formed XML", "line 5"));
    assertThat(tally.aggregateReports() + tally.again()).isEqualTo(16);
    assertThat(tally.records()).isEqualTo(records.size());
    assertThat(records)
        .allSatisfy(
            record -> {
              assertThat(record.sourceIp().known()).isTrue();
              assertThat(record.count().above(0)).isTrue();
              assertThat(record.begin().orNull()).isNotNull();
              assertThat(record.domain().known()).isTrue();
              assertThat(record.sha256().orElse("")).hasSize(64);
            });
  }

  @Test
  void a_large_report_has_all_its_records() {
    assertThat(read(DATA.resolve("aggregate/!large-example.com!1711897200!1711983600.xml")))
        .isEqualTo(new ReportFiles.Tally(1, 2286, 0, 0, 0));
  }

  @Test
  void a_record_says_what_the_report_says() {
    read(DATA.resolve("aggregate/rfc9990-sample.xml"));
    DmarcAggregate record = records.get(0);
    assertThat(record.orgName()).isEqualTo(Setting.of("Sample Reporter"));
    assertThat(record.begin()).isEqualTo(Setting.of(Instant.ofEpochSecond(302832000)));
    assertThat(record.sourceIp()).isEqualTo(Setting.of("192.0.2.123"));
    assertThat(record.count()).isEqualTo(Setting.of(123L));
    assertThat(record.disposition()).isEqualTo(Setting.of("pass"));
    assertThat(record.dkim()).isEqualTo(Setting.of("pass"));
    assertThat(record.spf()).isEqualTo(Setting.of("fail"));
    assertThat(record.np()).isEqualTo(Setting.of("none"));
    assertThat(record.testing()).isEqualTo(Setting.of("n"));
    assertThat(record.pct().known()).isFalse();
    assertThat(record.envelopeFrom()).isEqualTo(Setting.of("example.com"));
    assertThat(record.dkimResults().orElse(List.of()))
        .singleElement()
        .satisfies(
            signature -> {
              assertThat(signature.selector()).isEqualTo(Setting.of("abc123"));
              assertThat(signature.result()).isEqualTo(Setting.of("pass"));
            });
    assertThat(record.spfResults().orElse(List.of())).hasSize(1);
  }

  @Test
  void results_in_capitals_are_results() {
    read(DATA.resolve("aggregate_invalid"));
    assertThat(records.get(0).dkim().is("pass")).isTrue();
  }

  @Test
  void mail_gzip_and_zip_around_a_report_are_opened() {
    read(
        DATA.resolve("aggregate/mimecast-weird-gzip.eml"),
        DATA.resolve("aggregate/twilight.eml"),
        DATA.resolve("aggregate/fastmail.com!example.com!1516060800!1516147199!102675056.xml.gz"),
        DATA.resolve(
            "aggregate/estadocuenta1.infonacot.gob.mx!example.com!1536853302!1536939702!2940.xml.zip"));
    assertThat(refused).isEmpty();
    assertThat(records).extracting(r -> r.orgName().orElse("?")).doesNotContain("?").hasSize(4);
  }

  @Test
  void a_report_that_comes_twice_counts_once() throws IOException {
    Path report = DATA.resolve("aggregate/rfc9990-sample.xml");
    Path copy = Files.write(folder.resolve("copy.xml.gz"), gzip(Files.readAllBytes(report)));
    assertThat(read(report, copy)).isEqualTo(new ReportFiles.Tally(1, 1, 0, 1, 0));
  }

  @Test
  void tls_reports_are_read_beside_them() {
    ReportFiles.Tally tally = read(DATA.resolve("smtp_tls"));
    assertThat(refused).isEmpty();
    assertThat(tally.tlsReports()).isEqualTo(4);
    assertThat(policies)
        .filteredOn(p -> p.organizationName().is("Company-X"))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.policyType()).isEqualTo(Setting.of("sts"));
              assertThat(p.mxHost()).isEqualTo(Setting.of(List.of("*.mail.company-y.example")));
              assertThat(p.failureCount()).isEqualTo(Setting.of(303L));
              assertThat(p.failureDetails().orElse(List.of())).hasSize(3);
              assertThat(p.startDatetime().orNull()).isEqualTo("2016-04-01T00:00:00Z");
            });
  }

  @Test
  void entities_and_document_types_are_refused() throws IOException {
    read(
        write(
            "a.xml",
            "<!DOCTYPE f [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><feedback>&x;</feedback>"),
        write("b.xml", "<!DOCTYPE f SYSTEM 'http://127.0.0.1:1/x.dtd'><feedback/>"),
        write("c.xml", "<feedback>&x;</feedback>"));
    assertThat(refused)
        .hasSize(3)
        .noneMatch(sentence -> sentence.contains("root:"))
        .satisfies(s -> assertThat(s.get(0)).contains("has a document type"));
  }

  @Test
  void encodings_are_what_the_report_says() throws IOException {
    String xml = Files.readString(DATA.resolve("aggregate/rfc9990-sample.xml"));
    String named = xml.replace("Sample Reporter", "Società Ä");
    Path utf16 = folder.resolve("16.xml");
    Files.write(utf16, ("\uFEFF" + named).getBytes(StandardCharsets.UTF_16LE));
    Path latin = folder.resolve("latin.xml");
    String declared = "<?xml version='1.0' encoding='ISO-8859-1'?>" + named.replace("3v98", "4v98");
    Files.write(latin, declared.getBytes(StandardCharsets.ISO_8859_1));
    read(utf16, latin, write("x.xml", "<?xml version='1.0' encoding='x-none'?><feedback/>"));
    assertThat(records)
        .extracting(r -> r.orgName().orElse(""))
        .containsOnly("Società Ä")
        .hasSize(2);
    assertThat(refused).singleElement().asString().contains("encoded in x-none");
  }

  @Test
  void elements_in_elements_without_end_are_refused() throws IOException {
    read(write("deep.xml", "<feedback>" + "<a>".repeat(100_000)));
    assertThat(refused).singleElement().asString().contains("more than 30 deep");
  }

  @Test
  void what_is_packed_again_and_again_is_refused() throws IOException {
    byte[] bytes = "<feedback/>".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 7; i++) {
      bytes = gzip(bytes);
    }
    read(Files.write(folder.resolve("many.gz"), bytes));
    assertThat(refused).singleElement().asString().contains("packed more than 4 times over");
  }

  @Test
  void a_bomb_is_refused_in_bounded_memory() throws IOException {
    byte[] bomb = zeros(200L << 20);
    Path gz = Files.write(folder.resolve("bomb.xml.gz"), bomb);
    Path mail =
        write(
            "bomb.eml",
            "Subject: x\r\nContent-Type: application/gzip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(bomb));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("bomb.xml.gz"));
      zip.write(bomb);
      zip.putNextEntry(new ZipEntry("good.xml"));
      zip.write(Files.readAllBytes(DATA.resolve("aggregate/rfc9990-sample.xml")));
    }
    Path packed = Files.write(folder.resolve("bomb.zip"), out.toByteArray());
    read(gz, mail, packed);
    assertThat(refused).hasSize(3).allMatch(s -> s.contains("unpacks to more than 64 MiB"));
    assertThat(records).as("what stands beside the bomb").hasSize(1);
  }

  @Test
  void what_is_no_report_is_refused_by_name() throws IOException {
    read(
        write("note.txt", "nothing"),
        write("page.xml", "<html/>"),
        write("x.json", "{\"a\":1}"),
        write("cut.json", "{\"report-id\":"),
        write("empty.xml", ""),
        write("mail.eml", "Subject: hello\r\n\r\nhello\r\n"),
        folder.resolve("missing.xml"));
    assertThat(refused)
        .hasSize(7)
        .allMatch(sentence -> sentence.endsWith("."))
        .satisfies(s -> assertThat(s.get(1)).contains("its root is <html>"));
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] zeros(long length) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 20];
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      for (long written = 0; written < length; written += block.length) {
        gzip.write(block);
      }
    }
    return out.toByteArray();
  }
}
