package dev.sigillo.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.assessment.Reason;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.control.SubjectKind;
import dev.sigillo.evaluate.Evaluator;
import dev.sigillo.evaluate.Progress;
import dev.sigillo.evaluate.Request;
import dev.sigillo.policy.PolicyLoader;
import dev.sigillo.report.FindingsCsv;
import dev.sigillo.report.PdfReport;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo tenant, full of people, redacted. */
class RedactionTest {
  private static final Path SNAPSHOT = Path.of("src/main/resources/demo/esempio.zip");
  private static final Path POLICY = Path.of("src/main/resources/demo/policy.yaml");

  /** Not a name: an application; and where reports go is published in DNS. */
  private static final Set<String> KEPT = Set.of("gestionale argo", "dmarc@esempio.it");

  @TempDir static Path folder;

  private static AssessmentReader original;
  private static AssessmentReader redacted;

  @BeforeAll
  static void redact() throws IOException {
    Catalogue catalogue = CatalogueLoader.bundled();
    Path json = folder.resolve("assessment.json");
    try (Snapshot snapshot = Snapshots.open(SNAPSHOT)) {
      Evaluator.of(catalogue, catalogue)
          .evaluate(
              new Request(
                  snapshot,
                  PolicyLoader.parse("demo", Files.readString(POLICY), catalogue.controls()),
                  null,
                  2,
                  "test",
                  Progress.NONE),
              json);
    }
    original = AssessmentReader.open(json);
    Redaction.write(original, folder.resolve("redacted.json"), names(1));
    redacted = AssessmentReader.open(folder.resolve("redacted.json"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void nothing_that_is_written_names_anybody(String language) throws IOException {
    Assessment assessment = redacted.read(PdfReport.FINDINGS_SHOWN);
    Path pdf = PdfReport.render(assessment, language, folder.resolve("a.pdf"));
    Path csv = FindingsCsv.write(assessment, redacted, language, null, folder.resolve("f.csv"));
    Set<String> people = people();
    assertThat(people).hasSizeGreaterThan(600).contains("marco bellini", "marco.bellini");
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      String text = new PDFTextStripper().getText(document);
      assertThat(named(text, people)).isEmpty();
      assertThat(text).contains(language.equals("it") ? "NOMI OSCURATI" : "REDACTED");
      assertThat(text).doesNotContain("remediation.ps1,");
    }
    assertThat(named(Files.readString(csv), people)).isEmpty();
    assertThat(named(Files.readString(folder.resolve("redacted.json")), people)).isEmpty();
  }

  @Test
  void outcomes_figures_ids_and_results_digest_are_those_of_the_original() {
    Assessment before = original.read(Integer.MAX_VALUE);
    Assessment after = redacted.read(Integer.MAX_VALUE);
    assertThat(after.redacted()).isTrue();
    assertThat(after.resultsDigest()).isEqualTo(before.resultsDigest());
    assertThat(after.score()).isEqualTo(before.score());
    assertThat(after.domains()).isEqualTo(before.domains());
    for (int i = 0; i < before.controls().size(); i++) {
      ControlResult was = before.controls().get(i);
      ControlResult is = after.controls().get(i);
      assertThat(is.outcome()).isEqualTo(was.outcome());
      assertThat(List.of(is.good(), is.bad(), is.waived(), is.unknown()))
          .isEqualTo(List.of(was.good(), was.bad(), was.waived(), was.unknown()));
      assertThat(is.findings())
          .extracting(Finding::id)
          .containsExactlyElementsOf(was.findings().stream().map(Finding::id).toList());
    }
  }

  @Test
  void the_same_key_gives_the_same_bytes_and_another_key_other_names() throws IOException {
    Redaction.write(original, folder.resolve("again.json"), names(1));
    Redaction.write(original, folder.resolve("other.json"), names(2));
    assertThat(folder.resolve("again.json"))
        .hasSameBinaryContentAs(folder.resolve("redacted.json"));
    String other = Files.readString(folder.resolve("other.json"));
    List<String> pseudonyms =
        Pattern.compile("person-[a-z2-7]{12}")
            .matcher(Files.readString(folder.resolve("redacted.json")))
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();
    assertThat(pseudonyms).hasSizeGreaterThan(50).noneMatch(other::contains);
  }

  @Test
  void names_in_free_text_addresses_and_keys_are_found() {
    Pseudonyms names = names(1);
    NameBook book = new NameBook(names);
    book.learn("Antonio De Luca");
    book.learn("nicolo.dangelo@esempio.it");
    String luca = names.person("Antonio De Luca");
    assertThat(book.in("Chiesto ad ANTONIO DE LUCA, e a D'Angelo Nicolò."))
        .isEqualTo("Chiesto ad " + luca + ", e a " + names.person("D'Angelo Nicolò") + ".");
    assertThat(names.person("antonio deluca")).isEqualTo(luca);
    assertThat(book.in("Antonio, De Luca; nicolo")).isEqualTo("Antonio, De Luca; nicolo");
    assertThat(names.text("ForwardTo: 'O.Brien@Posta.Example', abuse@contoso.com"))
        .matches("ForwardTo: 'person-[a-z2-7]{12}@Posta\\.Example', abuse@contoso\\.com");
    assertThat(names.text("o'brien@contoso.com")).doesNotContain("brien", "o'");
    assertThat(names.text("v=DMARC1; rua=mailto:anna@contoso.com"))
        .isEqualTo("v=DMARC1; rua=mailto:anna@contoso.com");
    assertThat(names.text("[EX:/o=ExchangeLabs/ou=X/cn=Recipients/cn=anna.rossi]"))
        .doesNotContain("anna");
    assertThat(names.keys("S-1-5-21-1407825672-2864312047-903711042-4821"))
        .matches("id-[a-z2-7]{12}");
    assertThat(names.whole("abuse@contoso.com")).isEqualTo("abuse@contoso.com");
  }

  @Test
  void what_a_service_said_of_a_mailbox_names_nobody_however_it_names_them() {
    List<Reason> reasons =
        List.of(
            noAnswer("HTTP 404: the object 'x/Zeno Quarantotti' was not found", 2),
            noAnswer("HTTP 404: the object 'Quarantotti Zeno (Sales)' is gone", 3),
            noAnswer("404 ErrorItemNotFound Zeno Quarantotti has no inbox", 1),
            noAnswer("404 Zeno Quarantotti has no inbox", 1),
            noAnswer("Zeno Quarantotti's mailbox is in transit", 1),
            noAnswer("sigillo:no-account", 1));
    RedactedHead head = new RedactedHead(names(1), new NameBook(names(1)));

    Assessment without = head.of(saying(original.read(0), reasons));

    for (ControlResult control : without.controls()) {
      if (control.subjectKind() == SubjectKind.MAILBOXES) {
        assertThat(control.reasons())
            .extracting(Reason::detail, Reason::subjects)
            .containsExactly(
                tuple("HTTP 404", 5L),
                tuple("404 ErrorItemNotFound", 1L),
                tuple("404", 1L),
                tuple("sigillo:words-left-out", 1L),
                tuple("sigillo:no-account", 1L));
      }
    }
  }

  @Test
  void a_dataset_that_is_asked_for_by_mailbox_keeps_the_status_and_others_their_words() {
    NameBook book = new NameBook(names(1));
    book.learn("Zeno Quarantotti");
    RedactedWords words = new RedactedWords(names(1), book);
    assertThat(words.of("exchange/Get-InboxRule", "HTTP 403: 'Zeno Q.' is out of scope"))
        .isEqualTo("HTTP 403");
    assertThat(words.of("exchange/Get-TransportRule", "HTTP 403: Zeno Quarantotti may not"))
        .isEqualTo("HTTP 403: " + names(1).person("Zeno Quarantotti") + " may not");
  }

  private static Reason noAnswer(String detail, long subjects) {
    return new Reason(
        Reason.Code.NO_ANSWER, "exchange/Get-InboxRule", null, null, detail, subjects, List.of());
  }

  private static Assessment saying(Assessment a, List<Reason> reasons) {
    return new Assessment(
        a.schemaVersion(),
        a.toolVersion(),
        a.redacted(),
        a.asOf(),
        a.asOfExplicit(),
        a.snapshot(),
        a.catalogue(),
        a.policy(),
        a.population(),
        a.domains(),
        a.score(),
        a.deselected(),
        a.controls().stream().map(c -> saying(c, reasons)).toList(),
        a.resultsDigest());
  }

  private static ControlResult saying(ControlResult c, List<Reason> reasons) {
    return new ControlResult(
        c.id(),
        c.area(),
        c.severity(),
        c.catalogueSeverity(),
        c.scope(),
        c.subjectKind(),
        c.outcome(),
        c.good(),
        c.bad(),
        c.waived(),
        c.unknown(),
        c.listIncomplete(),
        c.weight(),
        c.earned(),
        c.gain(),
        reasons,
        c.parameters(),
        c.title(),
        c.rationale(),
        c.effect(),
        c.remediation(),
        c.findingTexts(),
        c.mappings(),
        c.codes(),
        c.references(),
        c.declared(),
        c.findingCount(),
        List.of());
  }

  private static Pseudonyms names(int seed) {
    byte[] key = new byte[32];
    key[0] = (byte) seed;
    return new Pseudonyms(key);
  }

  private static List<String> named(String text, Set<String> people) {
    String lower = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return people.stream().filter(lower::contains).filter(name -> !KEPT.contains(name)).toList();
  }

  /** Addresses, local parts, names and keys of mailboxes; who owns, approves and attests. */
  private static Set<String> people() throws IOException {
    Set<String> people = new TreeSet<>();
    try (ZipFile zip = new ZipFile(SNAPSHOT.toFile());
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    zip.getInputStream(zip.getEntry("exchange/Get-Mailbox.ndjson")),
                    StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = new ObjectMapper().readTree(line);
        JsonNode row = node.has("row") ? node.path("row") : node;
        String address = row.path("PrimarySmtpAddress").asText().toLowerCase(Locale.ROOT);
        people.add(address);
        people.add(row.path("ExternalDirectoryObjectId").asText());
        String local = address.substring(0, address.indexOf('@'));
        if (local.contains(".")) {
          people.add(local);
          people.add(local.replace('.', ' '));
        }
      }
    }
    Pattern.compile("(?:owner|by|approver|name): ([A-Z]\\p{L}+ [A-Z][\\p{L}' ]+)")
        .matcher(Files.readString(POLICY))
        .results()
        .forEach(m -> people.add(m.group(1).toLowerCase(Locale.ROOT)));
    people.remove("");
    return people;
  }
}
