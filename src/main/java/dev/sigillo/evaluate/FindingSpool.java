package dev.sigillo.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sigillo.assessment.Finding;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Findings on their way to the assessment: kept in memory up to a bound, then sorted and written to
 * disk in runs, and merged in order at the end. The order is total, so the result does not depend
 * on who found what first.
 */
final class FindingSpool implements Closeable {
  private static final int RUN = 20_000;
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final List<Path> runs = new ArrayList<>();
  private List<Entry> buffer = new ArrayList<>();

  /** A finding with the control it belongs to. */
  record Entry(String control, Finding finding) {
    static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::control)
            .thenComparing(e -> e.finding().key())
            .thenComparing(e -> e.finding().code())
            .thenComparing(e -> row(e).dataset())
            .thenComparing(e -> row(e).line())
            .thenComparing(e -> e.finding().observed())
            .thenComparing(e -> e.finding().expected());

    private static Finding.Row row(Entry entry) {
      List<Finding.Row> rows = entry.finding().evidence();
      return rows.isEmpty() ? new Finding.Row("", 0, "") : rows.get(0);
    }
  }

  FindingSpool() throws IOException {
    folder = Files.createTempDirectory("sigillo-findings");
  }

  synchronized void add(List<Entry> entries) {
    buffer.addAll(entries);
    if (buffer.size() >= RUN) {
      flush();
    }
  }

  private void flush() {
    buffer.sort(Entry.ORDER);
    Path run = folder.resolve("run-" + runs.size() + ".ndjson");
    try (BufferedWriter out = Files.newBufferedWriter(run)) {
      for (Entry entry : buffer) {
        out.write(JSON.writeValueAsString(entry));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("findings cannot be written to " + folder, e);
    }
    runs.add(run);
    buffer = new ArrayList<>();
  }

  /** All findings in order. May be asked more than once. */
  synchronized Merge sorted() {
    buffer.sort(Entry.ORDER);
    List<Source> sources = new ArrayList<>();
    for (Path run : runs) {
      sources.add(new Source(run));
    }
    sources.add(new Source(buffer.iterator()));
    return new Merge(sources);
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
    Files.deleteIfExists(folder);
  }

  /** One sorted run, with its next entry at hand. */
  private static final class Source implements Closeable {
    private final @Nullable BufferedReader reader;
    private final @Nullable Iterator<Entry> memory;
    private @Nullable Entry head;

    Source(Path run) {
      try {
        reader = Files.newBufferedReader(run);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      memory = null;
      advance();
    }

    Source(Iterator<Entry> memory) {
      this.reader = null;
      this.memory = memory;
      advance();
    }

    @Nullable Entry head() {
      return head;
    }

    void advance() {
      if (memory != null) {
        head = memory.hasNext() ? memory.next() : null;
        return;
      }
      try {
        String line = reader == null ? null : reader.readLine();
        head = line == null ? null : JSON.readValue(line, Entry.class);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a spooled finding cannot be read back", e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      if (reader != null) {
        try {
          reader.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** The runs as one ordered stream. */
  static final class Merge implements Iterator<Entry>, AutoCloseable {
    private final List<Source> all;
    private final PriorityQueue<Source> queue;

    private Merge(List<Source> sources) {
      all = sources;
      queue = new PriorityQueue<>(Comparator.comparing(Merge::headOf, Entry.ORDER));
      sources.stream().filter(s -> s.head() != null).forEach(queue::add);
    }

    private static Entry headOf(Source source) {
      Entry head = source.head();
      if (head == null) {
        throw new IllegalStateException("an exhausted run is still in the queue");
      }
      return head;
    }

    @Override
    public boolean hasNext() {
      return !queue.isEmpty();
    }

    /** The next finding, without taking it. */
    @Nullable Entry peek() {
      Source first = queue.peek();
      return first == null ? null : first.head();
    }

    @Override
    public Entry next() {
      Source first = queue.poll();
      if (first == null) {
        throw new NoSuchElementException();
      }
      Entry entry = headOf(first);
      first.advance();
      if (first.head() != null) {
        queue.add(first);
      }
      return entry;
    }

    @Override
    public void close() {
      all.forEach(Source::close);
    }
  }
}
