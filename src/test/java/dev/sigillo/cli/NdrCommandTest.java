package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdrCommandTest {
  private static final String REPORT =
      """
      From: postmaster@example.com
      To: ann@contoso.com
      Date: Tue, 24 Nov 2026 10:00:00 +0100
      Subject: Undeliverable: Secret matter
      Content-Type: multipart/report; report-type=delivery-status; boundary=b

      --b
      Content-Type: text/plain

      Delivery has failed.

      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns;AM0.prod.outlook.com

      Final-Recipient: rfc822;=cmd|'/c calc'!A0@example.com
      Action: failed
      Status: 5.7.1
      Diagnostic-Code: smtp;554 5.7.1 Service unavailable; Client host [40.107.20.45] blocked using bl.spamcop.net
      Remote-MTA: dns;mx.example.com

      --b
      Content-Type: message/rfc822

      Message-ID: <1@contoso.com>
      Subject: Secret matter

      Secret text
      --b--
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  @Test
  void json_has_one_object_per_recipient_and_message() throws IOException {
    assertThat(run("--format", "json")).isZero();
    JsonNode json = new JsonMapper().readTree(out.toString());
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .startsWith(
            "file",
            "recipient",
            "originalRecipient",
            "action",
            "status",
            "diagnosticCode",
            "reason",
            "remoteMta",
            "reportingMta",
            "clientIp",
            "blockList",
            "messageId",
            "time");
    assertThat(json.path("reason").asText()).isEqualTo("blocked");
    assertThat(json.path("clientIp").asText()).isEqualTo("40.107.20.45");
    assertThat(json.path("blockList").asText()).isEqualTo("SpamCop");
    assertThat(json.path("time").asText()).isEqualTo("2026-11-24T09:00:00Z");
    assertThat(json.path("messageId").asText()).isEqualTo("1@contoso.com");
    assertThat(json.path("originalRecipient").isNull()).isTrue();
  }

  @Test
  void no_cell_of_csv_is_a_formula() throws IOException {
    assertThat(run("--format", "csv")).isZero();
    assertThat(out.toString())
        .startsWith("file,recipient,originalRecipient,action,status,")
        .doesNotContain(",=cmd", ",\"=cmd")
        .endsWith("\r\n");
  }

  @Test
  void no_subject_and_no_text_is_printed_in_any_format() throws IOException {
    for (String format : List.of("text", "json", "csv")) {
      assertThat(run("--format", format)).isZero();
    }
    assertThat(out.toString()).contains("SpamCop (bl.spamcop.net)").doesNotContain("Secret");
  }

  @Test
  void what_cannot_be_read_gets_a_sentence_and_the_others_are_read() throws IOException {
    Files.writeString(folder.resolve("a.eml"), "no mail at all");
    assertThat(run()).isZero();
    assertThat(err.toString()).contains("a.eml is no mail; allowed: a message (.eml)");
    assertThat(out.toString()).contains("1 messages read, 1 delivery reports");
  }

  @Test
  void a_path_that_does_not_exist_is_wrong_usage() {
    int code = sigillo("incident", "ndr", folder.resolve("none").toString());
    assertThat(code).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("does not exist; allowed: a file or folder");
  }

  private int run(String... options) throws IOException {
    Files.writeString(folder.resolve("b.eml"), REPORT);
    List<String> args = new ArrayList<>(List.of("incident", "ndr", folder.toString()));
    args.addAll(List.of(options));
    return sigillo(args.toArray(String[]::new));
  }

  private int sigillo(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
