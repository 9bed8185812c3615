package dev.sigillo.incident.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.incident.files.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A trace in CSV: a header line, behind a {@code #TYPE} line or not, and any usual separator. */
final class CsvTrace {
  private static final Pattern OFFSET = Pattern.compile("(?i)\\(utc\\s?([+-]\\d\\d:\\d\\d)\\)");

  private final TraceInput file;
  private final @Nullable Boolean dayFirst;
  private final String[] properties;
  private final int time;
  private final char separator;
  private final boolean typed;
  private final ZoneOffset offset;
  private final DateOrder order = new DateOrder();

  CsvTrace(TraceInput file, @Nullable Boolean dayFirst) throws IOException {
    this.file = file;
    this.dayFirst = dayFirst;
    String head;
    try (BufferedReader reader = TraceText.open(file)) {
      String line = CsvLines.line(reader);
      typed = line.startsWith("#TYPE");
      head = typed ? CsvLines.line(reader) : line;
    }
    separator = CsvLines.separator(head);
    List<String> columns;
    try (CSVParser parser = CSVParser.parse(head, CsvLines.format(separator))) {
      Iterator<CSVRecord> first = parser.iterator();
      columns = first.hasNext() ? first.next().toList() : List.of();
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new RefusedException("is no CSV: its header line has a quote that is not closed");
    }
    properties = properties(columns);
    time = List.of(properties).indexOf("receivedDateTime");
    require(columns);
    offset = offset(columns.get(time));
  }

  /** Of two columns for one property, such as {@code Id} and {@code MessageTraceId}, the better. */
  private static String[] properties(List<String> columns) {
    Map<String, Integer> best = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String property = TraceRow.property(columns.get(i));
      Integer other = property == null ? null : best.get(property);
      if (property != null
          && (other == null || TraceRow.rank(columns.get(i)) < TraceRow.rank(columns.get(other)))) {
        best.put(property, i);
      }
    }
    String[] properties = new String[columns.size()];
    java.util.Arrays.fill(properties, "");
    best.forEach((property, column) -> properties[column] = property);
    return properties;
  }

  private void require(List<String> columns) throws RefusedException {
    List<String> named = List.of(properties);
    boolean recipient = named.contains("recipientAddress") || named.contains("recipientStatus");
    boolean status =
        named.contains("status") || named.contains("recipientStatus") || named.contains("event");
    if (time < 0 || !named.contains("senderAddress") || !recipient || !status) {
      String shown = String.join(", ", columns);
      throw new RefusedException(
          ("is no message trace: its header line is '%s'; required: when it was received, the sender's"
                  + " and the recipient's address and the status, in English as the admin centre, the"
                  + " historical search and Get-MessageTraceV2 write them")
              .formatted(shown.length() > 200 ? shown.substring(0, 200) + "…" : shown));
    }
  }

  private static ZoneOffset offset(String column) {
    Matcher m = OFFSET.matcher(column);
    try {
      return m.find() ? ZoneOffset.of(m.group(1)) : ZoneOffset.UTC;
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /** Whether PowerShell wrote it, which stops at a page unless asked for the next. */
  boolean fromPowerShell() {
    return List.of(properties).contains("id") && !List.of(properties).contains("recipientStatus");
  }

  /** Hands over every row. */
  void read(Consumer<ObjectNode> sink) throws IOException {
    if (dayFirst == null) {
      findOrder();
    }
    RecipientRows rows = new RecipientRows(sink);
    try (CsvLines lines = new CsvLines(TraceText.open(file), separator, typed)) {
      for (CSVRecord record = lines.next(); record != null; record = lines.next()) {
        if (record.size() != properties.length) {
          throw new RefusedException(
              "has %d cells in line %d where the header has %d; it was cut short or damaged"
                  .formatted(record.size(), lines.line(), properties.length));
        }
        rows.add(values(record));
      }
    }
  }

  private Map<String, @Nullable String> values(CSVRecord record) {
    Map<String, @Nullable String> values = new HashMap<>();
    for (int i = 0; i < properties.length; i++) {
      if (!properties[i].isEmpty()) {
        String cell = record.get(i);
        values.put(properties[i], i == time ? order.iso(cell, dayFirst, offset) : cell);
      }
    }
    return values;
  }

  private void findOrder() throws IOException {
    try (CsvLines lines = new CsvLines(TraceText.open(file), separator, typed)) {
      CSVRecord record = lines.next();
      while (record != null && !order.settled()) {
        if (record.size() > time) {
          order.see(record.get(time));
        }
        record = lines.next();
      }
    }
    if (!order.known()) {
      throw new RefusedException(
          "has dates such as 11/05/2026 that do not say which number is the day; allowed:"
              + " --trace-dates dmy or --trace-dates mdy, or an export with ISO dates");
    }
  }
}
