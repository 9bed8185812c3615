package dev.sigillo.incident.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.incident.files.RefusedException;
import dev.sigillo.kpi.SeenRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads message traces, row by row, and leaves out rows that come twice. */
public final class TraceFiles {
  /** Rows of a page that PowerShell and Graph give, asked or not: 1,000, or 5,000 at most. */
  private static final List<Long> PAGES = List.of(1_000L, 5_000L);

  private final Consumer<ObjectNode> sink;
  private final @Nullable Boolean dayFirst;
  private final SeenRows seen = new SeenRows();
  private long rows;
  private long again;
  private long ofFile;
  private @Nullable String cutShort;

  private TraceFiles(Consumer<ObjectNode> sink, @Nullable Boolean dayFirst) {
    this.sink = sink;
    this.dayFirst = dayFirst;
  }

  /**
   * What was read.
   *
   * @param rows one for each recipient of a message
   * @param again rows that were there twice
   * @param refused files that were not read to the end
   * @param cutShort a file that seems to be the first page of several; null when none does
   */
  public record Tally(long rows, long again, long refused, @Nullable String cutShort) {}

  /**
   * Reads files one after the other, packed or not. Rows of a file that turns out to be broken are
   * taken up to there, and the file counts as refused.
   *
   * @param dayFirst whether {@code 11/05/2026} is in May; null to find out from the file
   * @param sink takes rows of {@code incident/messageTrace}
   * @param refusals takes a sentence for each file that was not read to the end
   */
  public static Tally read(
      List<Path> files,
      @Nullable Boolean dayFirst,
      Consumer<ObjectNode> sink,
      Consumer<String> refusals) {
    TraceFiles reader = new TraceFiles(sink, dayFirst);
    long refused = 0;
    for (Path file : files) {
      try {
        for (TraceInput input : TraceInput.of(file)) {
          refused += reader.read(input, refusals) ? 0 : 1;
        }
      } catch (RefusedException e) {
        refused++;
        refusals.accept(file + " " + e.getMessage() + ".");
      } catch (IOException e) {
        refused++;
        refusals.accept(file + " cannot be read: " + e.getMessage() + ".");
      }
    }
    return new Tally(reader.rows, reader.again, refused, reader.cutShort);
  }

  /** Whether it was read to its end. */
  private boolean read(TraceInput input, Consumer<String> refusals) {
    try {
      file(input);
      return true;
    } catch (RefusedException e) {
      refusals.accept(input.name() + " " + e.getMessage() + ".");
    } catch (IOException e) {
      refusals.accept(input.name() + " cannot be read: " + e.getMessage() + ".");
    }
    return false;
  }

  private void file(TraceInput file) throws IOException {
    ofFile = 0;
    boolean cut;
    int first = firstCharacter(file);
    if (first < 0) {
      throw new RefusedException("is empty");
    } else if (first == '{' || first == '[') {
      JsonTrace json = new JsonTrace(file, this::row);
      json.read();
      cut = json.cutShort();
    } else {
      CsvTrace csv = new CsvTrace(file, dayFirst);
      csv.read(this::row);
      cut = csv.fromPowerShell() && PAGES.contains(ofFile);
    }
    if (cut && cutShort == null) {
      cutShort = file.name();
    }
  }

  private static int firstCharacter(TraceInput file) throws IOException {
    try (BufferedReader reader = TraceText.open(file)) {
      int c = reader.read();
      while (c >= 0 && Character.isWhitespace(c)) {
        c = reader.read();
      }
      return c;
    }
  }

  private void row(ObjectNode row) {
    ofFile++;
    if (seen.add(text(row, "id"), text(row, "messageId"), text(row, "recipientAddress"))) {
      rows++;
      sink.accept(row);
    } else {
      again++;
    }
  }

  private static @Nullable String text(ObjectNode row, String name) {
    return row.hasNonNull(name) ? row.get(name).asText() : null;
  }
}
