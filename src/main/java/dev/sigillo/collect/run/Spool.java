package dev.sigillo.collect.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The file of a dataset that is being collected: lines are only ever appended, and what follows the
 * last mark is not believed.
 */
final class Spool implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final ObjectWriter WRITER = MAPPER.writerFor(SpoolLine.class);
  private static final ObjectReader READER = MAPPER.readerFor(SpoolLine.class);

  private final FileChannel channel;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(BUFFER);

  private Spool(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a spool to go on with, or a new one.
   *
   * @param marks told of every line up to the last mark
   */
  static Spool open(Path file, Consumer<SpoolLine> marks) {
    try {
      long whole = Files.exists(file) ? wholeBytes(file) : 0;
      if (whole > 0) {
        try (Lines lines = new Lines(file, whole)) {
          for (SpoolLine line = lines.next(); line != null; line = lines.next()) {
            marks.accept(line);
          }
        }
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      channel.truncate(whole);
      channel.position(whole);
      return new Spool(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be opened", e);
    }
  }

  /** Appends; in the file at the next {@link #flush}. */
  void add(SpoolLine line) {
    try {
      pending.write(WRITER.writeValueAsBytes(line));
      pending.write('\n');
      if (pending.size() >= BUFFER) {
        flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands everything to the operating system: a killed process loses nothing of it. */
  void flush() {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      pending.reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets everything. */
  void clear() {
    try {
      pending.reset();
      channel.truncate(0);
      channel.position(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      flush();
      channel.force(false);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many bytes stand up to the end of the last mark. */
  private static long wholeBytes(Path file) throws IOException {
    long whole = 0;
    try (Lines lines = new Lines(file, Files.size(file))) {
      for (SpoolLine line = lines.next(); line != null; line = lines.next()) {
        if (line.mark()) {
          whole = lines.position();
        }
      }
    }
    return whole;
  }

  /** Reads the lines of a spool; a last line that was cut short is not there. */
  static final class Lines implements AutoCloseable {
    private final InputStream in;
    private final long end;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private long position;

    Lines(Path file, long end) throws IOException {
      this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
      this.end = end;
    }

    long position() {
      return position;
    }

    @Nullable SpoolLine next() throws IOException {
      line.reset();
      long read = position;
      while (read < end) {
        int next = in.read();
        if (next < 0) {
          return null;
        }
        read++;
        if (next == '\n') {
          position = read;
          return READER.readValue(line.toByteArray());
        }
        line.write(next);
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
