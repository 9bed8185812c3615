package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.FindingSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsCsvTest {
  @TempDir private Path folder;

  private final List<ControlResult> controls = GivenResults.failing(1);

  @Test
  void every_hostile_name_comes_back_as_text() throws IOException {
    String text = write(GivenResults.each(controls, HostileNames.ALL), "en", null);
    List<CSVRecord> records = parse(text, ',');
    assertThat(records).hasSize(controls.size() * HostileNames.ALL.size());
    for (int i = 0; i < records.size(); i++) {
      String name = HostileNames.ALL.get(i % HostileNames.ALL.size());
      CSVRecord record = records.get(i);
      assertThat(record.size()).isEqualTo(FindingsCsv.HEADER.length);
      assertThat(raw(record.get("subject"))).isIn(name, "'" + name);
      assertThat(raw(record.get("subjectKey"))).isIn(name, "'" + name);
      assertThat(raw(record.get("observed"))).isIn(name, "'" + name);
      assertThat(raw(record.get("evidence"))).isEqualTo("exchange/Get-Mailbox:7:" + name);
      for (String cell : record) {
        assertThat(cell.replaceFirst("^[\\s\"“]+", ""))
            .doesNotStartWith("=")
            .doesNotStartWith("+")
            .doesNotStartWith("-")
            .doesNotStartWith("@");
        assertThat(cell.codePoints()).noneMatch(Unseen::is);
      }
    }
  }

  @Test
  void a_name_with_braces_stays_a_name_in_the_sentence() throws IOException {
    ControlResult control =
        controls.stream().filter(c -> c.id().equals("FORWARDING-01")).findFirst().orElseThrow();
    String name = "{expected}{observed}";
    CSVRecord record =
        parse(write(GivenResults.each(List.of(control), List.of(name)), "en", null), ',').get(0);
    assertThat(record.get("sentence")).contains(name).doesNotContain("{subject}");
  }

  @ParameterizedTest
  @CsvSource({"it, ';'", "en, ','"})
  void the_language_chooses_separator_title_and_sentence(String language, String separator)
      throws IOException {
    ControlResult control = controls.get(0);
    String text = write(GivenResults.each(List.of(control), List.of("a@b.it")), language, null);
    assertThat(text).startsWith("\uFEFF\"findingId\"" + separator).endsWith("\r\n");
    CSVRecord record = parse(text, separator.charAt(0)).get(0);
    assertThat(record.get("title")).isEqualTo(control.title().in(language));
    assertThat(record.get("sentence")).contains("a@b.it");
    assertThat(record.get("outcome")).isEqualTo("open");
    assertThat(record.get("severity")).isEqualTo(control.severity().id());
    assertThat(record.get("area")).isEqualTo(control.area().id());
  }

  @Test
  void a_chosen_separator_wins_and_a_waiver_is_told() throws IOException {
    ControlResult control = controls.get(0);
    FindingSource waived =
        each -> each.accept(control, GivenResults.finding(control, "anna", "1-2", 0));
    CSVRecord record = parse(write(waived, "it", '\t'), '\t').get(0);
    assertThat(record.get("outcome")).isEqualTo("waived");
    assertThat(record.get("waiverReason")).isEqualTo("'=accepted; for now");
    assertThat(record.get("waiverExpires")).isEqualTo("2026-12-31");
  }

  /** Findings reach the disk while others are still to come: nobody holds them all. */
  @Test
  void findings_are_written_as_they_come() throws IOException {
    int count = 200_000;
    ControlResult control = controls.get(0);
    AtomicLong halfway = new AtomicLong();
    FindingSource many =
        each -> {
          for (int i = 0; i < count; i++) {
            each.accept(control, GivenResults.finding(control, "user" + i, "key" + i, null));
            if (i == count / 2) {
              halfway.set(onDisk());
            }
          }
        };
    Path file = FindingsCsv.write(GivenResults.assessment(null, null), many, "en", null, target());
    assertThat(halfway.get()).isGreaterThan(Files.size(file) * 4 / 10);
    try (var lines = Files.lines(file)) {
      assertThat(lines.count()).isEqualTo(count + 1L);
    }
  }

  private long onDisk() {
    try (var files = Files.list(folder)) {
      return Files.size(files.findFirst().orElseThrow());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path target() {
    return folder.resolve("findings.csv");
  }

  private String write(FindingSource findings, String language, @Nullable Character separator)
      throws IOException {
    Path file =
        FindingsCsv.write(
            GivenResults.assessment(null, null), findings, language, separator, target());
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static List<CSVRecord> parse(String text, char separator) throws IOException {
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter(separator)
            .setRecordSeparator("\r\n")
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (CSVParser parser = CSVParser.parse(text.substring(1), format)) {
      return parser.getRecords();
    }
  }

  /** The cell with what is shown by number as it was. */
  private static String raw(String shown) {
    StringBuilder raw = new StringBuilder();
    for (int i = 0; i < shown.length(); i++) {
      if (shown.startsWith("\\u{", i)) {
        int end = shown.indexOf('}', i);
        int unit = Integer.parseInt(shown.substring(i + 3, end), 16);
        raw.append(Character.toChars(unit));
        i = end;
      } else {
        raw.append(shown.charAt(i));
      }
    }
    return raw.toString();
  }
}
