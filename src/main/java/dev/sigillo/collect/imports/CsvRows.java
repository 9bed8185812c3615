package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.SnapshotException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Rows as {@code Export-Csv} writes them: a {@code #TYPE} line or none, separated by comma,
 * semicolon or tab. An empty cell is null, since PowerShell writes both alike.
 */
final class CsvRows implements Rows {
  private final Path file;
  private final CSVParser parser;
  private final BoundedReader input;
  private final Iterator<CSVRecord> records;
  private final List<String> header;
  private final int linesBefore;

  CsvRows(Path file) throws IOException {
    this.file = file;
    Reader text = TextFile.open(file);
    char separator;
    try (Reader probe = TextFile.open(file)) {
      separator = separator(new BoundedReader(probe, file));
    }
    input = new BoundedReader(text, file);
    linesBefore = skipTypeLine(input) ? 1 : 0;
    parser =
        CSVParser.builder()
            .setReader(input)
            .setFormat(
                CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get())
            .get();
    records = parser.iterator();
    header = header();
  }

  /** The separator that splits the header line into most columns. */
  private static char separator(BoundedReader reader) throws IOException {
    skipTypeLine(reader);
    int[] counts = new int[3];
    boolean quoted = false;
    for (int c = reader.read(); c >= 0 && (quoted || (c != '\n' && c != '\r')); c = reader.read()) {
      quoted ^= c == '"';
      int kind = quoted ? -1 : ",;\t".indexOf(c);
      if (kind >= 0) {
        counts[kind]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return ",;\t".charAt(best);
  }

  private static boolean skipTypeLine(BoundedReader reader) throws IOException {
    reader.mark(16);
    char[] start = new char[5];
    int n = reader.read(start, 0, start.length);
    if (n == start.length && new String(start).equals("#TYPE")) {
      reader.readLine();
      return true;
    }
    reader.reset();
    return false;
  }

  private List<String> header() {
    CSVRecord first = record();
    if (first == null) {
      throw new SnapshotException(file + " has no header line; export it with Export-Csv.");
    }
    List<String> names = new ArrayList<>();
    Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : first) {
      String stripped = name.strip();
      if (!stripped.isEmpty() && !seen.add(stripped)) {
        throw new SnapshotException(
            "%s has two columns called %s; each column needs its own name."
                .formatted(file, stripped));
      }
      names.add(stripped);
    }
    return List.copyOf(names);
  }

  @Override
  public @Nullable ObjectNode next() {
    CSVRecord record = record();
    if (record == null) {
      return null;
    }
    if (record.size() != header.size()) {
      throw new SnapshotException(
          "%s: line %d has %d cells where the header has %d; the file was cut short or damaged."
              .formatted(file, line(), record.size(), header.size()));
    }
    ObjectNode row = JsonRows.MAPPER.createObjectNode();
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).isEmpty()) {
        continue;
      }
      String cell = record.get(i);
      if (cell.isEmpty()) {
        row.putNull(header.get(i));
      } else {
        row.put(header.get(i), cell);
      }
    }
    return row;
  }

  private long line() {
    return parser.getCurrentLineNumber() + linesBefore;
  }

  private @Nullable CSVRecord record() {
    input.mark();
    try {
      return records.hasNext() ? records.next() : null;
    } catch (IllegalStateException | java.io.UncheckedIOException e) {
      throw new SnapshotException(
          "%s: line %d: this is not CSV (a quote that is not closed, or text after one)."
              .formatted(file, line()),
          e);
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Refuses a record that does not end: a quote that is never closed would fill the memory. */
  private static final class BoundedReader extends BufferedReader {
    private static final int MAX_RECORD = 8 << 20;

    private final Path file;
    private int left = MAX_RECORD;

    BoundedReader(Reader in, Path file) {
      super(in, 1 << 15);
      this.file = file;
    }

    /** A record begins. */
    void mark() {
      left = MAX_RECORD;
    }

    @Override
    public int read() throws IOException {
      count(1);
      return super.read();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) {
      left -= n;
      if (left < 0) {
        throw new SnapshotException(
            "%s holds a record longer than %d characters; a quote is not closed."
                .formatted(file, MAX_RECORD));
      }
    }
  }
}
