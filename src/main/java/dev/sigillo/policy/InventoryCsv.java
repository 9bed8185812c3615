package dev.sigillo.policy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the inventory from the table people keep in Excel, as Excel writes it: UTF-8 or
 * Windows-1252, columns in any order, separated by comma, semicolon or tab.
 */
final class InventoryCsv {
  static final List<String> COLUMNS =
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

  private static final List<String> OBLIGATORY = List.of("name", "kind", "owner");
  private static final List<String> DATES = List.of("credentialRotatedOn", "reviewedOn");

  private final String file;
  private final Declarations declarations;
  private final TableDates dates = new TableDates();

  private InventoryCsv(String file, Declarations declarations) {
    this.file = file;
    this.declarations = declarations;
  }

  /** A row by column, empty cells left out. */
  private record Row(Place place, Map<String, String> cells) {
    @Nullable String cell(String column) {
      return cells.get(column);
    }

    String need(String column) {
      String cell = cell(column);
      if (cell == null) {
        throw place.error("'%s' is empty; it is obligatory", column);
      }
      return cell;
    }
  }

  /**
   * Reads a table.
   *
   * @param file its name, for messages
   */
  static List<InventoryEntry> read(String file, byte[] bytes, Declarations declarations) {
    return new InventoryCsv(file, declarations).read(decode(bytes));
  }

  private static String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private List<InventoryEntry> read(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new Place(file, 1)
          .error("is not a CSV table; allowed: one that Excel saved as CSV UTF-8");
    }
    List<Row> rows = rows(text);
    for (Row row : rows) {
      DATES.stream().map(row::cell).filter(cell -> cell != null).forEach(dates::learn);
    }
    return rows.stream().map(this::entry).toList();
  }

  private List<Row> rows(String text) {
    List<Row> rows = new ArrayList<>();
    CSVFormat format =
        CSVFormat.EXCEL
            .builder()
            .setDelimiter(separator(text))
            .setTrim(true)
            .setLenientEof(false) // else a quote that is never closed swallows every row after it
            .setTrailingData(false)
            .get();
    List<String> header = null;
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (Iterator<CSVRecord> all = parser.iterator(); all.hasNext(); ) {
        CSVRecord record = all.next();
        Place place = new Place(file, line);
        line = (int) parser.getCurrentLineNumber() + 1;
        List<String> cells = record.toList();
        if (cells.stream().allMatch(String::isEmpty) || cells.get(0).startsWith("sep=")) {
          continue;
        }
        if (header == null) {
          header = header(place, cells);
        } else {
          rows.add(row(place, header, cells));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Place(file, line)
          .error("quotes do not pair; allowed: a pair around a cell, and doubled ones inside");
    }
    if (header == null) {
      throw new Place(file, 1).error("is empty; allowed: a table with columns %s", COLUMNS);
    }
    return rows;
  }

  /** What stands most often in the first line that has any of them. */
  private static String separator(String text) {
    String header =
        text.lines()
            .filter(line -> !line.startsWith("sep=") && !line.isBlank())
            .findFirst()
            .orElse("");
    String best = ",";
    for (String candidate : List.of(";", "\t")) {
      if (header.split(candidate, -1).length > header.split(best, -1).length) {
        best = candidate;
      }
    }
    return best;
  }

  private static List<String> header(Place place, List<String> cells) {
    List<String> header = new ArrayList<>();
    for (String cell : cells) {
      String column = COLUMNS.stream().filter(cell::equalsIgnoreCase).findFirst().orElse(cell);
      if (!cell.isEmpty() && !COLUMNS.contains(column)) {
        throw place.error(
            "unknown column '%s'%s; allowed: %s", cell, Spelling.suggest(cell, COLUMNS), COLUMNS);
      }
      if (!cell.isEmpty() && header.contains(column)) {
        throw place.error("column '%s' stands twice; allowed: once", column);
      }
      header.add(column);
    }
    for (String column : OBLIGATORY) {
      if (!header.contains(column)) {
        throw place.error("column '%s' is missing; allowed: %s", column, COLUMNS);
      }
    }
    return header;
  }

  private static Row row(Place place, List<String> header, List<String> cells) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (cell.isEmpty()) {
        continue;
      }
      if (i >= header.size() || header.get(i).isEmpty()) {
        throw place.error("'%s' stands below no column; allowed: cells below a column", cell);
      }
      row.put(header.get(i), cell);
    }
    return new Row(place, row);
  }

  private InventoryEntry entry(Row row) {
    return declarations.sender(
        row.place(),
        new InventoryEntry(
            row.need("name"),
            kind(row),
            row.need("owner"),
            row.cell("mailbox"),
            row.cell("appId"),
            row.cell("connector"),
            row.cell("spf"),
            row.cell("dkimSelector"),
            row.cell("ip"),
            credential(row),
            row.cell("server"),
            volume(row),
            date(row, "reviewedOn")));
  }

  private static InventoryEntry.Kind kind(Row row) {
    String word = row.need("kind");
    InventoryEntry.Kind kind =
        YamlValue.constant(InventoryEntry.Kind.class, word.toLowerCase(Locale.ROOT));
    if (kind == null) {
      List<String> allowed = YamlValue.words(InventoryEntry.Kind.class);
      throw row.place()
          .error("'kind' is '%s'%s; allowed: %s", word, Spelling.suggest(word, allowed), allowed);
    }
    return kind;
  }

  private InventoryEntry.@Nullable Credential credential(Row row) {
    LocalDate rotatedOn = date(row, "credentialRotatedOn");
    if (rotatedOn != null) {
      return new InventoryEntry.Credential(row.need("credentialKind"), rotatedOn);
    }
    String kind = row.cell("credentialKind");
    return kind == null ? null : new InventoryEntry.Credential(kind, null);
  }

  private static @Nullable Long volume(Row row) {
    String cell = row.cell("volumePerDay");
    if (cell != null && !cell.matches("\\d{1,9}")) {
      throw row.place().error("'volumePerDay' is '%s'; allowed: a whole number such as 1200", cell);
    }
    return cell == null ? null : Long.valueOf(cell);
  }

  private @Nullable LocalDate date(Row row, String column) {
    String cell = row.cell(column);
    return cell == null ? null : dates.read(row.place(), column, cell);
  }
}
