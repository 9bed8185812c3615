package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sigillo.incident.dossier.Bounces;
import dev.sigillo.incident.dossier.ExtendedTrace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentDossierCommandTest {
  private static final Path DEMO = Path.of("src/main/resources/demo/esempio.zip");

  @TempDir static Path made;
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void read() throws IOException {
    new Bounces(made.resolve("ndr"))
        .listed(14, "40.107.20.45")
        .listed(8, "40.107.20.61")
        .unknownUser(3);
    Bounces.trace(made.resolve("trace.csv"), 10, 60);
    quietly(
        "incident",
        "read",
        made.resolve("ndr").toString(),
        "--trace",
        made.resolve("trace.csv").toString(),
        "--beside",
        DEMO.toString(),
        "-o",
        made.resolve("incident.zip").toString());
    quietly(
        "evaluate",
        made.resolve("incident.zip").toString(),
        "--policy",
        "src/main/resources/demo/policy.yaml",
        "--quiet",
        "-o",
        made.resolve("assessment.json").toString());
  }

  @Test
  void everything_that_the_procedure_needs_is_there_and_has_its_digest() throws Exception {
    Path dossier = folder.resolve("dossier");
    assertThat(dossier("--out", dossier.toString())).as("%s", err).isZero();
    assertThat(out.toString()).contains("Verdict: SHARED_POOL\n");
    Map<String, String> digests = digests(dossier);
    assertThat(digests.keySet())
        .contains(
            "checklist.txt",
            "dossier.pdf",
            "kpi.csv",
            "message-ids.csv",
            "note-to-users.txt",
            "ticket-en.txt",
            "ticket-it.txt",
            "ndr/001.eml",
            "ndr/025.eml");
    JsonNode manifest = new ObjectMapper().readTree(dossier.resolve("manifest.json").toFile());
    Map<String, String> said = new TreeMap<>();
    manifest.path("sha256").properties().forEach(e -> said.put(e.getKey(), e.getValue().asText()));
    digests.remove("manifest.json");
    assertThat(said).isEqualTo(digests);
    try (Stream<Path> originals = Files.list(made.resolve("ndr"))) {
      for (Path original : originals.toList()) {
        assertThat(digests).containsValue(sha256(Files.readAllBytes(original)));
      }
    }
  }

  @Test
  void a_report_in_a_message_too_long_to_be_read_is_said_not_to_be_included() throws IOException {
    Path reports = folder.resolve("ndr");
    new Bounces(reports).listed(2, "40.107.20.45");
    Files.write(
        reports.resolve("001.eml"),
        "x".repeat(33 << 20).getBytes(StandardCharsets.US_ASCII),
        StandardOpenOption.APPEND);
    String snapshot = folder.resolve("long.zip").toString();
    quietly("incident", "read", reports.toString(), "-o", snapshot);
    Path to = folder.resolve("dossier");
    PrintWriter writer = new PrintWriter(out, true);
    assertThat(Main.run(writer, writer, "incident", "dossier", snapshot, "--out", to.toString()))
        .as("%s", out)
        .isZero();
    assertThat(text(to.resolve("dossier.pdf")).replaceAll("\\s+", " "))
        .contains("1 of 2 original messages", "too long to be read to its end")
        .containsPattern("Not included[^:]*: \\S*001\\.eml");
  }

  @Test
  void the_request_to_microsoft_is_filled_in_and_asserts_nothing() throws IOException {
    Path dossier = folder.resolve("dossier");
    assertThat(dossier("--out", dossier.toString())).as("%s", err).isZero();
    String english = Files.readString(dossier.resolve("ticket-en.txt"));
    assertThat(english)
        .startsWith("\uFEFFSubject: Outbound mail refused")
        .contains("SpamCop (tenant esempio.onmicrosoft.com)")
        .contains("22 of 25 recipients not reached", "at 5 recipient domains")
        .contains("from 2026-11-17T07:15:00Z to ")
        .contains("40.107.20.45  (40.107.20.0/24)  14 refusals  SpamCop")
        .contains("no assessment was made yet")
        .contains("5 delivery reports in full")
        .contains("no sender had a day with 100 recipients or more that lies more than 5 standard")
        .contains("\r\n")
        .doesNotContain("SMTP AUTH is");
    assertThat(Files.readString(dossier.resolve("ticket-it.txt")))
        .contains("22 destinatari non raggiunti su 25", "14 rifiuti  SpamCop");
    assertThat(Files.readString(dossier.resolve("message-ids.csv")).lines())
        .hasSize(26)
        .anyMatch(line -> line.contains("\"message0@prod.outlook.example\""));
    assertThat(Files.readString(dossier.resolve("kpi.csv")))
        .contains("\"ndrByAddress\",\"40.107.20.61\",\"\",\"8\",\"8\",\"40.107.20.0/24\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void how_the_tenant_is_protected_is_told_outcome_by_outcome(String language) throws Exception {
    Path dossier = folder.resolve("dossier");
    assertThat(dossier("--audit", assessment(), "--lang", language, "--out", dossier.toString()))
        .as("%s", err)
        .isZero();
    // the demo has an account at risk, open for days
    assertThat(out.toString()).contains("SHARED_POOL_AND_SIGNS");
    String text = text(dossier.resolve("dossier.pdf"));
    boolean italian = language.equals("it");
    assertThat(text)
        .contains("SMTPAUTH-01", "FORWARDING-05", "IDENTITY-10", "roberta.ferri@esempio.it")
        .contains("ALERTS-12", "FORWARDING-14", "SENDERS-13")
        .contains(italian ? "✓ Conforme" : "✓ Pass", italian ? "Che cosa non si sa" : "not known");
    String ticket = Files.readString(dossier.resolve("ticket-" + language + ".txt"));
    assertThat(ticket)
        .startsWith(italian ? "\uFEFFDA NON INVIARE" : "\uFEFFDO NOT SEND")
        .contains("SMTPAUTH-01", "FORWARDING-08");
  }

  @Test
  void nobody_is_named_in_a_redacted_dossier() throws IOException {
    Path dossier = folder.resolve("share").resolve("dossier");
    Path key = folder.resolve("esempio.key");
    assertThat(
            dossier(
                "--audit",
                assessment(),
                "--redact",
                "--redact-key",
                key.toString(),
                "--out",
                dossier.toString()))
        .as("%s", err)
        .isZero();
    assertThat(dossier.resolve("ndr")).doesNotExist();
    for (Path file : files(dossier)) {
      String text = file.toString().endsWith(".pdf") ? text(file) : Files.readString(file);
      assertThat(text)
          .as("%s", file)
          .doesNotContainIgnoringCase("anna.rossi")
          .doesNotContainIgnoringCase("marco.bellini")
          .doesNotContainIgnoringCase("ufficio.acquisti")
          .doesNotContainIgnoringCase("roberta.ferri")
          .doesNotContainIgnoringCase("paolo.greco");
    }
    assertThat(Files.readString(dossier.resolve("message-ids.csv")))
        .containsPattern("person-[a-z2-7]{12}@esempio\\.it")
        .contains("message0@prod.outlook.example");
    String told = text(dossier.resolve("dossier.pdf"));
    assertThat(told).contains("REDACTED", "Portale Risorse Umane (fornitore)");
    Path audit = folder.resolve("audit").resolve("a.json");
    assertThat(
            run(
                "report",
                assessment(),
                "--redact",
                "--redact-key",
                key.toString(),
                "-o",
                audit.toString()))
        .as("%s", err)
        .isZero();
    JsonNode controls = new ObjectMapper().readTree(audit.toFile()).path("controls");
    for (JsonNode control : controls) {
      if (control.path("id").asText().equals("IDENTITY-10")) {
        assertThat(told).contains(control.path("findings").path(0).path("subject").asText());
      }
    }
  }

  @Test
  void what_is_unusual_is_what_the_policy_of_the_assessment_says() throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            """
            extends: default
            controls:
              ALERTS-12: {parameters: {maxDeviations: 2, minMessages: 15, minDays: 4}}
            """);
    Path json = folder.resolve("a.json");
    quietly(
        "evaluate",
        made.resolve("incident.zip").toString(),
        "--policy",
        policy.toString(),
        "--quiet",
        "-o",
        json.toString());
    Path dossier = folder.resolve("dossier");
    assertThat(dossier("--audit", json.toString(), "--out", dossier.toString()))
        .as("%s", err)
        .isZero();
    assertThat(text(dossier.resolve("dossier.pdf")).replaceAll("\\s+", " "))
        .contains("a day with 15 recipients or more that lies more than 2 standard deviations")
        .contains("4 days tell what is usual", "those of the assessment’s policy");
  }

  @Test
  void a_trace_alone_tells_what_came_back_and_why() throws IOException {
    Path trace =
        new ExtendedTrace()
            .delivered(40)
            .listed(20, "40.107.20.45")
            .failed(4, "")
            .to(folder.resolve("trace.csv"));
    Path snapshot = folder.resolve("i.zip");
    quietly("incident", "read", "--trace", trace.toString(), "-o", snapshot.toString());
    Path dossier = folder.resolve("dossier");
    assertThat(
            run(
                "incident",
                "dossier",
                snapshot.toString(),
                "--audit",
                assessment(),
                "--out",
                dossier.toString()))
        .as("%s", err)
        .isZero();
    assertThat(out.toString()).contains("Verdict: SHARED_POOL");
    assertThat(text(dossier.resolve("dossier.pdf")).replaceAll("\\s+", " "))
        .contains("20 of 24 recipients not reached were refused")
        .contains("Refusals over time", "as the message trace tells", "nord.example")
        .contains("the message trace tells no answer for 4 of the 24")
        .contains("No delivery report tells of a refusal");
    assertThat(Files.readString(dossier.resolve("message-ids.csv")).lines())
        .hasSize(25)
        .anyMatch(line -> line.contains("\"x40@esempio.it\",\"2026-11-17T17:15:00Z\""));
    assertThat(Files.readString(dossier.resolve("kpi.csv")))
        .contains("\"traceRefusedByAddress\",\"40.107.20.45\",\"\",\"20\"")
        .doesNotContain("ndr");
    assertThat(Files.readString(dossier.resolve("ticket-en.txt")))
        .contains("As our message trace tells, 20 of 24 recipients not reached");
  }

  @Test
  void a_trace_of_nobody_knows_whose_mail_claims_nothing_of_senders() throws IOException {
    Path trace = new ExtendedTrace().delivered(40).failed(9, "").to(folder.resolve("trace.csv"));
    Path snapshot = folder.resolve("i.zip");
    quietly("incident", "read", "--trace", trace.toString(), "-o", snapshot.toString());
    Path dossier = folder.resolve("dossier");
    assertThat(run("incident", "dossier", snapshot.toString(), "--out", dossier.toString()))
        .as("%s", err)
        .isZero();
    assertThat(out.toString()).contains("Verdict: UNCLEAR");
    assertThat(text(dossier.resolve("dossier.pdf")).replaceAll("\\s+", " "))
        .contains("not enough to say why mail is refused", "Refusals over time")
        .contains("every recipient counts as outside")
        .doesNotContain("sent on to the outside", "no sender had a day");
    assertThat(Files.readString(dossier.resolve("kpi.csv"))).doesNotContain("\"forwarded\"");
  }

  @Test
  void forwarded_mail_is_summed_by_the_department_that_the_directory_states() throws IOException {
    StringBuilder csv =
        new StringBuilder("Received,SenderAddress,RecipientAddress,Status,MessageId\n");
    for (int i = 0; i < 9; i++) {
      String mailbox = i < 6 ? "paolo.greco@esempio.it" : "alberto.desantis@esempio.it";
      String row =
          "2026-11-17T10:0%d:00Z,news@example.org,%%s,Delivered,<m%d@example.org>\n"
              .formatted(i, i);
      csv.append(row.formatted(mailbox)).append(row.formatted("x@freemail.example"));
    }
    Path trace = Files.writeString(folder.resolve("trace.csv"), csv);
    Path snapshot = folder.resolve("i.zip");
    quietly(
        "incident",
        "read",
        "--trace",
        trace.toString(),
        "--beside",
        DEMO.toString(),
        "-o",
        snapshot.toString());
    Path dossier = folder.resolve("dossier");
    assertThat(run("incident", "dossier", snapshot.toString(), "--out", dossier.toString()))
        .as("%s", err)
        .isZero();
    assertThat(Files.readString(dossier.resolve("kpi.csv")))
        .contains("\"forwarded\",\"paolo.greco@esempio.it\",\"\",\"6\",\"\",\"6\"")
        .containsPattern("\"forwardedByDepartment\",\"\\p{L}+\",\"\",\"6\",\"\",\"6\"")
        .contains("\"forwardedDepartmentNotStated\",\"\",\"\",\"3\",\"\",\"3\"");
    assertThat(text(dossier.resolve("dossier.pdf")).replaceAll("\\s+", " "))
        .contains("By department, as the directory states it")
        .containsPattern("6 6 \\p{L}+ 1 3 3 not stated in the directory 1");
  }

  @Test
  void reports_of_receivers_tell_who_sent_in_the_domains_name() throws IOException {
    Path snapshot = folder.resolve("i.zip");
    quietly(
        "incident",
        "read",
        made.resolve("ndr").toString(),
        "--dmarc",
        "src/test/resources/dmarc-reports",
        "-o",
        snapshot.toString());
    Path dossier = folder.resolve("dossier");
    assertThat(run("incident", "dossier", snapshot.toString(), "--out", dossier.toString()))
        .as("%s", err)
        .isZero();
    assertThat(text(dossier.resolve("dossier.pdf")).replaceAll("\\s+", " "))
        .contains("What receivers report", "example.com 2,430 5.4 % (133/2430) 19 15")
        .contains("198.51.100.0/24 7 100 % (7/7) SPF", "0 % (0/256) ! nobody")
        .contains("No assessment with an inventory was given", "MTA-STS 5,629 303");
    assertThat(Files.readString(dossier.resolve("kpi.csv")))
        .contains("\"dmarcUnknownSource\",\"example.com 12.20.127.0/24\",\"\",\"256\"")
        .contains("\"dmarcBySource\",\"example.com 198.51.100.0/24\",\"\",\"0\",\"\",\"7\"")
        .contains("\"tlsFailed\",\"company-y.example sts\",\"\",\"303\",\"\",\"5629\"");
  }

  @Test
  void the_same_input_gives_the_same_zip() throws IOException {
    Path one = folder.resolve("one.zip");
    Path two = folder.resolve("two.zip");
    assertThat(dossier("--out", one.toString())).as("%s", err).isZero();
    assertThat(dossier("--out", two.toString())).isZero();
    assertThat(two).hasSameBinaryContentAs(one);
    try (ZipFile zip = new ZipFile(one.toFile())) {
      assertThat(zip.getEntry("dossier.pdf")).isNotNull();
      assertThat(zip.getEntry("ndr/001.eml")).isNotNull();
    }
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("one.zip", "two.zip");
  }

  @Test
  void an_original_that_was_changed_since_is_not_included() throws IOException {
    Path ndr = folder.resolve("ndr");
    new Bounces(ndr).listed(3, "40.107.20.45");
    Path snapshot = folder.resolve("i.zip");
    quietly("incident", "read", ndr.toString(), "-o", snapshot.toString());
    Files.writeString(ndr.resolve("001.eml"), "From: somebody else\n\nx\n");
    Path dossier = folder.resolve("dossier");
    assertThat(run("incident", "dossier", snapshot.toString(), "--out", dossier.toString()))
        .as("%s", err)
        .isZero();
    assertThat(dossier.resolve("ndr").toFile().list()).hasSize(2);
    assertThat(text(dossier.resolve("dossier.pdf")).replaceAll("\\s+", ""))
        .contains("2of3originalmessages", "001.eml");
  }

  @Test
  void a_folder_that_is_not_empty_and_a_snapshot_without_mail_are_refused() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "x");
    assertThat(dossier("--out", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is not empty; allowed: a new or an empty folder");
    Path purged = folder.resolve("purged.zip");
    Path dossier = folder.resolve("d");
    quietly("purge", DEMO.toString(), "--logs", "-o", purged.toString());
    assertThat(run("incident", "dossier", purged.toString(), "--out", dossier.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("holds no delivery reports and no message trace");
    assertThat(dossier).doesNotExist();
  }

  private int dossier(String... args) {
    String[] all =
        Stream.concat(
                Stream.of("incident", "dossier", made.resolve("incident.zip").toString()),
                Arrays.stream(args))
            .toArray(String[]::new);
    return run(all);
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private static void quietly(String... args) {
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), args);
    assertThat(code).as("%s", err).isIn(0, 4, 5);
  }

  private static String assessment() {
    return made.resolve("assessment.json").toString();
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static Map<String, String> digests(Path folder) throws Exception {
    Map<String, String> digests = new TreeMap<>();
    for (Path file : files(folder)) {
      digests.put(
          folder.relativize(file).toString().replace('\\', '/'), sha256(Files.readAllBytes(file)));
    }
    return digests;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
