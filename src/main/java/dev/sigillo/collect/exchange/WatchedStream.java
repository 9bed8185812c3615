package dev.sigillo.collect.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer. It breaks when nothing comes for too long, or when all of it takes too
 * long: the HTTP client watches over the beginning only.
 */
final class WatchedStream extends FilterInputStream {
  private final long silence;
  private final long deadline;
  private volatile long last = System.nanoTime();
  private volatile boolean closed;
  private volatile @Nullable String stalled;
  private volatile @Nullable CompletableFuture<Void> timer;

  WatchedStream(InputStream body, Timeouts timeouts) {
    super(body);
    silence = timeouts.silence().toNanos();
    deadline = last + timeouts.whole().toNanos();
    watch();
  }

  private void watch() {
    long now = System.nanoTime();
    long left = Math.min(last + silence, deadline) - now;
    if (left <= 0) {
      stalled = deadline - now <= 0 ? "took too long" : "stopped half-way";
      try {
        in.close();
      } catch (IOException e) {
        // The reader is told that it stalled.
      }
    } else {
      CompletableFuture<Void> next = new CompletableFuture<>();
      timer = next;
      var unused = next.completeOnTimeout(null, left, TimeUnit.NANOSECONDS).thenRun(this::watch);
      if (closed) {
        next.cancel(false);
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read;
    try {
      read = super.read(buffer, offset, length);
    } catch (IOException e) {
      throw stalled == null ? e : new IOException("the answer " + stalled, e);
    }
    if (stalled != null) {
      throw new IOException("the answer " + stalled);
    }
    last = System.nanoTime();
    return read;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    CompletableFuture<Void> running = timer;
    if (running != null) {
      // Or it would hold the whole answer until it is due.
      running.cancel(false);
    }
    super.close();
  }
}
