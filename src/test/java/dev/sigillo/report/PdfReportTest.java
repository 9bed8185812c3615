package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.DomainResult;
import dev.sigillo.assessment.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfReportTest {
  @TempDir private static Path folder;
  private static Assessment assessment;

  @BeforeAll
  static void judge_the_demo_tenant() {
    assessment = Judged.demo(folder.resolve("assessment.json"));
  }

  @ParameterizedTest
  @CsvSource({"en, 2a", "it, 2a", "en, ua1", "it, ua1"})
  void the_report_conforms_to_pdf_a_and_pdf_ua(String language, String flavour) throws Exception {
    Conformance.check(render(assessment, language), flavour);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void the_same_assessment_gives_the_same_bytes(String language) throws IOException {
    byte[] first = Files.readAllBytes(render(assessment, language));
    byte[] second = Files.readAllBytes(render(assessment, language));
    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void nothing_that_belongs_into_the_report_is_missing(String language) throws IOException {
    String text = squeezed(text(render(assessment, language)));
    for (ControlResult control : assessment.controls()) {
      assertThat(text).contains(control.id());
      assertThat(text).contains(squeezed(control.title().in(language)));
      for (Finding finding : control.findings()) {
        if (control.bad() > 0) {
          assertThat(text).contains(squeezed(finding.subject())).contains(squeezed(finding.id()));
        }
      }
    }
    assertThat(text).contains(squeezed(assessment.resultsDigest()));
    assertThat(text).contains(squeezed(assessment.snapshot().digest()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void every_domain_has_what_dns_says_and_what_it_should_say(String language) throws IOException {
    String text = squeezed(text(render(assessment, language)));
    assertThat(assessment.domains()).isNotEmpty();
    for (DomainResult domain : assessment.domains()) {
      DomainResult.Spf spf = domain.spf();
      spf.records().forEach(record -> assertThat(text).contains(squeezed(record)));
      spf.unresolved().forEach(question -> assertThat(text).contains(squeezed(question)));
      if (spf.recommended() != null) {
        assertThat(text).contains(squeezed(spf.recommended()));
      }
      if (domain.dmarc().recommended() != null) {
        assertThat(text).contains(squeezed(domain.dmarc().recommended()));
      }
      domain.dkim().keys().forEach(key -> assertThat(text).contains(squeezed(key.selector())));
      domain.mail().hosts().forEach(host -> assertThat(text).contains(squeezed(host)));
    }
  }

  @Test
  void the_spf_tree_is_drawn_and_told_with_its_counts() {
    DomainResult.SpfNode over =
        assessment.domains().stream()
            .map(d -> d.spf().tree())
            .filter(Objects::nonNull)
            .filter(tree -> tree.lookups() > SpfDrawing.LOOKUPS)
            .findFirst()
            .orElseThrow();
    SpfDrawing drawing = SpfDrawing.of(over, new Words("en"));
    assertThat(drawing.svg())
        .contains(over.name(), "✗ " + over.lookups() + " of 10", over.below().get(0).term());
    assertThat(drawing.alt())
        .contains(over.name() + ": lookups " + over.lookups(), over.below().get(0).term());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void the_summary_takes_one_page(String language) throws IOException {
    Path pdf = render(assessment, language);
    Words words = new Words(language);
    assertThat(page(pdf, 2)).contains(words.say("summary.conclusion"), "Le difese di base");
    assertThat(page(pdf, 3)).contains(words.say("engagement"));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 60, true", "it, 45, true", "it, 75, false",
    "en, 600, false", "it, 600, false", "it, 6000, false"
  })
  void a_conclusion_without_room_on_the_summary_stands_in_the_next_section(
      String language, int words, boolean fits) throws IOException {
    String conclusion = "aaaaaa ".repeat(words) + "fine.";
    Assessment concluded = Judged.concluding(conclusion, folder.resolve("concluded.json"));
    Path pdf = PdfReport.render(concluded, language, folder.resolve("concluded.pdf"));
    assertThat(page(pdf, 2)).contains(new Words(language).say("summary.conclusion"));
    assertThat(page(pdf, 3)).contains(new Words(language).say("engagement"));
    assertThat(page(pdf, 2).contains("aaaaaa aaaaaa")).isEqualTo(fits);
    assertThat(text(pdf).split("aaaaaa", -1)).hasSize(words + 1);
  }

  @Test
  void an_empty_tenant_has_a_report_too() throws IOException {
    Assessment empty = Judged.empty(folder.resolve("empty.json"));
    String text = text(render(empty, "en"));
    assertThat(text).contains("Nothing could be assessed, so there is no score.");
    assertThat(text).contains("HAND-MADE EVIDENCE");
  }

  private static Path render(Assessment assessment, String language) {
    return PdfReport.render(assessment, language, folder.resolve(language + ".pdf"));
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String page(Path pdf, int number) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDFTextStripper page = new PDFTextStripper();
      page.setStartPage(number);
      page.setEndPage(number);
      return page.getText(document);
    }
  }

  /** Without white space, which line breaks add. */
  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
