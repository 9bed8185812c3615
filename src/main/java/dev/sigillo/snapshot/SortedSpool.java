package dev.sigillo.snapshot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts keyed lines that do not fit in memory: sorted runs on disk, merged at the end. Lines of
 * equal key keep their order.
 */
final class SortedSpool {
  private static final int FAN_IN = 64;

  /** Receives the lines in order. */
  interface Sink {
    void accept(String key, boolean failed, byte[] line) throws IOException;
  }

  private static final class Keyed {
    private final String key;
    private final boolean failed;
    private final byte[] line;

    Keyed(String key, boolean failed, byte[] line) {
      this.key = key;
      this.failed = failed;
      this.line = line;
    }
  }

  private static final Comparator<Keyed> ORDER =
      Comparator.comparing(one -> one.key, KeyOrder.BY_CODE_POINT);

  private final Path prefix;
  private final long bufferBytes;
  private List<Keyed> buffer = new ArrayList<>();
  private long buffered;
  private int runsMade;
  private List<Path> runs = new ArrayList<>();

  SortedSpool(Path prefix, long bufferBytes) {
    this.prefix = prefix;
    this.bufferBytes = bufferBytes;
  }

  void add(String key, boolean failed, byte[] line) throws IOException {
    buffer.add(new Keyed(key, failed, line));
    buffered += line.length + 2L * key.length() + 96;
    if (buffered > bufferBytes) {
      spill();
    }
  }

  /** Hands out all lines in order of key and removes the runs. */
  void drain(Sink sink) throws IOException {
    if (runs.isEmpty()) {
      buffer.sort(ORDER);
      for (Keyed one : buffer) {
        sink.accept(one.key, one.failed, one.line);
      }
      buffer = new ArrayList<>();
      return;
    }
    spill();
    while (runs.size() > FAN_IN) {
      List<Path> fewer = new ArrayList<>();
      for (int i = 0; i < runs.size(); i += FAN_IN) {
        List<Path> group = runs.subList(i, Math.min(i + FAN_IN, runs.size()));
        Path merged = nextRun();
        try (DataOutputStream out = output(merged)) {
          merge(group, one -> write(out, one));
        }
        fewer.add(merged);
      }
      runs = fewer;
    }
    merge(runs, one -> sink.accept(one.key, one.failed, one.line));
    runs = new ArrayList<>();
  }

  private void spill() throws IOException {
    buffer.sort(ORDER);
    Path run = nextRun();
    try (DataOutputStream out = output(run)) {
      for (Keyed one : buffer) {
        write(out, one);
      }
    }
    runs.add(run);
    buffer = new ArrayList<>();
    buffered = 0;
  }

  private Path nextRun() {
    return prefix.resolveSibling(prefix.getFileName() + "." + runsMade++);
  }

  private static DataOutputStream output(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(OwnerOnly.newOutputStream(file), 1 << 16));
  }

  private static void write(DataOutputStream out, Keyed one) throws IOException {
    byte[] key = one.key.getBytes(StandardCharsets.UTF_8);
    out.writeInt(key.length);
    out.write(key);
    out.writeBoolean(one.failed);
    out.writeInt(one.line.length);
    out.write(one.line);
  }

  private interface Merged {
    void accept(Keyed one) throws IOException;
  }

  private static void merge(List<Path> group, Merged sink) throws IOException {
    List<Run> open = new ArrayList<>();
    try {
      PriorityQueue<Run> queue =
          new PriorityQueue<>(Comparator.comparing(Run::head, ORDER).thenComparing(Run::rank));
      for (Path file : group) {
        Run run = new Run(file, open.size());
        open.add(run);
        if (run.next()) {
          queue.add(run);
        }
      }
      for (Run run = queue.poll(); run != null; run = queue.poll()) {
        sink.accept(run.head());
        if (run.next()) {
          queue.add(run);
        }
      }
    } finally {
      for (Run run : open) {
        run.in.close();
      }
    }
    for (Path file : group) {
      Files.delete(file);
    }
  }

  private static final class Run {
    private final DataInputStream in;
    private final int rank;
    private @Nullable Keyed head;

    Run(Path file, int rank) throws IOException {
      this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 15));
      this.rank = rank;
    }

    int rank() {
      return rank;
    }

    Keyed head() {
      if (head == null) {
        throw new IllegalStateException("run is at its end");
      }
      return head;
    }

    boolean next() throws IOException {
      int length;
      try {
        length = in.readInt();
      } catch (EOFException e) {
        head = null;
        return false;
      }
      String key = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      head = new Keyed(key, in.readBoolean(), in.readNBytes(in.readInt()));
      return true;
    }
  }
}
