package dev.sigillo.cli;

import dev.sigillo.collect.dns.DnsCollector;
import dev.sigillo.collect.run.Collection;
import dev.sigillo.report.Said;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Status;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How a collection goes, on stderr: on a terminal one line that is written over and tells of the
 * dataset that will take longest; otherwise a line per dataset each minute. Datasets that could not
 * be read are named at once.
 */
final class CollectionProgress implements Collection.Watcher, DnsCollector.Progress, AutoCloseable {
  private static final String DNS = "dns";

  private final PrintWriter err;
  private final boolean quiet;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final int datasets;
  private final Map<String, Step> running = new LinkedHashMap<>();
  private int ended;
  private long last;
  private int width;

  /** How far a dataset is; what an interrupted run had done counts for no speed. */
  private static final class Step {
    private final long begun;
    private final long before;
    private long done;
    private long total;

    Step(long begun, long before) {
      this.begun = begun;
      this.before = before;
    }
  }

  /**
   * Progress of a collection.
   *
   * @param datasets how many are asked
   * @param nanos a clock that only runs forward
   */
  CollectionProgress(
      PrintWriter err, boolean quiet, boolean terminal, int datasets, LongSupplier nanos) {
    this.err = err;
    this.quiet = quiet;
    this.terminal = terminal;
    this.datasets = datasets;
    this.nanos = nanos;
    this.last = nanos.getAsLong();
  }

  @Override
  public void at(Dataset dataset, long done, long total) {
    step(dataset.id(), done, total);
  }

  @Override
  public void domains(long done, long total) {
    step(DNS, done, total);
  }

  @Override
  public synchronized void ended(Dataset dataset, Status status, @Nullable String reason) {
    ended++;
    running.remove(dataset.id());
    if (status != Status.COMPLETE && !quiet) {
      wipe();
      err.printf(
          "%s: %s%s%n", dataset.id(), status, reason == null ? "" : ": " + Said.plainly(reason));
      err.flush();
    }
  }

  private synchronized void step(String name, long done, long total) {
    long now = nanos.getAsLong();
    Step step = running.computeIfAbsent(name, begun -> new Step(now, done));
    step.done = done;
    step.total = total;
    Duration pause = terminal ? Duration.ofMillis(500) : Duration.ofMinutes(1);
    if (quiet || now - last < pause.toNanos()) {
      return;
    }
    last = now;
    if (terminal) {
      show(now);
    } else {
      running.forEach((other, one) -> err.println(line(other, one, now)));
      err.flush();
    }
  }

  private void show(long now) {
    running.entrySet().stream()
        .max(Comparator.comparingLong(one -> left(one.getValue(), now)))
        .ifPresent(
            longest -> {
              String line =
                  "%d of %d datasets; %s"
                      .formatted(ended, datasets, line(longest.getKey(), longest.getValue(), now));
              err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
              err.flush();
              width = line.length();
            });
  }

  private static String line(String name, Step step, long now) {
    List<String> parts = new ArrayList<>();
    parts.add(
        step.total > 0
            ? String.format(Locale.ROOT, "%s: %,d of %,d", name, step.done, step.total)
            : String.format(Locale.ROOT, "%s: %,d", name, step.done));
    double rate = rate(step, now);
    if (rate > 0) {
      parts.add(
          rate < 10
              ? String.format(Locale.ROOT, "%.1f a second", rate)
              : String.format(Locale.ROOT, "%,d a second", Math.round(rate)));
      if (step.total > step.done) {
        long seconds = left(step, now);
        parts.add(
            seconds < 3600
                ? "about %d:%02d left".formatted(seconds / 60, seconds % 60)
                : "about %d h %02d min left".formatted(seconds / 3600, seconds % 3600 / 60));
      }
    }
    return String.join(", ", parts);
  }

  private static double rate(Step step, long now) {
    double seconds = (now - step.begun) / 1e9;
    return seconds <= 0 ? 0 : (step.done - step.before) / seconds;
  }

  private static long left(Step step, long now) {
    double rate = rate(step, now);
    return rate <= 0 ? 0 : Math.round(Math.max(0, step.total - step.done) / rate);
  }

  private void wipe() {
    if (terminal && width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      width = 0;
    }
  }

  @Override
  public synchronized void close() {
    wipe();
    err.flush();
  }
}
