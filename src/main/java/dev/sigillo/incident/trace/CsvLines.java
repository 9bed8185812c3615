package dev.sigillo.incident.trace;

import dev.sigillo.incident.files.RefusedException;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The records of a CSV file behind its header line, one at a time; none may be endless. */
final class CsvLines implements AutoCloseable {
  private static final int LONGEST = 4 << 20;

  private final Bounded reader;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final int before;

  CsvLines(BufferedReader text, char separator, boolean typed) throws IOException {
    if (typed) {
      line(text);
    }
    before = typed ? 1 : 0;
    reader = new Bounded(text);
    parser = CSVParser.builder().setReader(reader).setFormat(format(separator)).get();
    records = parser.iterator();
    next();
  }

  static CSVFormat format(char separator) {
    return CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
  }

  /** A line, within bounds. */
  static String line(BufferedReader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = reader.read();
    while (c >= 0 && c != '\n' && line.length() < 100_000) {
      if (c != '\r') {
        line.append((char) c);
      }
      c = reader.read();
    }
    return line.toString();
  }

  /** The separator that splits the header line into most columns. */
  static char separator(String head) {
    char best = ',';
    long most = -1;
    for (char one : new char[] {',', ';', '\t'}) {
      long count = head.chars().filter(c -> c == one).count();
      if (count > most) {
        most = count;
        best = one;
      }
    }
    return best;
  }

  /** The next record; null at the end. */
  @Nullable CSVRecord next() throws RefusedException {
    reader.left = LONGEST;
    try {
      return records.hasNext() ? records.next() : null;
    } catch (IllegalStateException | UncheckedIOException e) {
      throw new RefusedException(
          "is no CSV in line %d: a quote is not closed, or text follows one".formatted(line()));
    }
  }

  /** The line that was read last, from 1. */
  long line() {
    return parser.getCurrentLineNumber() + before;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static final class Bounded extends FilterReader {
    private int left = LONGEST;

    Bounded(Reader in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int c = in.read();
      spend(1);
      return c;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      int n = in.read(buffer, from, Math.min(length, 1 << 13));
      spend(Math.max(n, 0));
      return n;
    }

    private void spend(int n) throws IOException {
      left -= n;
      if (left < 0) {
        throw new IOException("a record without end");
      }
    }
  }
}
