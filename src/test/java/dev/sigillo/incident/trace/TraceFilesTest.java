package dev.sigillo.incident.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.MessageTrace;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Setting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFilesTest {
  private static final String POWERSHELL =
      "\"MessageTraceId\",\"MessageId\",\"Received\",\"SenderAddress\",\"RecipientAddress\",\"FromIP\",\"ToIP\",\"Subject\",\"Status\",\"Size\"\r\n";

  @TempDir Path folder;

  private final List<MessageTrace> rows = new ArrayList<>();
  private final List<ObjectNode> nodes = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private TraceFiles.Tally read(@Nullable Boolean dayFirst, Path... files) {
    return TraceFiles.read(
        List.of(files),
        dayFirst,
        row -> {
          nodes.add(row);
          rows.add(
              RowReader.read(MessageTrace.class, new RowRef(Dataset.READ_TRACE.id(), 1, "1"), row));
        },
        refused::add);
  }

  private TraceFiles.Tally read(String content) throws IOException {
    return read(null, write("trace", content, StandardCharsets.UTF_8));
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private Path write(String name, String content, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(charset));
  }

  @Test
  void what_powershell_exports_is_read_and_the_subject_is_not_kept() throws IOException {
    read(
        "#TYPE Deserialized.Microsoft.Exchange\r\n"
            + POWERSHELL
            + "\"g1\",\"<m@contoso.com>\",\"2026-11-21T14:12:34Z\",\"Anna@contoso.com\",\"x@example.net\",\"203.0.113.25\",\"\",\"Private, \"\"really\"\"\nprivate\",\"Failed\",\"51234\"\r\n");
    assertThat(refused).isEmpty();
    MessageTrace row = rows.get(0);
    assertThat(row.id()).isEqualTo(Setting.of("g1"));
    assertThat(row.messageId()).isEqualTo(Setting.of("<m@contoso.com>"));
    assertThat(row.receivedDateTime().orNull()).isEqualTo("2026-11-21T14:12:34Z");
    assertThat(row.senderAddress()).isEqualTo(Setting.of("Anna@contoso.com"));
    assertThat(row.status().is("failed")).isTrue();
    assertThat(row.size()).isEqualTo(Setting.of(51234L));
    assertThat(row.toIP()).isEqualTo(Setting.ofNull());
    assertThat(row.directionality()).isEqualTo(Setting.absent());
    assertThat(nodes.get(0).toString()).doesNotContainIgnoringCase("private");
  }

  @Test
  void a_semicolon_and_the_code_page_of_windows_are_understood() throws IOException {
    String content =
        lines(
            "Received;SenderAddress;RecipientAddress;Status",
            "24.11.2026 09:12:05;niccolò@contoso.com;x@example.net;Delivered");
    read(null, write("it.csv", content, Charset.forName("windows-1252")));
    assertThat(rows.get(0).senderAddress()).isEqualTo(Setting.of("niccolò@contoso.com"));
    assertThat(rows.get(0).receivedDateTime().orNull()).isEqualTo("2026-11-24T09:12:05Z");
  }

  @Test
  void the_admin_centres_reports_are_read_in_any_utf() throws IOException {
    String summary =
        lines(
            "origin_timestamp_utc,sender_address,recipient_status,message_subject,total_bytes,message_id,network_message_id,original_client_ip,directionality,connector_id,delivery_priority",
            "2026-11-21T14:12:34.1234567Z,a@contoso.com,\"x@example.net##Receive, Fail;y@example.org##Receive, Send\",s,100,<m@c>,n1,203.0.113.25,Originating,,Normal");
    read(
        null,
        write("16le", summary, StandardCharsets.UTF_16LE),
        write("16", summary.replace("n1", "n2"), StandardCharsets.UTF_16),
        write("8", "\uFEFF" + summary.replace("n1", "n3"), StandardCharsets.UTF_8));
    assertThat(refused).isEmpty();
    assertThat(rows).hasSize(6);
    assertThat(rows.get(0).recipientAddress()).isEqualTo(Setting.of("x@example.net"));
    assertThat(rows.get(0).status()).isEqualTo(Setting.of("failed"));
    assertThat(rows.get(0).detail()).isEqualTo(Setting.of("Receive, Fail"));
    assertThat(rows.get(1).recipientAddress()).isEqualTo(Setting.of("y@example.org"));
    assertThat(rows.get(1).status()).isEqualTo(Setting.of("delivered"));
    assertThat(rows.get(1).directionality()).isEqualTo(Setting.of("Originating"));
    assertThat(rows.get(0).receivedDateTime().orNull()).isEqualTo("2026-11-21T14:12:34.123456700Z");
  }

  @Test
  void of_the_extended_report_the_events_that_end_a_way_count() throws IOException {
    String head =
        "date_time_utc,client_ip,server_ip,source,event_id,message_id,network_message_id,recipient_address,recipient_status,total_bytes,sender_address,directionality,custom_data\r\n";
    String refusal =
        "[{LED=554 5.7.1 Service unavailable; Client host [40.107.0.1] blocked using bl.spamcop.net};{IP=198.51.100.7}]";
    read(
        head
            + "2026-11-21T14:12:30Z,1.2.3.4,,SMTP,RECEIVE,<m@c>,n1,x@example.net,,10,a@contoso.com,Originating,\r\n"
            + "2026-11-21T14:12:34Z,1.2.3.4,,SMTP,FAIL,<m@c>,n1,x@example.net;y@example.net,\""
            + refusal
            + "\",10,a@contoso.com,Originating,S:x\r\n");
    assertThat(rows)
        .extracting(r -> r.recipientAddress().orElse(""))
        .containsExactly("x@example.net", "y@example.net");
    assertThat(rows.get(0).status()).isEqualTo(Setting.of("failed"));
    assertThat(rows.get(0).detail().orElse("")).contains("blocked using bl.spamcop.net");
  }

  @Test
  void graphs_pages_are_read_however_they_were_put_together() throws IOException {
    String one =
        "{\"id\":\"%s\",\"senderAddress\":\"a@contoso.com\",\"recipientAddress\":\"x@e.net\",\"receivedDateTime\":\"2026-01-21T14:12:34Z\",\"subject\":\"s\",\"size\":1,\"status\":\"failed\"}";
    String page = "{\"@odata.context\":\"c\",\"value\":[" + one + "]%s}";
    String link = ",\"@odata.nextLink\":\"https://graph/x\"";
    TraceFiles.Tally tally =
        read(
            null,
            write("page", page.formatted("1", ""), StandardCharsets.UTF_8),
            write(
                "pages",
                page.formatted("2", link) + page.formatted("3", ""),
                StandardCharsets.UTF_8),
            write(
                "list",
                "[" + page.formatted("4", link) + "," + page.formatted("5", "") + "]",
                StandardCharsets.UTF_8),
            write("rows", "[" + one.formatted("6") + "]", StandardCharsets.UTF_8),
            write(
                "ndjson",
                one.formatted("7") + "\n" + one.formatted("8") + "\n",
                StandardCharsets.UTF_8));
    assertThat(refused).isEmpty();
    assertThat(rows)
        .extracting(r -> r.id().orElse(""))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
    assertThat(tally.cutShort()).isNull();
    assertThat(read(page.formatted("9", link)).cutShort()).endsWith("trace");
  }

  @Test
  void rows_that_come_twice_count_once() throws IOException {
    StringBuilder csv = new StringBuilder(POWERSHELL);
    for (int i = 0; i < 44; i++) {
      csv.append("g%d,m,2026-11-21T14:12:34Z,a@c.com,x@e.net,,,s,Failed,1\r\n".formatted(i % 37));
    }
    assertThat(read(csv.toString())).isEqualTo(new TraceFiles.Tally(37, 7, 0, null));
  }

  @Test
  void one_message_to_two_recipients_is_two_rows() throws IOException {
    read(
        POWERSHELL
            + "g,m,2026-11-21T14:12:34Z,a@c.com,x@e.net,,,s,Failed,1\r\n"
            + "g,m,2026-11-21T14:12:34Z,a@c.com,y@e.net,,,s,Failed,1\r\n");
    assertThat(rows).hasSize(2);
  }

  @Test
  void the_dates_of_a_file_together_say_which_number_is_the_day() throws IOException {
    String row = "g%1$d,m,%2$s,a@c.com,x@e.net,,,s,Failed,1\r\n";
    read(
        POWERSHELL
            + row.formatted(1, "11/5/2026 2:12:34 PM")
            + row.formatted(2, "11/24/2026 12:00:00 AM"));
    assertThat(rows)
        .extracting(r -> String.valueOf(r.receivedDateTime().orNull()))
        .containsExactly("2026-11-05T14:12:34Z", "2026-11-24T00:00:00Z");
    rows.clear();
    StringBuilder days = new StringBuilder(POWERSHELL);
    for (int day = 1; day <= 5; day++) {
      days.append(row.formatted(day, "0" + day + "/11/2026 09:12"));
    }
    read(days.toString());
    assertThat(rows.get(4).receivedDateTime().orNull()).isEqualTo("2026-11-05T09:12:00Z");
    rows.clear();
    String unclear = POWERSHELL + row.formatted(1, "11/05/2026 09:12");
    read(unclear);
    assertThat(rows).isEmpty();
    assertThat(refused).singleElement().asString().contains("--trace-dates");
    read(true, write("given", unclear, StandardCharsets.UTF_8));
    assertThat(rows.get(0).receivedDateTime().orNull()).isEqualTo("2026-05-11T09:12:00Z");
  }

  @Test
  void the_time_zone_in_a_column_name_counts() throws IOException {
    read(
        "Date (UTC+01:00),Sender,Recipient,Status\r\n24/11/2026 09:12,a@c.com,x@e.net,Delivered\r\n");
    assertThat(rows.get(0).receivedDateTime().orNull()).isEqualTo("2026-11-24T08:12:00Z");
  }

  @Test
  void a_full_page_may_be_the_first_of_several() throws IOException {
    StringBuilder csv = new StringBuilder(POWERSHELL);
    for (int i = 0; i < 1_000; i++) {
      csv.append("g%d,m,2026-11-21T14:12:34Z,a@c.com,x@e.net,,,s,Failed,1\r\n".formatted(i));
    }
    assertThat(read(csv.toString()).cutShort()).endsWith("trace");
  }

  @Test
  void what_is_no_trace_is_refused_with_a_sentence() throws IOException {
    read(
        null,
        write("empty", "", StandardCharsets.UTF_8),
        write("other.csv", "Name,Value\r\na,b\r\n", StandardCharsets.UTF_8),
        write("open.csv", POWERSHELL + "\"g1,m" + "x".repeat(6_000_000), StandardCharsets.UTF_8),
        write("short.csv", POWERSHELL + "g1,m\r\n", StandardCharsets.UTF_8),
        write("cut.json", "{\"value\":[{\"id\":", StandardCharsets.UTF_8),
        write("other.json", "[{\"id\":\"1\"}]", StandardCharsets.UTF_8),
        write("deep.json", "[".repeat(2_000), StandardCharsets.UTF_8),
        write("x.zip", "PK\u0003\u0004", StandardCharsets.UTF_8),
        folder.resolve("missing"));
    assertThat(refused).hasSize(9).allMatch(s -> s.endsWith("."));
    assertThat(refused.get(1)).contains("its header line is 'Name, Value'");
    assertThat(refused.get(3)).contains("2 cells in line 2 where the header has 10");
  }

  @Test
  void packed_traces_are_read_as_they_are() throws IOException {
    String row = "g%d,<m%d@c>,2026-11-21T14:12:34Z,a@c.com,x@e.net,1.2.3.4,,s,Failed,1\r\n";
    Path gzip = folder.resolve("trace.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write((POWERSHELL + row.formatted(1, 1)).getBytes(StandardCharsets.UTF_16LE));
    }
    Path zip =
        zip(
            "traces.zip",
            Map.of(
                "report/a.csv", POWERSHELL + row.formatted(1, 1) + row.formatted(2, 2),
                "report/b.csv", POWERSHELL + row.formatted(3, 3),
                "report/c.txt", "Read me"));
    TraceFiles.Tally tally = read(null, gzip, zip);
    assertThat(rows).extracting(r -> r.id().orNull()).containsExactlyInAnyOrder("g1", "g2", "g3");
    assertThat(tally.again()).isEqualTo(1);
    assertThat(refused)
        .singleElement()
        .asString()
        .contains("traces.zip!report/c.txt is no message");
  }

  @Test
  void a_workbook_is_refused_and_a_packed_trace_that_ends_early_is_not_whole() throws IOException {
    Path workbook =
        zip("trace.xlsx", Map.of("[Content_Types].xml", "<Types/>", "xl/a.xml", "<a/>"));
    StringBuilder csv = new StringBuilder(POWERSHELL);
    for (int i = 0; i < 20_000; i++) {
      csv.append(
          "g%d,<m%d@c>,2026-11-21T14:12:34Z,a@c.com,x@e.net,,,s,Failed,1\r\n".formatted(i, i));
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(csv.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = packed.toByteArray();
    Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length / 2));
    TraceFiles.Tally tally = read(null, workbook, cut);
    assertThat(tally.refused()).isEqualTo(2);
    assertThat(refused.get(0)).endsWith("trace.xlsx is an Excel workbook; save it as CSV.");
    assertThat(refused.get(1)).contains("cut.gz cannot be read: Unexpected end");
  }

  private Path zip(String name, Map<String, String> entries) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return file;
  }

  @Test
  void a_hundred_thousand_rows_pass_without_being_kept() throws IOException {
    Path file = folder.resolve("large.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(POWERSHELL.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 100_000; i++) {
        out.write(
            "g%d,<m%d@c>,2026-11-21T14:12:34Z,a%d@c.com,x@e.net,1.2.3.4,,s,Failed,1\r\n"
                .formatted(i, i, i % 1000)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    long[] count = {0};
    TraceFiles.read(List.of(file), null, row -> count[0]++, refused::add);
    assertThat(count[0]).isEqualTo(100_000);
  }
}
