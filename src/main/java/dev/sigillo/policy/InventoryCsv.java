package dev.sigillo.policy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads the inventory from the table people keep in Excel. */
final class InventoryCsv {
  private static final List<String> COLUMNS =
      List.of(
          "name",
          "kind",
          "owner",
          "mailbox",
          "appId",
          "connector",
          "spf",
          "dkimSelector",
          "ip",
          "credentialKind",
          "credentialRotatedOn",
          "server",
          "volumePerDay",
          "reviewedOn");

  private final String file;

  private InventoryCsv(String file) {
    this.file = file;
  }

  /** Reads a file as Excel writes it: UTF-8 or Windows-1252, comma or semicolon. */
  static List<InventoryEntry> read(String file, byte[] bytes) {
    String text = decode(bytes);
    String header = text.lines().findFirst().orElse("");
    char separator = header.indexOf(';') >= 0 ? ';' : ',';
    CSVFormat format =
        CSVFormat.EXCEL
            .builder()
            .setDelimiter(separator)
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();
    InventoryCsv csv = new InventoryCsv(file);
    List<InventoryEntry> entries = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (String column : parser.getHeaderNames()) {
        if (!COLUMNS.contains(column)) {
          throw new PolicyException(
              "%s:1: unknown column '%s'%s; allowed: %s"
                  .formatted(
                      file,
                      column,
                      YamlValue.suggest(column, COLUMNS),
                      String.join(", ", COLUMNS)));
        }
      }
      for (CSVRecord row : parser) {
        entries.add(csv.entry(row, parser.getCurrentLineNumber()));
      }
    } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException e) {
      throw new PolicyException(file + ": is not a CSV table: " + e.getMessage());
    }
    return entries;
  }

  private static String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private InventoryEntry entry(CSVRecord row, long line) {
    String kind = cell(row, "credentialKind");
    return new InventoryEntry(
        need(row, line, "name"),
        kind(need(row, line, "kind"), line),
        need(row, line, "owner"),
        cell(row, "mailbox"),
        cell(row, "appId"),
        cell(row, "connector"),
        cell(row, "spf"),
        cell(row, "dkimSelector"),
        cell(row, "ip"),
        kind == null
            ? null
            : new InventoryEntry.Credential(kind, date(row, line, "credentialRotatedOn")),
        cell(row, "server"),
        number(row, line),
        date(row, line, "reviewedOn"));
  }

  private static @Nullable String cell(CSVRecord row, String column) {
    if (!row.isSet(column) || row.get(column).isBlank()) {
      return null;
    }
    return row.get(column);
  }

  private String need(CSVRecord row, long line, String column) {
    String value = cell(row, column);
    if (value == null) {
      throw error(line, "'%s' is empty; it is obligatory", column);
    }
    return value;
  }

  private InventoryEntry.Kind kind(String word, long line) {
    for (InventoryEntry.Kind kind : InventoryEntry.Kind.values()) {
      if (YamlValue.written(kind).equalsIgnoreCase(word)) {
        return kind;
      }
    }
    throw error(
        line,
        "'kind' is '%s'; allowed: %s",
        word,
        String.join(
            ", ", Arrays.stream(InventoryEntry.Kind.values()).map(YamlValue::written).toList()));
  }

  private @Nullable Long number(CSVRecord row, long line) {
    String value = cell(row, "volumePerDay");
    try {
      return value == null ? null : (Long) Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw error(line, "'volumePerDay' is '%s'; allowed: a whole number", value);
    }
  }

  private @Nullable LocalDate date(CSVRecord row, long line, String column) {
    String value = cell(row, column);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw error(line, "'%s' is '%s'; allowed: a date such as 2026-11-24", column, value);
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would need one more library
  private PolicyException error(long line, String what, @Nullable Object... values) {
    return new PolicyException("%s:%d: %s".formatted(file, line, what.formatted(values)));
  }
}
