package dev.sigillo.collect.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WatchedStreamTest {
  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5));

  @Test
  void a_body_that_was_read_is_let_go_at_once() throws IOException, InterruptedException {
    WeakReference<InputStream> body = read();

    for (int i = 0; i < 100 && body.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }

    assertThat(body.get()).isNull();
  }

  @Test
  void a_body_that_stops_half_way_breaks() throws IOException {
    Timeouts quick =
        new Timeouts(Duration.ofMinutes(5), Duration.ofMillis(50), Duration.ofMinutes(5));
    try (WatchedStream stream = new WatchedStream(new Silent(), quick)) {
      assertThatThrownBy(stream::read)
          .isInstanceOf(IOException.class)
          .hasMessage("the answer stopped half-way");
    }
  }

  private static WeakReference<InputStream> read() throws IOException {
    InputStream body = new ByteArrayInputStream(new byte[100]);
    try (WatchedStream stream = new WatchedStream(body, PATIENT)) {
      stream.readAllBytes();
    }
    return new WeakReference<>(body);
  }

  /** A body of which nothing comes until its connection is cut. */
  private static final class Silent extends InputStream {
    private final CountDownLatch cut = new CountDownLatch(1);

    @Override
    public int read() throws IOException {
      try {
        cut.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("closed");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return read();
    }

    @Override
    public void close() {
      cut.countDown();
    }
  }
}
