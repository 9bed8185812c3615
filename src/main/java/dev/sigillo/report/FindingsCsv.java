package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.assessment.FindingSource;
import dev.sigillo.policy.Waiver;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * {@code findings.csv}: every finding of an assessment, one line each, as a spreadsheet opens it.
 * UTF-8 with a byte-order mark, CRLF, dates as ISO writes them. Severity, area, outcome and the
 * header do not change with the language; title and sentence do.
 */
public final class FindingsCsv {
  static final String[] HEADER = {
    "findingId",
    "control",
    "severity",
    "area",
    "title",
    "outcome",
    "subject",
    "subjectKey",
    "code",
    "sentence",
    "observed",
    "expected",
    "waiverReason",
    "waiverExpires",
    "evidence"
  };

  private FindingsCsv() {}

  /**
   * Writes the findings as a stream, however many there are.
   *
   * @param assessment the assessment they belong to
   * @param findings all of them
   * @param language {@code it} or {@code en}
   * @param separator between cells; null for the language's own: {@code ;} in Italian, {@code ,} in
   *     English
   * @param target where the file should end up
   * @return where it is: the target, or a name beside it when the target is held open
   * @throws UncheckedIOException if it cannot be written
   */
  public static Path write(
      Assessment assessment,
      FindingSource findings,
      String language,
      @Nullable Character separator,
      Path target) {
    char own = language.equals("it") ? ';' : ',';
    // every cell is quoted: read with the wrong separator, a name still cannot open a new cell
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter(separator == null ? own : separator)
            .setQuote('"')
            .setQuoteMode(QuoteMode.ALL)
            .setRecordSeparator("\r\n")
            .get();
    List<Waiver> waivers =
        assessment.policy().waivers().stream().map(Assessment.WaiverUse::waiver).toList();
    return ResultFile.write(target, out -> print(out, format, findings, language, waivers));
  }

  private static void print(
      OutputStream out,
      CSVFormat format,
      FindingSource findings,
      String language,
      List<Waiver> waivers)
      throws IOException {
    BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Sentences sentences = new Sentences(new Words(language));
    text.write('\uFEFF');
    format.printRecord(text, (Object[]) HEADER);
    try {
      findings.forEach(
          (control, finding) -> {
            try {
              format.printRecord(
                  text, cells(control, finding, language, sentences, waivers).toArray());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    text.flush();
  }

  private static List<String> cells(
      ControlResult control,
      Finding finding,
      String language,
      Sentences sentences,
      List<Waiver> waivers) {
    Waiver waiver = finding.waiver() == null ? null : waivers.get(finding.waiver());
    List<String> cells = new ArrayList<>(HEADER.length);
    cells.add(finding.id());
    cells.add(control.id());
    cells.add(control.severity().id());
    cells.add(control.area().id());
    cells.add(control.title().in(language));
    cells.add(waiver == null ? "open" : "waived");
    cells.add(finding.subject());
    cells.add(finding.key());
    cells.add(finding.code());
    cells.add(sentences.finding(control, finding));
    cells.add(finding.observed());
    cells.add(finding.expected());
    cells.add(waiver == null ? "" : waiver.reason());
    cells.add(waiver == null ? "" : waiver.expires().toString());
    cells.add(
        finding.evidence().stream()
            .map(row -> row.dataset() + ":" + row.line() + ":" + row.id())
            .collect(Collectors.joining(" ")));
    cells.replaceAll(CsvCell::of);
    return cells;
  }
}
