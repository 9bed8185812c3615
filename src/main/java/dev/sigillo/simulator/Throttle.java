package dev.sigillo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Counts requests against the limits, in windows that begin with their first request. */
final class Throttle {
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

  private record Window(Instant until, AtomicInteger requests) {}

  private final boolean enforced;
  private final double scale;
  private final InstantSource clock;
  private final AtomicReference<Instant> sweep = new AtomicReference<>(Instant.EPOCH);
  private final Map<String, Window> windows = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();

  Throttle(boolean enforced, double scale, InstantSource clock) {
    this.enforced = enforced;
    this.scale = scale;
    this.clock = clock;
  }

  /** Seconds to wait, rounded up, when the limit is used up for this key. */
  Optional<Long> refused(Limit limit, String key) {
    if (!enforced || limit == Limit.NONE) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    forget(now);
    Window window =
        windows.compute(
            limit + " " + key,
            (k, old) ->
                old == null || !now.isBefore(old.until)
                    ? new Window(now.plus(scaled(limit.window())), new AtomicInteger())
                    : old);
    if (window.requests.incrementAndGet() <= limit.requests()) {
      return Optional.empty();
    }
    long millis = Math.max(1, Duration.between(now, window.until).toMillis());
    return Optional.of((millis + 999) / 1000);
  }

  /** Drops windows that are over, now and then: there is one for each mailbox. */
  private void forget(Instant now) {
    Instant due = sweep.get();
    if (!now.isBefore(due) && sweep.compareAndSet(due, now.plus(scaled(BETWEEN_SWEEPS)))) {
      windows.values().removeIf(window -> !now.isBefore(window.until));
    }
  }

  /** Takes one of a key's places; false when all are taken. */
  boolean enter(String key, int places) {
    if (!enforced) {
      return true;
    }
    AtomicInteger here = running.computeIfAbsent(key, k -> new AtomicInteger());
    if (here.incrementAndGet() <= places) {
      return true;
    }
    here.decrementAndGet();
    return false;
  }

  /** Gives the place back. */
  void leave(String key) {
    if (enforced) {
      running.computeIfPresent(key, (k, here) -> here.decrementAndGet() <= 0 ? null : here);
    }
  }

  /** Lets the time pass that the service would take. */
  void work(Duration time) {
    if (enforced && !time.isZero()) {
      try {
        TimeUnit.NANOSECONDS.sleep(scaled(time).toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Duration scaled(Duration time) {
    return Duration.ofNanos((long) (time.toNanos() / scale));
  }
}
