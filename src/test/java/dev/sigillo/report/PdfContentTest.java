package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a tenant holds stands in the report, whole, as text. */
class PdfContentTest {
  /** Shorter than any line of a column. */
  private static final int LONG = 12;

  @TempDir private Path folder;

  @Test
  void hostile_names_are_shown_whole_and_as_text() throws Exception {
    List<ControlResult> controls = with(GivenResults.failing(1).subList(0, 3), HostileNames.ALL);
    Path pdf = render(GivenResults.assessment("<b>'; Corp \u202E", "=id", controls));
    String text = text(pdf);
    for (String name : HostileNames.ALL) {
      String shown = squeezed(Visible.text(name));
      assertThat(text).contains(shown.length() < LONG ? shown : shown.substring(0, LONG));
    }
    // a subject and what was observed there: a very long name goes on from page to page
    for (String letter : List.of("x", "y")) {
      String others = letter.repeat(LONG) + "+";
      long shown =
          Pattern.compile(others).matcher(text).results().mapToLong(m -> m.end() - m.start()).sum();
      assertThat(shown).isGreaterThanOrEqualTo(controls.size() * 4_800L);
    }
    assertThat(text)
        .contains("';Remove-Mailbox-Identity*#")
        .contains("\u2019;Remove-Mailbox\u2018")
        .contains("\u201C;Remove-Mailbox\u201D\u201E\"")
        .contains("=cmd|'/Ccalc'!A0")
        .contains("<b>bold</b>")
        .contains("abc\\u{202E}fdp.exe\\u{202C}\\u{2066}x\\u{2069}\\u{200F}")
        .contains("ze\\u{200B}ro\\u{200D}wi\\u{2060}dth\\u{AD}")
        .contains("<b>';Corp\\u{202E}");
    assertThat(text).doesNotContain("\u202E", "\u200B", "\u2060", "\u0000", "\u001B");
    Conformance.check(pdf);
  }

  @Test
  void five_thousand_findings_are_counted_and_the_first_of_each_control_shown() throws Exception {
    int each = 510;
    List<String> names =
        IntStream.range(0, each).mapToObj("mailbox-%03d@contoso.com"::formatted).toList();
    List<ControlResult> controls = with(GivenResults.failing(each).subList(0, 10), names);
    assertThat(controls.size() * each).isGreaterThan(5_000);
    Path pdf = render(GivenResults.assessment("Contoso", "id", controls));
    String text = text(pdf);
    for (ControlResult control : controls) {
      for (Finding shown : control.findings().subList(0, PdfReport.FINDINGS_SHOWN)) {
        assertThat(text).contains(shown.subject()).contains(shown.id());
      }
    }
    String more = squeezed(new Words("en").say("findings.more", PdfReport.FINDINGS_SHOWN, each));
    assertThat(text.split(Pattern.quote(more), -1)).hasSize(controls.size() + 1);
    Conformance.check(pdf);
  }

  private static List<ControlResult> with(List<ControlResult> controls, List<String> names) {
    return controls.stream()
        .map(
            c ->
                GivenResults.holding(
                    c, names.stream().map(n -> GivenResults.finding(c, n, "key", null)).toList()))
        .toList();
  }

  private Path render(Assessment assessment) {
    return PdfReport.render(assessment, "en", folder.resolve("audit.pdf"));
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(false);
      return squeezed(stripper.getText(document));
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
