package dev.sigillo.policy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table as Excel saves it: UTF-8 or Windows-1252, columns in any order, separated by comma,
 * semicolon or tab.
 */
final class Table {
  private final String file;
  private final List<String> columns;
  private final List<String> obligatory;

  private Table(String file, List<String> columns, List<String> obligatory) {
    this.file = file;
    this.columns = columns;
    this.obligatory = obligatory;
  }

  /** A row by column, empty cells left out. */
  record Row(Place place, Map<String, String> cells) {
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
   * The rows below the header.
   *
   * @param file its name, for messages
   * @param columns the columns there may be, written in any case
   * @param obligatory those there must be
   */
  static List<Row> rows(String file, byte[] bytes, List<String> columns, List<String> obligatory) {
    return new Table(file, columns, obligatory).rows(decode(bytes));
  }

  private static String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  private List<Row> rows(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new Place(file, 1)
          .error("is not a CSV table; allowed: one that Excel saved as CSV UTF-8");
    }
    CSVFormat format =
        CSVFormat.EXCEL
            .builder()
            .setDelimiter(separator(text))
            .setTrim(true)
            .setLenientEof(false) // else a quote that is never closed swallows every row after it
            .setTrailingData(false)
            .get();
    List<Row> rows = new ArrayList<>();
    List<String> header = null;
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (Iterator<CSVRecord> all = parser.iterator(); all.hasNext(); ) {
        List<String> cells = all.next().toList();
        Place place = new Place(file, line);
        line = (int) parser.getCurrentLineNumber() + 1;
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
      throw new Place(file, 1).error("is empty; allowed: a table with columns %s", columns);
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

  private List<String> header(Place place, List<String> cells) {
    List<String> header = new ArrayList<>();
    for (String cell : cells) {
      String column = columns.stream().filter(cell::equalsIgnoreCase).findFirst().orElse(cell);
      if (!cell.isEmpty() && !columns.contains(column)) {
        throw place.error(
            "unknown column '%s'%s; allowed: %s", cell, Spelling.suggest(cell, columns), columns);
      }
      if (!cell.isEmpty() && header.contains(column)) {
        throw place.error("column '%s' stands twice; allowed: once", column);
      }
      header.add(column);
    }
    for (String column : obligatory) {
      if (!header.contains(column)) {
        throw place.error("column '%s' is missing; allowed: %s", column, columns);
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
}
