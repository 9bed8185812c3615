package dev.sigillo.cli;

import dev.sigillo.collect.dns.DnsCollector;
import dev.sigillo.evaluate.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine;

/**
 * Progress on stderr: on a terminal a line that is written over, otherwise a line a minute; nothing
 * for work that is quickly done.
 */
final class ProgressLine implements Progress, DnsCollector.Progress, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final PrintWriter err;
  private final boolean quiet;
  private final boolean terminal = CommandLine.Help.Ansi.AUTO.enabled();
  private final long start = System.nanoTime();
  private long last = start;
  private boolean shown;

  ProgressLine(PrintWriter err, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
  }

  @Override
  public void mailboxes(long done, long total) {
    step(done, total, "mailboxes judged");
  }

  @Override
  public void domains(long done, long total) {
    step(done, total, "domains asked");
  }

  private synchronized void step(long done, long total, String what) {
    long now = System.nanoTime();
    Duration pause = terminal ? Duration.ofMillis(500) : Duration.ofMinutes(1);
    if (quiet || now - start < PATIENCE.toNanos() || now - last < pause.toNanos()) {
      return;
    }
    last = now;
    shown = true;
    double seconds = (now - start) / 1e9;
    double rate = done / seconds;
    long left = done == 0 ? 0 : Math.round(Math.max(0, total - done) / rate);
    String line =
        "%,d of %,d %s, %,d a second, about %d:%02d left"
            .formatted(done, total, what, Math.round(rate), left / 60, left % 60);
    if (terminal) {
      err.print("\r" + line + "   ");
      err.flush();
    } else {
      err.println(line);
    }
  }

  @Override
  public void close() {
    if (shown && terminal) {
      err.println();
    }
  }
}
